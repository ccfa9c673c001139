import { administrationContract } from '@spark-den/contracts/administration/operations';
import type { ChargeFacts, ChargeStatus } from '@spark-den/contracts/billing/charge-types';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import type { LocalDate } from '@spark-den/kernel';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { byPage } from '@spark-den/ui/portal';
import { api } from '../../../app/api.ts';

export const billing = api(billingContract);
const administration = api(administrationContract);
const patients = api(patientsContract);
const TEN_MINUTES = 10 * 60_000;

export interface ChargeListFilter {
  readonly status?: ChargeStatus;
  readonly underReview?: boolean;
  readonly coveredLater?: boolean;
}

export const chargesQuery = (filter: ChargeListFilter) =>
  infiniteQueryOptions({
    queryKey: ['billing', 'charges', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      billing.listCharges(
        {
          status: filter.status && [filter.status],
          underReview: filter.underReview,
          coveredLater: filter.coveredLater,
          cursor: pageParam,
          limit: 100,
        },
        { signal },
      ),
    ...byPage,
    placeholderData: keepPreviousData,
  });

export const missingChargesQuery = () =>
  infiniteQueryOptions({
    queryKey: ['billing', 'charges', 'missing'],
    queryFn: ({ pageParam, signal }) =>
      billing.listMissingCharges({ cursor: pageParam, limit: 100 }, { signal }),
    ...byPage,
  });

export const chargeQuery = (chargeId: string) =>
  queryOptions({
    queryKey: ['billing', 'charges', 'record', chargeId],
    queryFn: ({ signal }) => billing.getCharge({ chargeId }, { signal }),
  });

export const reviewsQuery = (chargeId: string) =>
  queryOptions({
    queryKey: ['billing', 'charges', 'reviews', chargeId],
    queryFn: ({ signal }) => billing.listChargeReviews({ chargeId }, { signal }),
  });

export const reconciliationQuery = (date: LocalDate) =>
  queryOptions({
    queryKey: ['billing', 'charges', 'reconciliation', date],
    queryFn: ({ signal }) => billing.getChargeReconciliation({ date }, { signal }),
  });

/** Prices and findings of what is being entered; the last answer stays while the next is on its way. */
export const previewQuery = (facts: ChargeFacts | undefined, chargeId: string | undefined) =>
  queryOptions({
    queryKey: ['billing', 'charges', 'preview', chargeId, facts],
    queryFn: ({ signal }) => {
      if (!facts) throw new Error('nothing to preview');
      return billing.previewCharge({ ...facts, chargeId }, { signal });
    },
    enabled: facts !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

export const providersQuery = () =>
  queryOptions({
    queryKey: ['administration', 'providers'],
    queryFn: ({ signal }) => administration.listProviders({ limit: 200 }, { signal }),
    staleTime: TEN_MINUTES,
  });

export const locationsQuery = () =>
  queryOptions({
    queryKey: ['administration', 'locations', 'all'],
    queryFn: ({ signal }) => administration.listLocations({ limit: 200 }, { signal }),
    staleTime: TEN_MINUTES,
  });

export const namesQuery = (patientIds: readonly string[]) =>
  queryOptions({
    queryKey: ['patients', 'names', patientIds],
    queryFn: ({ signal }) => patients.getPatientSummaries({ patientIds: [...patientIds] }, { signal }),
    enabled: patientIds.length > 0,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });

export async function searchCodes(
  set: 'icd10cm' | 'procedure',
  query: string,
  on: LocalDate,
  signal: AbortSignal,
) {
  const { items } = await billing.searchChargeCodes({ set, query, on, limit: 15 }, { signal });
  return items;
}
