import type { ActivityKind } from '@spark-den/contracts/analytics/types';
import type { AppointmentStatus } from '@spark-den/contracts/scheduling/types';
import type { Cents, Instant, LocalDate } from '@spark-den/kernel';

export interface VisitTable {
  practiceId: string;
  appointmentId: string;
  patientId: string;
  providerId: string;
  locationId: string;
  date: LocalDate;
  startAt: Instant;
  status: AppointmentStatus;
}

export interface CashPostingTable {
  practiceId: string;
  entryId: string;
  ordinal: number;
  kind: string;
  account: string;
  amountCents: Cents;
  patientId: string | null;
  postingDate: LocalDate;
  postedAt: Instant;
}

export interface ChargePostingTable {
  practiceId: string;
  eventId: string;
  chargeId: string;
  patientId: string;
  kind: 'posted' | 'voided';
  amountCents: Cents;
  postedAt: Instant;
}

export interface ClaimTable {
  practiceId: string;
  claimId: string;
  patientId: string;
  payerId: string;
  clean: boolean;
  totalCents: Cents;
  createdAt: Instant;
  submittedAt: Instant | null;
}

export interface ActivityTable {
  practiceId: string;
  id: string;
  kind: ActivityKind;
  permission: string;
  at: Instant;
  patientId: string | null;
  entityType: string;
  entityId: string;
  detail: string | null;
}

export interface AnalyticsDatabase {
  visit: VisitTable;
  cashPosting: CashPostingTable;
  chargePosting: ChargePostingTable;
  claim: ClaimTable;
  activity: ActivityTable;
}
