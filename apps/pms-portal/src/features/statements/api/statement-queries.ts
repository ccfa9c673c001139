import { infiniteQueryOptions } from '@tanstack/react-query';
import { byPage } from '@spark-den/ui/portal';
import { billing } from '../../payments/public.ts';

export const candidatesQuery = () =>
  infiniteQueryOptions({
    ...byPage,
    queryKey: ['billing', 'statement-candidates'],
    queryFn: ({ pageParam, signal }) =>
      billing.listStatementCandidates({ cursor: pageParam, limit: 100 }, { signal }),
  });

export const statementsQuery = (patientId: string | undefined) =>
  infiniteQueryOptions({
    ...byPage,
    queryKey: ['billing', 'statements', patientId],
    queryFn: ({ pageParam, signal }) =>
      billing.listStatements({ patientId, cursor: pageParam, limit: 100 }, { signal }),
  });
