import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { byPage } from '@spark-den/ui/portal';
import { billing } from '../../payments/public.ts';

export const accountsQuery = (only: 'all' | 'debit' | 'credit') =>
  infiniteQueryOptions({
    ...byPage,
    queryKey: ['billing', 'accounts', only],
    queryFn: ({ pageParam, signal }) =>
      billing.listAccounts({ only, cursor: pageParam, limit: 100 }, { signal }),
  });

export const accountQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['billing', 'account', patientId],
    queryFn: ({ signal }) => billing.getPatientAccount({ patientId }, { signal }),
  });

export const balanceQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['billing', 'balance', patientId],
    queryFn: ({ signal }) => billing.getPatientBalance({ patientId }, { signal }),
  });

export const guarantorQuery = (guarantorId: string) =>
  queryOptions({
    queryKey: ['billing', 'guarantor', guarantorId],
    queryFn: ({ signal }) => billing.getGuarantorAccount({ guarantorId }, { signal }),
  });

export const chargeQuery = (chargeId: string) =>
  queryOptions({
    queryKey: ['billing', 'charges', 'record', chargeId],
    queryFn: ({ signal }) => billing.getCharge({ chargeId }, { signal }),
  });

type Scope = Parameters<typeof billing.explainBalance>[0];

export const explanationQuery = (scope: Scope) =>
  queryOptions({
    queryKey: ['billing', 'explanation', scope],
    queryFn: ({ signal }) => billing.explainBalance(scope, { signal }),
  });

export const trialBalanceQuery = () =>
  queryOptions({
    queryKey: ['billing', 'trial-balance'],
    queryFn: ({ signal }) => billing.getTrialBalance({}, { signal }),
  });

export const invariantsQuery = () =>
  queryOptions({
    queryKey: ['billing', 'invariants'],
    queryFn: ({ signal }) => billing.checkInvariants({}, { signal }),
  });

export const writeOffsQuery = () =>
  infiniteQueryOptions({
    ...byPage,
    queryKey: ['billing', 'write-offs'],
    queryFn: ({ pageParam, signal }) => billing.listWriteOffs({ cursor: pageParam, limit: 100 }, { signal }),
  });
