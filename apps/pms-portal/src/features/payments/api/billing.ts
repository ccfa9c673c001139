import { billingContract } from '@spark-den/contracts/billing/operations';
import { integrationContract } from '@spark-den/contracts/integration/operations';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { queryOptions } from '@tanstack/react-query';
import { api, sessionClient } from '../../../app/api.ts';

export const billing = api(billingContract);
export const integration = api(integrationContract);
const patients = api(patientsContract);

export const namesQuery = (patientIds: readonly string[]) =>
  queryOptions({
    queryKey: ['patients', 'names', patientIds],
    queryFn: ({ signal }) => patients.getPatientSummaries({ patientIds: [...patientIds] }, { signal }),
    enabled: patientIds.length > 0,
    staleTime: 60_000,
  });

/** Fetches a file under this session and shows it in a window of its own. */
export async function openFile(path: string): Promise<void> {
  const response = await sessionClient.fetch(`/api/v1${path}`);
  if (!response.ok) throw new Error(`the file did not come: ${response.status}`);
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.target = '_blank';
  link.rel = 'noopener';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
