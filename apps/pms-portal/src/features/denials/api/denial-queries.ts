import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { byPage } from '@spark-den/ui/portal';
import { billing } from '../../payments/public.ts';

export interface DenialFilter {
  readonly open: boolean;
  readonly ownerId: string | undefined;
}

export const denialsQuery = (filter: DenialFilter) =>
  infiniteQueryOptions({
    queryKey: ['billing', 'denials', filter],
    queryFn: ({ pageParam, signal }) =>
      billing.listDenials({ ...filter, cursor: pageParam, limit: 100 }, { signal }),
    ...byPage,
  });

export const denialQuery = (denialId: string) =>
  queryOptions({
    queryKey: ['billing', 'denial', denialId],
    queryFn: ({ signal }) => billing.getDenial({ denialId }, { signal }),
  });
