import { infiniteQueryOptions } from '@tanstack/react-query';
import { billing } from '../../payments/public.ts';

const paged = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: { readonly nextCursor: string | null }) => page.nextCursor ?? undefined,
};

export const candidatesQuery = () =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['billing', 'statement-candidates'],
    queryFn: ({ pageParam, signal }) =>
      billing.listStatementCandidates({ cursor: pageParam, limit: 100 }, { signal }),
  });

export const statementsQuery = (patientId: string | undefined) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: ['billing', 'statements', patientId],
    queryFn: ({ pageParam, signal }) =>
      billing.listStatements({ patientId, cursor: pageParam, limit: 100 }, { signal }),
  });
