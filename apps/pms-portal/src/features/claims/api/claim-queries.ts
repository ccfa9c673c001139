import type { ClaimStatus } from '@spark-den/contracts/billing/claim-types';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { identityContract } from '@spark-den/contracts/identity/operations';
import { integrationContract } from '@spark-den/contracts/integration/operations';
import type { FileStatus } from '@spark-den/contracts/integration/types';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { byPage } from '@spark-den/ui/portal';
import { api } from '../../../app/api.ts';

export const billing = api(billingContract);

export interface ClaimListFilter {
  readonly status: readonly ClaimStatus[] | undefined;
  readonly payerId: string | undefined;
  readonly ownerId: string | undefined;
}

/** Whom work can be given to that needs this permission. */
export const colleaguesQuery = (permission: string) =>
  queryOptions({
    queryKey: ['identity', 'colleagues', permission],
    queryFn: ({ signal }) => api(identityContract).listColleagues({ permission }, { signal }),
    staleTime: 5 * 60_000,
  });

export const claimsQuery = (filter: ClaimListFilter) =>
  infiniteQueryOptions({
    queryKey: ['billing', 'claims', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      billing.listClaims(
        {
          status: filter.status && [...filter.status],
          payerId: filter.payerId,
          ownerId: filter.ownerId,
          cursor: pageParam,
          limit: 100,
        },
        { signal },
      ),
    ...byPage,
    placeholderData: keepPreviousData,
  });

export const claimCountsQuery = () =>
  queryOptions({
    queryKey: ['billing', 'claims', 'counts'],
    queryFn: ({ signal }) => billing.countClaims({}, { signal }),
  });

export const claimQuery = (claimId: string) =>
  queryOptions({
    queryKey: ['billing', 'claims', 'record', claimId],
    queryFn: ({ signal }) => billing.getClaim({ claimId }, { signal }),
  });

export const claimEventsQuery = (claimId: string) =>
  queryOptions({
    queryKey: ['billing', 'claims', 'events', claimId],
    queryFn: ({ signal }) => billing.listClaimEvents({ claimId, limit: 200 }, { signal }),
  });

export const batchesQuery = () =>
  infiniteQueryOptions({
    queryKey: ['billing', 'claims', 'batches'],
    queryFn: ({ pageParam, signal }) =>
      billing.listClaimBatches({ cursor: pageParam, limit: 50 }, { signal }),
    ...byPage,
  });

export const batchQuery = (batchId: string) =>
  queryOptions({
    queryKey: ['billing', 'claims', 'batch', batchId],
    queryFn: ({ signal }) => billing.getClaimBatch({ batchId }, { signal }),
  });

/** Files exchanged with the clearinghouse, newest first. */
export const filesQuery = (status: FileStatus | undefined) =>
  infiniteQueryOptions({
    queryKey: ['integration', 'files', status],
    queryFn: ({ pageParam, signal }) =>
      api(integrationContract).listInterchanges({ status, cursor: pageParam, limit: 50 }, { signal }),
    ...byPage,
  });

/** A raw file never changes: read once. */
export const rawFileQuery = (fileId: string) =>
  queryOptions({
    queryKey: ['integration', 'file', fileId],
    queryFn: ({ signal }) => api(integrationContract).getFile({ fileId }, { signal }),
    staleTime: Infinity,
  });
