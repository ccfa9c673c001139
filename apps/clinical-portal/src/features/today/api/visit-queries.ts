import { clinicalContract } from '@spark-den/contracts/clinical/operations';
import type { LocalDate } from '@spark-den/kernel';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../app/api.ts';

/** Visits of a day: of one provider, or of everybody. */
export const visitsQuery = (date: LocalDate, providerId: string | undefined) =>
  queryOptions({
    queryKey: ['clinical', 'visits', date, providerId ?? 'all'],
    queryFn: ({ signal }) => api(clinicalContract).listVisits({ date, providerId }, { signal }),
    placeholderData: previous => previous,
    refetchInterval: 60_000,
  });
