import { z } from 'zod';
import { CentsField, Id, InstantField, LocalDateField, Text } from '../fields.ts';
import { DiagnosisCode, ModifierCode, ScrubFinding } from './charge-types.ts';

/**
 * DOMAIN A.5. `rejected` was never adjudicated and goes again as an original; from `paid` on the payer has
 * decided. `forwarded` was crossed over by the payer to the next one.
 */
export const ClaimStatus = z.enum([
  'draft',
  'held',
  'ready',
  'batched',
  'sent',
  'rejected',
  'accepted',
  'pended',
  'paid',
  'partially-paid',
  'denied',
  'forwarded',
  'reversed',
  'voided',
  'closed',
]);
export type ClaimStatus = z.output<typeof ClaimStatus>;

export const PayerOrder = z.enum(['primary', 'secondary', 'tertiary']);
export type PayerOrder = z.output<typeof PayerOrder>;

export const HoldReason = z.enum([
  'missing-data',
  'eligibility-unknown',
  'authorisation-missing',
  'documentation-query',
  'self-pay-restriction',
  'bill-hold',
  'encounter-amended',
  'other',
]);

const Frequency = z.enum(['1', '7', '8']);

export const ClaimLine = z.object({
  lineId: Id,
  lineNumber: z.int(),
  chargeLineId: Id,
  /** REF*6R of the newest version. */
  lineControlNumber: z.string(),
  code: z.string(),
  label: z.string().nullable(),
  modifiers: z.array(z.string()),
  units: z.int(),
  diagnosisPointers: z.array(z.int()),
  dateOfService: LocalDateField,
  chargeCents: CentsField,
});

export const ClaimSummary = z.object({
  claimId: Id,
  /** CLM01 of the newest version. */
  patientControlNumber: z.string(),
  patientId: Id,
  patientName: z.string(),
  payerId: Id,
  payerName: z.string(),
  coverageId: Id,
  payerOrder: PayerOrder,
  providerId: Id,
  dateOfService: LocalDateField,
  status: ClaimStatus,
  /** Why it is held, rejected or denied, in few words. */
  reason: z.string().nullable(),
  /** The user who works it, and when it wants attention. */
  ownerId: Id.nullable(),
  nextActionOn: LocalDateField.nullable(),
  totalCents: CentsField,
  errorCount: z.int(),
  warningCount: z.int(),
  /** Last day on which the payer takes it safely (deadline less the usual acknowledgment lag). */
  fileByDate: LocalDateField.nullable(),
  version: z.int(),
  createdAt: InstantField,
  updatedAt: InstantField,
});
export type ClaimSummary = z.output<typeof ClaimSummary>;

export const ClaimVersion = z.object({
  versionNumber: z.int(),
  patientControlNumber: z.string(),
  frequency: Frequency,
  frozenAt: InstantField.nullable(),
  batchId: Id.nullable(),
});

export const Claim = ClaimSummary.extend({
  frequency: Frequency,
  payerClaimNumber: z.string().nullable(),
  placeOfService: z.string(),
  locationId: Id,
  diagnoses: z.array(z.string()),
  /** Short texts of the diagnoses, in their order. */
  diagnosisLabels: z.array(z.string()),
  lines: z.array(ClaimLine),
  findings: z.array(ScrubFinding),
  versions: z.array(ClaimVersion),
  /** The claim to the payer before, where this one is secondary; and the one that followed. */
  previousClaimId: Id.nullable(),
  nextClaimId: Id.nullable(),
  chargeIds: z.array(Id),
  /** What may be done now: the state and the payer's profile decide. */
  allowedActions: z.array(z.enum(['hold', 'release', 'batch', 'correct', 'void', 'scrub'])),
});
export type Claim = z.output<typeof Claim>;

/** One entry of the timeline; files are read through integration's `getFile`. */
export const ClaimEvent = z.object({
  eventId: Id,
  at: InstantField,
  kind: z.enum([
    'created',
    'scrubbed',
    'held',
    'released',
    'batched',
    'sent',
    'interchange-accepted',
    'interchange-rejected',
    'acknowledged',
    'rejected',
    'accepted',
    'pended',
    'adjudicated',
    'reversed',
    'corrected',
    'voided',
    'forwarded',
    'secondary-created',
    'assigned',
    'amended',
    'coverage-changed',
  ]),
  fromStatus: ClaimStatus.nullable(),
  toStatus: ClaimStatus,
  actor: z.string(),
  /** Category, status and entity of each STC, or the codes of a 999 or an 835: as sent. */
  codes: z.array(z.string()),
  note: z.string().nullable(),
  fileId: Id.nullable(),
  versionNumber: z.int(),
});
export type ClaimEvent = z.output<typeof ClaimEvent>;

export const ClaimBatch = z.object({
  batchId: Id,
  batchNumber: z.int(),
  status: z.enum(['created', 'sent', 'accepted', 'partly-accepted', 'rejected']),
  interchangeControlNumber: z.string(),
  claimCount: z.int(),
  totalCents: CentsField,
  fileId: Id.nullable(),
  createdAt: InstantField,
  sentAt: InstantField.nullable(),
});
export type ClaimBatch = z.output<typeof ClaimBatch>;

/** What a biller may change on a claim; patient, coverage and provider are read anew. */
export const ClaimCorrection = z.strictObject({
  reason: Text(200),
  diagnoses: z.array(DiagnosisCode).min(1).max(12).optional(),
  lines: z
    .array(
      z.strictObject({
        lineId: Id,
        modifiers: z.array(ModifierCode).max(4).optional(),
        diagnosisPointers: z.array(z.int().min(1).max(12)).min(1).max(4).optional(),
      }),
    )
    .optional(),
});
