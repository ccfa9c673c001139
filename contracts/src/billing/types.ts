import { z } from 'zod';
import { CentsField, Id, InstantField, LocalDateField, Text } from '../fields.ts';

/** How a payer moved or changed money: group (CO, PR, OA, PI), reason code, amount that reduces payment. */
export const ClaimAdjustment = z.object({
  group: z.string(),
  reason: z.string(),
  amountCents: CentsField,
  quantity: z.number().nullable(),
});

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

export const ACCOUNT_CODES = [
  'ar_insurance',
  'ar_patient',
  'cash_insurance',
  'cash_drawer',
  'cash_check',
  'cash_card',
  'unapplied_insurance',
  'unapplied_patient',
  'provider_adjustments',
  'refunds_payable',
  'gross_charges',
  'contractual',
  'sequestration',
  'payer_reduction',
  'charity',
  'small_balance',
  'bad_debt',
  'administrative',
  'courtesy',
  'interest_income',
] as const;
export const AccountCode = z.enum(ACCOUNT_CODES);

/** A line of the journal as the ledger page shows it. Debits are positive, credits negative. */
export const Posting = z.object({
  entryId: Id,
  ordinal: z.int(),
  kind: z.string(),
  account: AccountCode,
  amountCents: CentsField,
  patientId: Id.nullable(),
  claimId: Id.nullable(),
  chargeLineId: Id.nullable(),
  payerId: Id.nullable(),
  reason: z.string().nullable(),
  serviceDate: LocalDateField.nullable(),
  eventDate: LocalDateField,
  postingDate: LocalDateField,
  postedAt: InstantField,
  causeType: z.string(),
  causeId: Id,
  reversesEntryId: Id.nullable(),
});

export const Balances = z.object({
  insuranceCents: CentsField,
  patientCents: CentsField,
  unappliedCents: CentsField,
});

export const AccountCharge = z.object({
  chargeLineId: Id,
  claimId: Id.nullable(),
  code: z.string().nullable(),
  serviceDate: LocalDateField.nullable(),
  billedCents: CentsField,
  insurancePaidCents: CentsField,
  patientPaidCents: CentsField,
  adjustedCents: CentsField,
  writtenOffCents: CentsField,
  insuranceOpenCents: CentsField,
  patientOpenCents: CentsField,
});

export const TENDERS = ['cash', 'check', 'card'] as const;
export const Tender = z.enum(TENDERS);

export const Receipt = z.object({
  receiptId: Id,
  number: z.string(),
  patientId: Id,
  guarantorId: Id,
  tender: Tender,
  purpose: z.enum(['copay', 'balance', 'deposit']),
  amountCents: CentsField,
  appliedCents: CentsField,
  unappliedCents: CentsField,
  refundedCents: CentsField,
  appointmentId: Id.nullable(),
  reference: z.string().nullable(),
  receivedAt: InstantField,
  receivedOn: LocalDateField,
  receivedBy: z.string(),
  state: z.enum(['posted', 'voided']),
});

export const WRITE_OFF_REASONS = [
  'charity',
  'small_balance',
  'bad_debt',
  'administrative',
  'courtesy',
] as const;
export const WriteOffReason = z.enum(WRITE_OFF_REASONS);

export const WriteOff = z.object({
  writeOffId: Id,
  patientId: Id,
  chargeLineId: Id,
  holder: z.enum(['insurance', 'patient']),
  reason: WriteOffReason,
  amountCents: CentsField,
  note: z.string(),
  state: z.enum(['requested', 'posted', 'declined']),
  requestedBy: z.string(),
  requestedAt: InstantField,
  decidedBy: z.string().nullable(),
  version: z.int(),
});

export const Refund = z.object({
  refundId: Id,
  receiptId: Id,
  patientId: Id,
  amountCents: CentsField,
  tender: Tender,
  note: z.string(),
  state: z.enum(['requested', 'approved', 'declined', 'paid', 'failed']),
  requestedBy: z.string(),
  requestedAt: InstantField,
  decidedBy: z.string().nullable(),
  decidedAt: InstantField.nullable(),
  version: z.int(),
});

export const CardCheckout = z.object({
  checkoutId: Id,
  patientId: Id,
  appointmentId: Id.nullable(),
  amountCents: CentsField,
  state: z.enum(['open', 'paid', 'expired']),
  redirectUrl: z.string().nullable(),
  receiptId: Id.nullable(),
});

export const Statement = z.object({
  statementId: Id,
  number: z.string(),
  guarantorId: Id,
  patientId: Id,
  issuedOn: LocalDateField,
  dueOn: LocalDateField,
  amountCents: CentsField,
  creditCents: CentsField,
  documentId: Id,
  sha256: z.string(),
  lines: z.array(
    z.object({
      chargeLineId: Id,
      serviceDate: LocalDateField.nullable(),
      label: z.string(),
      billedCents: CentsField,
      insurancePaidCents: CentsField,
      adjustedCents: CentsField,
      patientPaidCents: CentsField,
      dueCents: CentsField,
    }),
  ),
});

export const DENIAL_STATES = ['open', 'in_work', 'appealed', 'overturned', 'upheld', 'closed'] as const;
export const Denial = z.object({
  denialId: Id,
  claimId: Id,
  chargeLineId: Id,
  patientId: Id,
  patientControlNumber: z.string(),
  payerId: Id.nullable(),
  payerName: z.string(),
  code: z.string(),
  serviceDate: LocalDateField.nullable(),
  group: z.string(),
  reason: z.string(),
  remarks: z.array(z.string()),
  category: z.string(),
  categoryLabel: z.string(),
  rootCauseOwner: z.string(),
  recoverable: z.boolean(),
  amountCents: CentsField,
  deniedOn: LocalDateField,
  deadline: LocalDateField,
  daysLeft: z.int(),
  /** Expected recovery divided by the days left: the order of the worklist. */
  priority: z.number(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  nextAction: z.string(),
  nextActionOn: LocalDateField.nullable(),
  state: z.enum(DENIAL_STATES),
  version: z.int(),
});
export const DenialEvent = z.object({
  at: InstantField,
  by: z.string(),
  what: z.string(),
  note: z.string().nullable(),
  documentId: Id.nullable(),
});

export const Note = Text(500);

export type ClaimAdjustment = z.output<typeof ClaimAdjustment>;
export type RemittanceFinding = z.output<typeof RemittanceFinding>;
export type RemittanceOutcome = z.output<typeof RemittanceOutcome>;
export type RemittanceSummary = z.output<typeof RemittanceSummary>;
export type RemittanceClaim = z.output<typeof RemittanceClaim>;
export type Remittance = z.output<typeof Remittance>;
export type UnmatchedItem = z.output<typeof UnmatchedItem>;
export type UnmatchedReason = z.output<typeof UnmatchedReason>;
export type AccountCode = z.output<typeof AccountCode>;
export type AccountCharge = z.output<typeof AccountCharge>;
export type Posting = z.output<typeof Posting>;
export type Tender = z.output<typeof Tender>;
export type Receipt = z.output<typeof Receipt>;
export type WriteOff = z.output<typeof WriteOff>;
export type WriteOffReason = z.output<typeof WriteOffReason>;
export type Refund = z.output<typeof Refund>;
export type CardCheckout = z.output<typeof CardCheckout>;
export type Statement = z.output<typeof Statement>;
export type Denial = z.output<typeof Denial>;
export type DenialEvent = z.output<typeof DenialEvent>;
