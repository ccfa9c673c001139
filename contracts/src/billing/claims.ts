import { z } from 'zod';
import { CentsField, Id, LocalDateField, Page, PageInput, QueryList, Text } from '../fields.ts';
import { operation } from '../operation.ts';
import {
  Claim,
  ClaimBatch,
  ClaimCorrection,
  ClaimEvent,
  ClaimStatus,
  ClaimSummary,
  HoldReason,
} from './claim-types.ts';

const readsClaims = {
  method: 'GET',
  permission: 'billing.claim.read',
  phi: 'read',
  rateClass: 'standard',
  idempotent: false,
} as const;

const worksClaims = {
  method: 'POST',
  permission: 'billing.claim.edit',
  phi: 'write',
  rateClass: 'standard',
  idempotent: true,
} as const;

const listClaims = operation({
  ...readsClaims,
  summary: 'Claims worklist; what wants attention first',
  path: '/billing/claims',
  audit: 'claims.listed',
  input: z.strictObject({
    ...PageInput,
    status: QueryList(ClaimStatus).optional(),
    payerId: QueryList(Id).optional(),
    patientId: Id.optional(),
    ownerId: Id.optional(),
    dueBefore: LocalDateField.optional(),
  }),
  output: Page(ClaimSummary),
});

const countClaims = operation({
  ...readsClaims,
  summary: 'How many claims, and how much, stand in each status',
  path: '/billing/claim-counts',
  phi: 'none',
  audit: null,
  input: z.strictObject({}),
  output: z.object({
    items: z.array(z.object({ status: ClaimStatus, count: z.int(), totalCents: CentsField })),
  }),
});

const getClaim = operation({
  ...readsClaims,
  summary: 'A claim with lines, findings, versions and what may be done now',
  path: '/billing/claims/:claimId',
  audit: 'claim.viewed',
  input: z.strictObject({ claimId: Id }),
  output: Claim,
  errors: ['billing.claim_not_found'],
});

const listClaimEvents = operation({
  ...readsClaims,
  summary: 'The claim’s timeline with the raw files behind it',
  path: '/billing/claims/:claimId/events',
  audit: 'claim.history_viewed',
  input: z.strictObject({ claimId: Id, ...PageInput }),
  output: Page(ClaimEvent),
  errors: ['billing.claim_not_found'],
});

const createClaims = operation({
  ...worksClaims,
  summary: 'Builds the claims of posted charges that have none yet',
  path: '/billing/claims',
  audit: 'claims.created',
  input: z.strictObject({ chargeIds: z.array(Id).min(1).max(200) }),
  output: z.object({ claimIds: z.array(Id), withoutCoverage: z.array(Id) }),
  errors: ['billing.charge_not_found', 'billing.charge_not_posted'],
});

const scrubClaim = operation({
  ...worksClaims,
  summary: 'Reads patient, coverage and provider anew and checks a claim that has not been sent',
  path: '/billing/claims/:claimId/scrub',
  audit: 'claim.scrubbed',
  input: z.strictObject({ claimId: Id }),
  output: Claim,
  errors: ['billing.claim_not_found', 'billing.claim_frozen'],
});

const holdClaim = operation({
  ...worksClaims,
  summary: 'Holds a claim with a reason',
  path: '/billing/claims/:claimId/hold',
  audit: 'claim.held',
  ifMatch: true,
  input: z.strictObject({ claimId: Id, reason: HoldReason, note: Text(200).optional() }),
  output: Claim,
  errors: ['billing.claim_not_found', 'billing.claim_step_not_allowed', 'billing.version_conflict'],
});

const releaseClaim = operation({
  ...worksClaims,
  summary: 'Ends a hold; the claim is checked again and is ready if it has no errors',
  path: '/billing/claims/:claimId/release',
  audit: 'claim.released',
  ifMatch: true,
  input: z.strictObject({ claimId: Id }),
  output: Claim,
  errors: ['billing.claim_not_found', 'billing.claim_step_not_allowed', 'billing.version_conflict'],
});

const assignClaim = operation({
  ...worksClaims,
  summary: 'Gives a claim an owner and a date for the next action',
  path: '/billing/claims/:claimId/assignment',
  audit: 'claim.assigned',
  ifMatch: true,
  input: z.strictObject({
    claimId: Id,
    ownerId: Id.nullable(),
    nextActionOn: LocalDateField.nullable(),
    note: Text(200).optional(),
  }),
  output: Claim,
  errors: ['billing.claim_not_found', 'billing.unknown_person', 'billing.version_conflict'],
});

const correctClaim = operation({
  ...worksClaims,
  summary:
    'Makes a new version: an original where the claim was rejected, a replacement where it was adjudicated',
  path: '/billing/claims/:claimId/corrections',
  permission: 'billing.claim.submit',
  audit: 'claim.corrected',
  ifMatch: true,
  input: ClaimCorrection.extend({ claimId: Id }),
  output: Claim,
  errors: [
    'billing.claim_not_found',
    'billing.claim_step_not_allowed',
    'billing.frequency_not_accepted',
    'billing.payer_claim_number_unknown',
    'billing.claim_line_not_found',
    'billing.version_conflict',
  ],
});

const voidClaim = operation({
  ...worksClaims,
  summary: 'Voids an adjudicated claim at the payer (frequency 8), or ends one that was never accepted',
  path: '/billing/claims/:claimId/void',
  permission: 'billing.claim.submit',
  audit: 'claim.voided',
  ifMatch: true,
  input: z.strictObject({ claimId: Id, reason: Text(200) }),
  output: Claim,
  errors: [
    'billing.claim_not_found',
    'billing.claim_step_not_allowed',
    'billing.frequency_not_accepted',
    'billing.payer_claim_number_unknown',
    'billing.version_conflict',
  ],
});

const createClaimBatch = operation({
  ...worksClaims,
  summary: 'Freezes ready claims in one 837P interchange and sends it; without ids, all that are ready',
  path: '/billing/claim-batches',
  permission: 'billing.claim.submit',
  audit: 'claim_batch.created',
  input: z.strictObject({ claimIds: z.array(Id).min(1).max(2_000).optional() }),
  output: ClaimBatch,
  errors: ['billing.claim_not_found', 'billing.claim_not_ready', 'billing.no_claims_ready'],
});

const listClaimBatches = operation({
  ...readsClaims,
  summary: 'Batches of claims, newest first',
  path: '/billing/claim-batches',
  phi: 'none',
  audit: null,
  input: z.strictObject({ ...PageInput }),
  output: Page(ClaimBatch),
});

const getClaimBatch = operation({
  ...readsClaims,
  summary: 'A batch with its claims and what is to be known of the whole file',
  path: '/billing/claim-batches/:batchId',
  audit: 'claim_batch.viewed',
  input: z.strictObject({ batchId: Id }),
  output: ClaimBatch.extend({
    claims: z.array(ClaimSummary),
    /** What the rules say of the whole file rather than of one claim, each once. */
    notices: z.array(z.object({ message: z.string(), remedy: z.string(), claimCount: z.int() })),
  }),
  errors: ['billing.claim_batch_not_found'],
});

export const claimOperations = {
  listClaims,
  countClaims,
  getClaim,
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
};
