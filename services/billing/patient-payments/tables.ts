import type { Cents, Instant, LocalDate } from '@spark-den/kernel';
import type { Tender } from '@spark-den/ledger';
import type { Generated } from 'kysely';

export interface ReceiptTable {
  id: string;
  practiceId: string;
  number: string;
  patientId: string;
  guarantorId: string;
  tender: Tender;
  purpose: 'copay' | 'balance' | 'deposit';
  amountCents: Cents;
  appointmentId: string | null;
  reference: string | null;
  receivedAt: Instant;
  receivedOn: LocalDate;
  receivedBy: string;
  state: 'posted' | 'voided';
  voidNote: string | null;
}

export interface CardCheckoutTable {
  id: string;
  practiceId: string;
  patientId: string;
  appointmentId: string | null;
  purpose: 'copay' | 'balance' | 'deposit';
  amountCents: Cents;
  state: 'open' | 'paid' | 'expired';
  processorSession: string | null;
  processorPayment: string | null;
  redirectUrl: string | null;
  receiptId: string | null;
  openedAt: Instant;
  openedBy: string;
}

export interface CardEventTable {
  practiceId: string;
  eventId: string;
  type: string;
  subjectId: string;
  amountCents: Cents;
  receivedAt: Instant;
}

export interface RefundTable {
  id: string;
  practiceId: string;
  receiptId: string;
  patientId: string;
  amountCents: Cents;
  tender: Tender;
  note: string;
  state: 'requested' | 'approved' | 'declined' | 'paid' | 'failed';
  processorRefund: string | null;
  requestedBy: string;
  requestedById: string;
  requestedAt: Instant;
  decidedBy: string | null;
  decidedById: string | null;
  decidedAt: Instant | null;
  version: Generated<number>;
}

export interface PatientPaymentsTables {
  receipt: ReceiptTable;
  cardCheckout: CardCheckoutTable;
  cardEvent: CardEventTable;
  refund: RefundTable;
}
