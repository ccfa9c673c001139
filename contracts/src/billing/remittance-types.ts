import { z } from 'zod';
import { CentsField, Id, InstantField, LocalDateField } from '../fields.ts';

/** How a payer moved or changed money: group (CO, PR, OA, PI), reason code, amount that reduces payment. */
export const ClaimAdjustment = z.object({
  group: z.string(),
  reason: z.string(),
  amountCents: CentsField,
  quantity: z.number().nullable(),
});
export type ClaimAdjustment = z.output<typeof ClaimAdjustment>;

export const REMITTANCE_STATUSES = ['posted', 'held', 'duplicate', 'rejected', 'discarded'] as const;

export const RemittanceStatus = z.enum(REMITTANCE_STATUSES);

export const UNMATCHED_REASONS = [
  'claim_not_found',
  'payer_differs',
  'charge_differs',
  'line_not_found',
  'exceeds_open_balance',
  'original_not_found',
  'not_our_claim',
  'needs_review',
] as const;

export const UnmatchedReason = z.enum(UNMATCHED_REASONS);
export type UnmatchedReason = z.output<typeof UnmatchedReason>;

/** One place where a remittance does not add up or cannot be read. */
export const RemittanceFinding = z.object({
  level: z.enum(['file', 'check', 'claim', 'line', 'guide']),
  code: z.string(),
  message: z.string(),
  claim: z.string().nullable(),
  line: z.int().nullable(),
  expectedCents: CentsField.nullable(),
  actualCents: CentsField.nullable(),
  segment: z.string().nullable(),
  position: z.int().nullable(),
});
export type RemittanceFinding = z.output<typeof RemittanceFinding>;

export const UnmatchedItem = z.object({
  itemId: Id,
  remittanceId: Id,
  trace: z.string(),
  payerName: z.string(),
  patientControlNumber: z.string(),
  payerClaimNumber: z.string().nullable(),
  patientName: z.string().nullable(),
  claimStatusCode: z.string(),
  serviceDate: LocalDateField.nullable(),
  chargeCents: CentsField,
  paidCents: CentsField,
  reason: UnmatchedReason,
  state: z.enum(['open', 'matched']),
  openedAt: InstantField,
});
export type UnmatchedItem = z.output<typeof UnmatchedItem>;

/** What became of one remittance (ST to SE) of a file. */
export const RemittanceOutcome = z.object({
  remittanceId: Id.nullable(),
  trace: z.string(),
  payer: z.string(),
  amountCents: CentsField,
  claims: z.int(),
  lines: z.int(),
  status: z.enum(['posted', 'held', 'duplicate', 'rejected']),
  reason: z.string().nullable(),
  unmatched: z.array(z.object({ claim: z.string(), reason: UnmatchedReason, amountCents: CentsField })),
  unappliedCents: CentsField,
  /** The posted remittance that this one repeats or competes with. */
  rivalId: Id.nullable(),
  findings: z.array(RemittanceFinding),
});
export type RemittanceOutcome = z.output<typeof RemittanceOutcome>;

export const RemittanceSummary = z.object({
  remittanceId: Id,
  fileId: Id,
  trace: z.string(),
  payerName: z.string(),
  paymentMethod: z.string(),
  paymentDate: LocalDateField,
  amountCents: CentsField,
  status: RemittanceStatus,
  reason: z.string().nullable(),
  claimCount: z.int(),
  lineCount: z.int(),
  unmatchedCount: z.int(),
  unappliedCents: CentsField,
  providerAdjustmentCents: CentsField,
  receivedAt: InstantField,
  postedAt: InstantField.nullable(),
});
export type RemittanceSummary = z.output<typeof RemittanceSummary>;

export const RemittanceLine = z.object({
  ordinal: z.int(),
  lineControlNumber: z.string().nullable(),
  chargeLineId: Id.nullable(),
  code: z.string(),
  modifiers: z.array(z.string()),
  units: z.number(),
  chargeCents: CentsField,
  allowedCents: CentsField.nullable(),
  paidCents: CentsField,
  serviceDate: LocalDateField.nullable(),
  adjustments: z.array(ClaimAdjustment),
  remarks: z.array(z.string()),
});

export const RemittanceClaim = z.object({
  claimPaymentId: Id,
  ordinal: z.int(),
  patientControlNumber: z.string(),
  payerClaimNumber: z.string().nullable(),
  claimId: Id.nullable(),
  patientId: Id.nullable(),
  patientName: z.string().nullable(),
  statusCode: z.string(),
  state: z.enum(['posted', 'unmatched', 'information']),
  matchedBy: z.string().nullable(),
  chargeCents: CentsField,
  paidCents: CentsField,
  patientResponsibilityCents: CentsField,
  contractualCents: CentsField,
  deniedCents: CentsField,
  reversesId: Id.nullable(),
  adjustments: z.array(ClaimAdjustment),
  lines: z.array(RemittanceLine),
});
export type RemittanceClaim = z.output<typeof RemittanceClaim>;

export const ProviderAdjustment = z.object({
  provider: z.string(),
  reason: z.string(),
  reference: z.string().nullable(),
  amountCents: CentsField,
});

export const Remittance = RemittanceSummary.extend({
  findings: z.array(RemittanceFinding),
  providerAdjustments: z.array(ProviderAdjustment),
  claims: z.array(RemittanceClaim),
  rival: RemittanceSummary.nullable(),
});
export type Remittance = z.output<typeof Remittance>;
