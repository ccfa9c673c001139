import { auditContract, type searchEvents } from '@spark-den/contracts/audit/operations';
import type { InputOf } from '@spark-den/contracts/operation';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { byPage } from '@spark-den/ui/portal';
import { api } from '../../../app/api.ts';

export const audit = api(auditContract);
const patients = api(patientsContract);

export type AuditFilter = Omit<InputOf<typeof searchEvents>, 'cursor' | 'limit'>;

export const eventsQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', 'events', filter],
    queryFn: ({ pageParam, signal }) =>
      audit.searchEvents({ ...filter, cursor: pageParam, limit: 100 }, { signal }),
    ...byPage,
    placeholderData: keepPreviousData,
  });

export const integrityQuery = () =>
  queryOptions({
    queryKey: ['audit', 'integrity'],
    queryFn: ({ signal }) => audit.getIntegrity({}, { signal }),
    refetchInterval: 15_000,
  });

/** Names for the patient ids of a page; the log itself holds ids only. */
export const namesQuery = (patientIds: readonly string[]) =>
  queryOptions({
    queryKey: ['patients', 'names', patientIds],
    queryFn: ({ signal }) => patients.getPatientSummaries({ patientIds: [...patientIds] }, { signal }),
    placeholderData: keepPreviousData,
    enabled: patientIds.length > 0,
  });

export const searchPatientsByText = (text: string, signal: AbortSignal) =>
  patients.searchPatients({ text, limit: 8 }, { signal });
