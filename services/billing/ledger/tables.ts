import type { AccountCode, EntryKind, WriteOffReason } from '@spark-den/ledger';
import type { Cents, Instant, LocalDate } from '@spark-den/kernel';
import type { Generated } from 'kysely';

export interface AccountTable {
  code: AccountCode;
  name: string;
  kind: string;
  normalSide: 'debit' | 'credit';
}

export interface AccountingPeriodTable {
  practiceId: string;
  month: LocalDate;
  closedAt: Instant;
  closedBy: string;
}

export interface PatientGuarantorTable {
  practiceId: string;
  patientId: string;
  guarantorId: string;
  setAt: Instant;
  setBy: string;
}

export interface JournalEntryTable {
  id: string;
  practiceId: string;
  sequence: Generated<number>;
  kind: EntryKind;
  causeType: string;
  causeId: string;
  reversesEntryId: string | null;
  memo: string;
  eventDate: LocalDate;
  postingDate: LocalDate;
  postedAt: Instant;
  postedBy: string;
}

export interface JournalLineTable {
  practiceId: string;
  entryId: string;
  ordinal: number;
  account: AccountCode;
  amountCents: Cents;
  patientId: string | null;
  guarantorId: string | null;
  claimId: string | null;
  chargeLineId: string | null;
  payerId: string | null;
  providerId: string | null;
  locationId: string | null;
  remittanceId: string | null;
  receiptId: string | null;
  serviceDate: LocalDate | null;
  reason: string | null;
}

/** Written by the journal's trigger alone. */
export interface OpenBalanceTable {
  practiceId: string;
  chargeLineId: string;
  account: 'ar_insurance' | 'ar_patient';
  payerId: string;
  patientId: string;
  guarantorId: string;
  claimId: string | null;
  providerId: string | null;
  locationId: string | null;
  serviceDate: LocalDate | null;
  amountCents: Cents;
}

/** Written by the journal's trigger alone; a credit is positive. */
export interface UnappliedBalanceTable {
  practiceId: string;
  account: 'unapplied_patient' | 'unapplied_insurance';
  sourceId: string;
  patientId: string;
  guarantorId: string | null;
  amountCents: Cents;
}

export interface WriteOffTable {
  id: string;
  practiceId: string;
  patientId: string;
  chargeLineId: string;
  holder: 'insurance' | 'patient';
  payerId: string | null;
  reason: WriteOffReason;
  amountCents: Cents;
  note: string;
  state: 'requested' | 'posted' | 'declined';
  requestedBy: string;
  requestedById: string;
  requestedAt: Instant;
  decidedBy: string | null;
  decidedById: string | null;
  decidedAt: Instant | null;
  entryId: string | null;
  version: Generated<number>;
}

export interface LedgerTables {
  account: AccountTable;
  accountingPeriod: AccountingPeriodTable;
  patientGuarantor: PatientGuarantorTable;
  journalEntry: JournalEntryTable;
  journalLine: JournalLineTable;
  openBalance: OpenBalanceTable;
  unappliedBalance: UnappliedBalanceTable;
  writeOff: WriteOffTable;
}

/** Stands in the sub-ledger's keys where there is no payer or no patient. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';
