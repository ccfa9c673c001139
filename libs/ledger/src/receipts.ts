import { cents, subtractCents, type Cents, type LocalDate } from '@spark-den/kernel';
import { CASH_OF_TENDER, type AccountCode, type Tender } from './accounts.ts';
import { journalEntry, move, type Cause, type Dimensions, type JournalEntry } from './journal.ts';

export interface ReceiptFacts {
  readonly receiptId: string;
  readonly patientId: string;
  readonly guarantorId: string;
  readonly tender: Tender;
  readonly amountCents: Cents;
  readonly receivedOn: LocalDate;
}

const creditOf = (receipt: Omit<ReceiptFacts, 'amountCents' | 'receivedOn'>) =>
  ({
    account: 'unapplied_patient',
    receiptId: receipt.receiptId,
    patientId: receipt.patientId,
    guarantorId: receipt.guarantorId,
  }) as const;

/** Money from a patient is a liability until it is applied to something that the patient owes. */
export function receiptEntry(receipt: ReceiptFacts): JournalEntry {
  const credit = creditOf(receipt);
  return journalEntry({
    kind: 'patient_receipt',
    cause: { type: 'receipt', id: receipt.receiptId },
    eventDate: receipt.receivedOn,
    memo: 'Patient payment',
    lines: move(receipt.amountCents, { ...credit, account: CASH_OF_TENDER[receipt.tender] }, credit),
  });
}

/** A patient's open share of one charge. */
export interface OpenShare extends Dimensions {
  readonly chargeLineId: string;
  readonly openCents: Cents;
}

export interface Allocation {
  readonly share: OpenShare;
  readonly amountCents: Cents;
}

/**
 * Applies credit to open shares: those that were named first, then the oldest service first.
 * Never more than is open on a share, never more than the credit.
 */
export function allocate(
  creditCents: Cents,
  open: readonly OpenShare[],
  named: readonly string[] = [],
): Allocation[] {
  const rank = (share: OpenShare) => {
    const index = named.indexOf(share.chargeLineId);
    return index === -1 ? named.length : index;
  };
  const ordered = [...open].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.serviceDate ?? '').localeCompare(b.serviceDate ?? '') ||
      a.chargeLineId.localeCompare(b.chargeLineId),
  );
  const allocations: Allocation[] = [];
  let left = creditCents;
  for (const share of ordered) {
    const amountCents = cents(Math.min(left, share.openCents));
    if (amountCents <= 0) continue;
    allocations.push({ share, amountCents });
    left = subtractCents(left, amountCents);
  }
  return allocations;
}

/** Applies a receipt's credit; the patient's share of the charge goes down. */
export function allocationEntry(
  receipt: Omit<ReceiptFacts, 'amountCents' | 'receivedOn'>,
  allocations: readonly Allocation[],
  eventDate: LocalDate,
): JournalEntry {
  const credit = creditOf(receipt);
  return journalEntry({
    kind: 'allocation',
    cause: { type: 'receipt', id: receipt.receiptId },
    eventDate,
    memo: 'Payment applied',
    lines: allocations.flatMap(({ share: { openCents: _, ...share }, amountCents }) =>
      move(
        amountCents,
        { ...share, ...credit },
        { ...share, account: 'ar_patient', receiptId: receipt.receiptId },
      ),
    ),
  });
}

/** What lowered a patient's share of one charge: money of a receipt, or a write-off. */
export interface LoweredShare extends Dimensions {
  readonly chargeLineId: string;
  /** Where the amount came from and goes back to: `unapplied_patient`, or the write-off's account. */
  readonly source: AccountCode;
  readonly loweredCents: Cents;
}

/**
 * Gives back what lowered a patient's share when the charge no longer needs it, because its responsibility
 * shrank: payments become credit again, write-offs are undone.
 * @param overCents how far the patient's share of the charge is below zero, as a positive amount
 * @param lowered in the order in which it is given back
 */
export function releaseEntry(
  overCents: Cents,
  lowered: readonly LoweredShare[],
  cause: Cause,
  eventDate: LocalDate,
): JournalEntry {
  let left = overCents;
  const lines = lowered.flatMap(({ loweredCents, source, ...share }) => {
    const amountCents = cents(Math.min(left, loweredCents));
    if (amountCents <= 0) return [];
    left = subtractCents(left, amountCents);
    return move(amountCents, { ...share, account: 'ar_patient' }, { ...share, account: source });
  });
  return journalEntry({
    kind: 'allocation_release',
    cause,
    eventDate,
    memo: 'Payment released as credit',
    lines,
  });
}

/** Moves a receipt's credit to another patient; the receipt stays the same. */
export function creditTransferEntry(
  receipt: Omit<ReceiptFacts, 'amountCents' | 'receivedOn'>,
  to: { readonly patientId: string; readonly guarantorId: string },
  amountCents: Cents,
  eventDate: LocalDate,
): JournalEntry {
  const credit = creditOf(receipt);
  return journalEntry({
    kind: 'credit_transfer',
    cause: { type: 'receipt', id: receipt.receiptId },
    eventDate,
    memo: 'Credit moved to another patient',
    lines: move(amountCents, credit, { ...credit, ...to }),
  });
}

export interface RefundFacts {
  readonly refundId: string;
  readonly receipt: Omit<ReceiptFacts, 'amountCents' | 'receivedOn'>;
  readonly amountCents: Cents;
}

/** An approved refund is owed to the patient; the credit is spoken for. */
export function refundEntry(refund: RefundFacts, eventDate: LocalDate): JournalEntry {
  const credit = creditOf(refund.receipt);
  return journalEntry({
    kind: 'refund',
    cause: { type: 'refund', id: refund.refundId },
    eventDate,
    memo: 'Refund approved',
    lines: move(refund.amountCents, credit, { ...credit, account: 'refunds_payable' }),
  });
}

/** The refund left the house by the tender in which the money came. */
export function refundPaymentEntry(refund: RefundFacts, eventDate: LocalDate): JournalEntry {
  const credit = creditOf(refund.receipt);
  return journalEntry({
    kind: 'refund_payment',
    cause: { type: 'refund', id: refund.refundId },
    eventDate,
    memo: 'Refund paid',
    lines: move(
      refund.amountCents,
      { ...credit, account: 'refunds_payable' },
      { ...credit, account: CASH_OF_TENDER[refund.receipt.tender] },
    ),
  });
}

/** The card processor could not pay it back: the patient's credit stands again. */
export function refundFailureEntry(refund: RefundFacts, eventDate: LocalDate): JournalEntry {
  const credit = creditOf(refund.receipt);
  return journalEntry({
    kind: 'refund_failure',
    cause: { type: 'refund', id: refund.refundId },
    eventDate,
    memo: 'Refund failed',
    lines: move(refund.amountCents, { ...credit, account: 'refunds_payable' }, credit),
  });
}
