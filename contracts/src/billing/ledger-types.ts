import { z } from 'zod';
import { CentsField, Id, InstantField, LocalDateField, Text } from '../fields.ts';

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
export type AccountCode = z.output<typeof AccountCode>;

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
export type Posting = z.output<typeof Posting>;

export const Balances = z.object({
  insuranceCents: CentsField,
  patientCents: CentsField,
  unappliedCents: CentsField,
});

export const AccountCharge = z.object({
  chargeLineId: Id,
  chargeId: Id.nullable(),
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
export type AccountCharge = z.output<typeof AccountCharge>;

export const WRITE_OFF_REASONS = [
  'charity',
  'small_balance',
  'bad_debt',
  'administrative',
  'courtesy',
] as const;

export const WriteOffReason = z.enum(WRITE_OFF_REASONS);
export type WriteOffReason = z.output<typeof WriteOffReason>;

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
export type WriteOff = z.output<typeof WriteOff>;

export const Note = Text(500);
