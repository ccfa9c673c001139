import type { Denial } from '@spark-den/contracts/billing/denial-types';
import type { Cents, Instant, LocalDate } from '@spark-den/kernel';
import type { Generated } from 'kysely';
import type { Json } from '../charges/tables.ts';

export interface DenialTable {
  id: string;
  practiceId: string;
  claimId: string;
  claimPaymentId: string;
  chargeLineId: string;
  patientId: string;
  patientControlNumber: string;
  payerId: string;
  payerName: string;
  code: string;
  serviceDate: LocalDate | null;
  adjustmentGroup: string;
  reason: string;
  remarks: Json<string[]>;
  category: string;
  categoryLabel: string;
  rootCauseOwner: string;
  recoverable: boolean;
  /** Of the denied amount, in percent, what an appeal of this category usually brings. */
  expectedShare: number;
  amountCents: Cents;
  deniedOn: LocalDate;
  deadline: LocalDate;
  ownerId: string | null;
  ownerName: string | null;
  nextAction: string;
  nextActionOn: LocalDate | null;
  state: Denial['state'];
  openedAt: Instant;
  closedAt: Instant | null;
  version: Generated<number>;
}

export interface DenialEventTable {
  practiceId: string;
  denialId: string;
  ordinal: Generated<number>;
  at: Instant;
  byName: string;
  what: string;
  note: string | null;
  documentId: string | null;
}

export interface DenialsTables {
  denial: DenialTable;
  denialEvent: DenialEventTable;
}
