import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
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
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor ?? undefined,
  });

export const denialQuery = (denialId: string) =>
  queryOptions({
    queryKey: ['billing', 'denial', denialId],
    queryFn: ({ signal }) => billing.getDenial({ denialId }, { signal }),
  });
