import type { claimOperations } from '@spark-den/contracts/billing/claims';
import type { billingContract } from '@spark-den/contracts/billing/operations';
import type { Handlers, Subscription } from '@spark-den/service-kit';
import type { BillingDatabase } from '../database.ts';
import { correctClaim, voidClaim } from './correct-claim.ts';
import { createClaimBatch } from './create-claim-batch.ts';
import { batchSubscriptions } from './deliver-batch.ts';
import { acknowledgementSubscriptions } from './follow-acknowledgements.ts';
import { coverageSubscriptions } from './follow-coverage.ts';
import { getClaimBatch, listClaimBatches } from './show-batches.ts';
import { countClaims, listClaims } from './claim-list-repository.ts';
import { listClaimEvents, showClaim } from './show-claims.ts';
import { assignClaim, createClaims, holdClaim, releaseClaim, scrubClaim } from './work-claim.ts';

export const claimsHandlers = (): Pick<
  Handlers<typeof billingContract, BillingDatabase>,
  keyof typeof claimOperations
> => ({
  listClaims,
  countClaims,
  getClaim: (context, { claimId }) => showClaim(context, claimId),
  listClaimEvents,
  createClaims,
  scrubClaim,
  holdClaim,
  releaseClaim,
  assignClaim,
  correctClaim,
  voidClaim,
  createClaimBatch,
  listClaimBatches,
  getClaimBatch,
});

export const claimsSubscriptions = (): readonly Subscription<BillingDatabase>[] => [
  ...batchSubscriptions,
  ...acknowledgementSubscriptions,
  ...coverageSubscriptions,
];
