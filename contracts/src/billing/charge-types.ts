import { z } from 'zod';
import { CentsField, Id, InstantField, LocalDateField, Text } from '../fields.ts';

export const ProcedureCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{4}[A-Z0-9]$/, 'must have five characters');
export const ModifierCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9]{2}$/, 'must have two characters');
/** ICD-10-CM; the dot is taken off. */
export const DiagnosisCode = z
  .string()
  .trim()
  .toUpperCase()
  .transform(value => value.replace('.', ''))
  .pipe(z.string().regex(/^[A-Z][A-Z0-9]{2,6}$/, 'must be a diagnosis code'));

export const ChargeStatus = z.enum(['draft', 'posted', 'voided']);
export type ChargeStatus = z.output<typeof ChargeStatus>;

/** What a person or an encounter says was done; the price comes from the fee schedule. */
export const ChargeLineInput = z.strictObject({
  code: ProcedureCode,
  modifiers: z.array(ModifierCode).max(4).default([]),
  units: z.int().min(1).max(9_999),
  /** 1-based, into the charge's diagnoses. */
  diagnosisPointers: z.array(z.int().min(1).max(12)).max(4),
});
export type ChargeLineInput = z.output<typeof ChargeLineInput>;

export const ChargeFacts = z.strictObject({
  patientId: Id,
  providerId: Id,
  locationId: Id,
  dateOfService: LocalDateField,
  diagnoses: z.array(DiagnosisCode).max(12),
  lines: z.array(ChargeLineInput).min(1).max(50),
});
export type ChargeFacts = z.output<typeof ChargeFacts>;

/** How an amount was come by: the schedule and the rule that answered. */
export const PriceExplanation = z.object({
  feeScheduleId: Id,
  feeScheduleName: z.string(),
  rule: z.string(),
});

export const ChargeLine = z.object({
  lineId: Id,
  lineNumber: z.int(),
  code: z.string(),
  label: z.string().nullable(),
  modifiers: z.array(z.string()),
  units: z.int(),
  diagnosisPointers: z.array(z.int()),
  /** Null where no fee schedule names the code; such a charge cannot be posted. */
  unitChargeCents: CentsField.nullable(),
  chargeCents: CentsField.nullable(),
  /** What the first payer's contract allows for the line, where one is known. */
  expectedAllowedCents: CentsField.nullable(),
  pricedBy: PriceExplanation.nullable(),
});
export type ChargeLine = z.output<typeof ChargeLine>;

/** A finding of the scrubber; the rules are in libs/claim-rules. */
export const ScrubFinding = z.object({
  ruleId: z.string(),
  layer: z.enum(['complete', 'codes', 'line', 'duplicate', 'payer', 'timely']),
  /** A `notice` is no fault of the claim: it is told once for a whole batch. */
  severity: z.enum(['error', 'warning', 'notice']),
  message: z.string(),
  source: z.string(),
  fields: z.array(z.string()),
  remedy: z.string(),
});
export type ScrubFinding = z.output<typeof ScrubFinding>;

export const Charge = z.object({
  chargeId: Id,
  patientId: Id,
  encounterId: Id.nullable(),
  encounterVersion: z.int().nullable(),
  appointmentId: Id.nullable(),
  providerId: Id,
  locationId: Id,
  placeOfService: z.string(),
  dateOfService: LocalDateField,
  source: z.enum(['encounter', 'hand']),
  /** The event that drafted the charge, or its newest amendment that was applied; null for a charge by hand. */
  sourceEventId: Id.nullable(),
  status: ChargeStatus,
  /** An amended encounter waits for a decision on this charge. */
  underReview: z.boolean(),
  diagnoses: z.array(z.string()),
  /** Short texts of the diagnoses, in their order. */
  diagnosisLabels: z.array(z.string()),
  lines: z.array(ChargeLine),
  totalCents: CentsField,
  findings: z.array(ScrubFinding),
  /** The first coverage on the date of service; null means that the patient pays. */
  coverageId: Id.nullable(),
  payerId: Id.nullable(),
  claimId: Id.nullable(),
  /** Since when a coverage that came later covers a charge that was posted as self-pay. */
  coveredLaterAt: InstantField.nullable(),
  version: z.int(),
  createdAt: InstantField,
  postedAt: InstantField.nullable(),
});
export type Charge = z.output<typeof Charge>;

export const ChargeSummary = Charge.omit({
  lines: true,
  findings: true,
  diagnoses: true,
  diagnosisLabels: true,
}).extend({
  codes: z.array(z.string()),
});
export type ChargeSummary = z.output<typeof ChargeSummary>;

export const ChargePreview = z.object({
  lines: z.array(ChargeLine.omit({ lineId: true })),
  totalCents: CentsField,
  findings: z.array(ScrubFinding),
});

/** A kept visit and how far its charges are: the three-way reconciliation's row. */
export const VisitCharge = z.object({
  appointmentId: Id,
  patientId: Id,
  providerId: Id,
  locationId: Id,
  dateOfService: LocalDateField,
  keptAt: InstantField,
  encounterId: Id.nullable(),
  chargeId: Id.nullable(),
  state: z.enum(['no-encounter', 'no-charge-drafted', 'draft', 'posted', 'no-charge']),
  noChargeReason: z.string().nullable(),
  /** Older than the practice's limit for missing charges. */
  overdue: z.boolean(),
  hoursOpen: z.int(),
});
export type VisitCharge = z.output<typeof VisitCharge>;

export const ChargeReconciliation = z.object({
  date: LocalDateField,
  keptVisits: z.int(),
  encountersClosed: z.int(),
  chargesPosted: z.int(),
  chargesDrafted: z.int(),
  noCharge: z.int(),
  /** Kept visits that end neither in a posted charge nor in a reason; a day closes at zero. */
  unexplained: z.int(),
  /** Charges of the day whose encounter belongs to no kept visit. */
  chargesWithoutVisit: z.int(),
});

export const NoChargeReason = z.enum([
  'follow-up-in-global-period',
  'no-service-given',
  'courtesy',
  'billed-elsewhere',
]);

export const ChargeReview = z.object({
  reviewId: Id,
  chargeId: Id,
  patientId: Id,
  encounterId: Id,
  encounterVersion: z.int(),
  chargeStatus: ChargeStatus,
  claimId: Id.nullable(),
  current: z.object({ diagnoses: z.array(z.string()), lines: z.array(ChargeLineInput) }),
  amended: z.object({ diagnoses: z.array(z.string()), lines: z.array(ChargeLineInput) }),
  status: z.enum(['open', 'applied', 'dismissed']),
  openedAt: InstantField,
});
export type ChargeReview = z.output<typeof ChargeReview>;

export const ChargeCode = z.object({
  set: z.enum(['icd10cm', 'procedure', 'modifier']),
  code: z.string(),
  label: z.string(),
  billable: z.boolean(),
  /** The practice's charge on that date, where its schedule names the code. */
  chargeCents: CentsField.nullable(),
});

export const VoidReason = Text(200);
