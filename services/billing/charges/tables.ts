import type { Cents, Instant, LocalDate } from '@spark-den/kernel';
import type { ColumnType } from 'kysely';

/** JSON that is written as text (`JSON.stringify`) and read as a value. */
export type Json<T> = ColumnType<T, string, string>;

export interface ChargeTable {
  id: string;
  practiceId: string;
  patientId: string;
  encounterId: string | null;
  encounterVersion: number | null;
  appointmentId: string | null;
  providerId: string;
  locationId: string;
  placeOfService: string;
  dateOfService: LocalDate;
  source: 'encounter' | 'hand';
  sourceEventId: string | null;
  status: 'draft' | 'posted' | 'voided';
  diagnoses: Json<string[]>;
  findings: Json<unknown[]>;
  totalCents: Cents;
  coverageId: string | null;
  payerId: string | null;
  claimId: string | null;
  /** Since when it is known that a coverage which came later covers a self-pay charge. */
  coveredLaterAt: Instant | null;
  voidReason: string | null;
  version: number;
  createdAt: Instant;
  createdBy: string;
  postedAt: Instant | null;
}

export interface ChargeLineTable {
  id: string;
  practiceId: string;
  chargeId: string;
  lineNumber: number;
  code: string;
  label: string | null;
  modifiers: Json<string[]>;
  units: number;
  diagnosisPointers: Json<number[]>;
  unitChargeCents: Cents | null;
  chargeCents: Cents | null;
  expectedAllowedCents: Cents | null;
  feeScheduleId: string | null;
  feeScheduleName: string | null;
  priceRule: string | null;
}

export interface VisitTable {
  appointmentId: string;
  practiceId: string;
  patientId: string;
  providerId: string;
  locationId: string;
  dateOfService: LocalDate;
  keptAt: Instant | null;
  noChargeReason: string | null;
  noChargeNote: string | null;
  noChargeBy: string | null;
}

export interface ClosedEncounterTable {
  encounterId: string;
  practiceId: string;
  appointmentId: string | null;
  patientId: string;
  dateOfService: LocalDate;
  newestVersion: number;
  closedAt: Instant;
}

export interface AmendedServices {
  readonly diagnoses: string[];
  readonly lines: { code: string; modifiers: string[]; units: number; diagnosisPointers: number[] }[];
}

export interface ChargeReviewTable {
  id: string;
  practiceId: string;
  chargeId: string;
  patientId: string;
  encounterId: string;
  encounterVersion: number;
  sourceEventId: string | null;
  amended: Json<AmendedServices>;
  status: 'open' | 'applied' | 'dismissed';
  reason: string | null;
  openedAt: Instant;
  decidedAt: Instant | null;
  decidedBy: string | null;
}

export interface ChargesTables {
  charge: ChargeTable;
  chargeLine: ChargeLineTable;
  visit: VisitTable;
  closedEncounter: ClosedEncounterTable;
  chargeReview: ChargeReviewTable;
}
