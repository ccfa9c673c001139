import type { ClaimStatus, PayerOrder } from '@spark-den/contracts/billing/claim-types';
import type { Cents, Instant, LocalDate } from '@spark-den/kernel';
import type { integrationContract } from '@spark-den/contracts/integration/operations';
import type { OutputOf } from '@spark-den/contracts/operation';
import type { Generated } from 'kysely';
import type { Json } from '../charges/tables.ts';
import type { ClaimContent, PayerAdjustment, AdjudicatedLine } from './claim-content.ts';

/** What integration reserved for one interchange. */
export type Envelope = OutputOf<(typeof integrationContract)['operations']['reserveEnvelope']>;

export interface ControlNumberTable {
  practiceId: string;
  name: string;
  value: number;
}

export interface ClaimTable {
  id: string;
  practiceId: string;
  claimNumber: string;
  patientId: string;
  patientName: string;
  coverageId: string;
  payerId: string;
  payerName: string;
  payerOrder: PayerOrder;
  providerId: string;
  locationId: string;
  dateOfService: LocalDate;
  status: ClaimStatus;
  reason: string | null;
  ownerId: string | null;
  nextActionOn: LocalDate | null;
  fileByDate: LocalDate | null;
  totalCents: Cents;
  findings: Json<unknown[]>;
  errorCount: number;
  warningCount: number;
  payerClaimNumber: string | null;
  crossedOver: boolean;
  previousClaimId: string | null;
  currentVersion: number;
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
}

export interface ClaimVersionTable {
  id: string;
  practiceId: string;
  claimId: string;
  versionNumber: number;
  patientControlNumber: string;
  payerId: string;
  frequency: '1' | '7' | '8';
  content: Json<ClaimContent>;
  batchId: string | null;
  frozenAt: Instant | null;
}

export interface ClaimLineTable {
  id: string;
  practiceId: string;
  claimId: string;
  claimVersionId: string;
  lineNumber: number;
  lineControlNumber: string;
  chargeLineId: string;
  code: string;
  modifiers: Json<string[]>;
  units: number;
  chargeCents: Cents;
  dateOfService: LocalDate;
}

export interface ClaimEventTable {
  id: string;
  practiceId: string;
  claimId: string;
  ordinal: Generated<number>;
  at: Instant;
  kind: string;
  fromStatus: ClaimStatus | null;
  toStatus: ClaimStatus;
  actor: string;
  codes: Json<string[]>;
  note: string | null;
  fileId: string | null;
  versionNumber: number;
}

export interface ClaimBatchTable {
  id: string;
  practiceId: string;
  batchNumber: number;
  status: 'created' | 'sent' | 'accepted' | 'partly-accepted' | 'rejected';
  interchangeControlNumber: number;
  envelope: Json<Envelope>;
  claimCount: number;
  totalCents: Cents;
  fileId: string | null;
  createdAt: Instant;
  createdBy: string;
  sentAt: Instant | null;
}

export interface ClaimAdjudicationTable {
  id: string;
  practiceId: string;
  claimId: string;
  claimPaymentId: string;
  remittanceId: string;
  statusCode: string;
  payerClaimNumber: string | null;
  decidedOn: LocalDate;
  paidCents: Cents;
  patientResponsibilityCents: Cents;
  adjustments: Json<PayerAdjustment[]>;
  lines: Json<AdjudicatedLine[]>;
  reversed: boolean;
  recordedAt: Instant;
}

export interface ClaimsTables {
  controlNumber: ControlNumberTable;
  claim: ClaimTable;
  claimVersion: ClaimVersionTable;
  claimLine: ClaimLineTable;
  claimEvent: ClaimEventTable;
  claimBatch: ClaimBatchTable;
  claimAdjudication: ClaimAdjudicationTable;
}
