import { createClient, fetchTransport, type Client } from '@spark-den/contracts/client';
import type { ServiceContract } from '@spark-den/contracts/operation';
import { SessionClient } from '@spark-den/ui/portal';

/** The session of this page: the access token lives here and nowhere else. */
export const sessionClient = new SessionClient();

const transport = fetchTransport('/api/v1', () => ({}), sessionClient.fetch);
const clients = new Map<ServiceContract, unknown>();

/**
 * The typed client of a service.
 * @example const patients = api(patientsContract); await patients.getPatient({ patientId })
 */
export function api<C extends ServiceContract>(contract: C): Client<C> {
  let client = clients.get(contract);
  if (!client) {
    client = createClient(contract, transport);
    clients.set(contract, client);
  }
  return client as Client<C>;
}
