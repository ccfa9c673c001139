import type { RemittanceFinding, RemittanceOutcome } from '@spark-den/contracts/billing/remittance-types';
import type { AdjustmentFacts, ParkReason, ProviderAdjustmentFacts } from '@spark-den/ledger';
import type { Cents, Instant, LocalDate } from '@spark-den/kernel';
import type { Json } from '../charges/tables.ts';

export interface RemittanceFileTable {
  id: string;
  practiceId: string;
  sha256: string;
  fileName: string;
  blobKey: string;
  byteCount: number;
  source: 'upload' | 'clearinghouse';
  receivedAt: Instant;
  receivedBy: string;
  refused: Json<RemittanceOutcome[]>;
}

export interface RemittanceTable {
  id: string;
  practiceId: string;
  fileId: string;
  ordinal: number;
  trace: string;
  originator: string;
  amountCents: Cents;
  creditOrDebit: 'C' | 'D';
  method: string;
  paymentDate: LocalDate;
  payerName: string;
  payerIdentifiers: Json<string[]>;
  claimCount: number;
  lineCount: number;
  claimsCents: Cents;
  providerAdjustments: Json<ProviderAdjustmentFacts[]>;
  providerAdjustmentCents: Cents;
  claimSetHash: string;
  status: 'posted' | 'held' | 'duplicate' | 'rejected' | 'discarded';
  reason: string | null;
  rivalId: string | null;
  findings: Json<RemittanceFinding[]>;
  receivedAt: Instant;
  postedAt: Instant | null;
  decidedBy: string | null;
  decisionNote: string | null;
}

export interface ClaimPaymentTable {
  id: string;
  practiceId: string;
  remittanceId: string;
  ordinal: number;
  patientControlNumber: string;
  payerClaimNumber: string | null;
  statusCode: string;
  chargeCents: Cents;
  paidCents: Cents;
  patientResponsibilityCents: Cents;
  contractualCents: Cents;
  deniedCents: Cents;
  patientName: string | null;
  memberId: string | null;
  serviceDate: LocalDate | null;
  adjustments: Json<AdjustmentFacts[]>;
  remarks: Json<string[]>;
  state: 'posted' | 'unmatched' | 'information' | 'held';
  parkReason: ParkReason | null;
  claimId: string | null;
  patientId: string | null;
  payerId: string | null;
  matchedBy: string | null;
  entryId: string | null;
  reversesId: string | null;
  postedAt: Instant | null;
}

export interface ServicePaymentTable {
  practiceId: string;
  claimPaymentId: string;
  ordinal: number;
  lineControlNumber: string | null;
  chargeLineId: string | null;
  code: string;
  modifiers: Json<string[]>;
  submittedCode: string | null;
  submittedModifiers: Json<string[]>;
  units: string;
  chargeCents: Cents;
  paidCents: Cents;
  allowedCents: Cents | null;
  serviceDate: LocalDate | null;
  adjustments: Json<AdjustmentFacts[]>;
  remarks: Json<string[]>;
}

export interface RemittancesTables {
  remittanceFile: RemittanceFileTable;
  remittance: RemittanceTable;
  claimPayment: ClaimPaymentTable;
  servicePayment: ServicePaymentTable;
}
