import { administrationContract } from '@spark-den/contracts/administration/operations';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../app/api.ts';
import { patients } from './patient-queries.ts';

export const coveragesQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['patients', 'coverages', patientId],
    queryFn: ({ signal }) => patients.listCoverages({ patientId }, { signal }),
  });

export const checksQuery = (patientId: string, coverageId: string) =>
  queryOptions({
    queryKey: ['patients', 'eligibility', patientId, coverageId],
    queryFn: ({ signal }) => patients.listEligibilityChecks({ patientId, coverageId, limit: 20 }, { signal }),
  });

/** Payers and their plans change rarely: they stay in the browser for ten minutes. */
export const payersQuery = () =>
  queryOptions({
    queryKey: ['administration', 'payers'],
    queryFn: ({ signal }) => api(administrationContract).listPayers({ limit: 200 }, { signal }),
    staleTime: 10 * 60_000,
  });
