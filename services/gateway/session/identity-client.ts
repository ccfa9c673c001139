import { createClient, type Client } from '@spark-den/contracts/client';
import { identityContract } from '@spark-den/contracts/identity/operations';
import { DEFAULT_DEADLINE_MS, DEFAULT_PURPOSE, servicePrincipal, type Ports } from '@spark-den/service-kit';
import { randomUUID } from 'node:crypto';

export type Identity = Client<typeof identityContract>;

/** The identity service, asked by the gateway itself: before anybody has signed in. */
export function identityClient(ports: Ports): Identity {
  return createClient(identityContract, async request => {
    const { status, body } = await ports.directory.dispatch('identity', {
      operation: request.operation,
      input: request.input,
      credential: { kind: 'service', from: 'gateway', principal: servicePrincipal('gateway', '') },
      requestId: randomUUID(),
      purpose: DEFAULT_PURPOSE,
      deadlineMs: DEFAULT_DEADLINE_MS,
    });
    return { status, body };
  });
}
