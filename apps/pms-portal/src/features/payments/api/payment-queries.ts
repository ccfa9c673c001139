import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { byPage } from '@spark-den/ui/portal';
import { billing } from './billing.ts';

type Status = Parameters<typeof billing.listRemittances>[0]['status'];
export const remittancesQuery = (status: Status) =>
  infiniteQueryOptions({
    ...byPage,
    queryKey: ['billing', 'remittances', status],
    queryFn: ({ pageParam, signal }) =>
      billing.listRemittances({ status, cursor: pageParam, limit: 100 }, { signal }),
  });

export const remittanceQuery = (remittanceId: string) =>
  queryOptions({
    queryKey: ['billing', 'remittance', remittanceId],
    queryFn: ({ signal }) => billing.getRemittance({ remittanceId }, { signal }),
  });

export const unmatchedQuery = () =>
  infiniteQueryOptions({
    ...byPage,
    queryKey: ['billing', 'unmatched'],
    queryFn: ({ pageParam, signal }) =>
      billing.listUnmatchedItems({ cursor: pageParam, limit: 100 }, { signal }),
  });

export const candidatesQuery = (itemId: string) =>
  queryOptions({
    queryKey: ['billing', 'unmatched', itemId, 'candidates'],
    queryFn: ({ signal }) => billing.listMatchCandidates({ itemId }, { signal }),
  });

export const receiptsQuery = () =>
  infiniteQueryOptions({
    ...byPage,
    queryKey: ['billing', 'receipts'],
    queryFn: ({ pageParam, signal }) => billing.listReceipts({ cursor: pageParam, limit: 100 }, { signal }),
  });

export const refundsQuery = () =>
  infiniteQueryOptions({
    ...byPage,
    queryKey: ['billing', 'refunds'],
    queryFn: ({ pageParam, signal }) => billing.listRefunds({ cursor: pageParam, limit: 100 }, { signal }),
  });
