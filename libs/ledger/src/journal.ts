import { negateCents, sumCents, type Cents, type LocalDate } from '@spark-den/kernel';
import type { AccountCode } from './accounts.ts';

/** Every way in which money moves. */
export type EntryKind =
  | 'charge'
  | 'charge_void'
  | 'insurance_receipt'
  | 'insurance_payment'
  | 'insurance_reversal'
  | 'responsibility_transfer'
  | 'patient_receipt'
  | 'receipt_void'
  | 'allocation'
  | 'allocation_release'
  | 'credit_transfer'
  | 'refund'
  | 'refund_payment'
  | 'refund_failure'
  | 'write_off';

/** Whom and what an amount concerns; a balance is a sum over lines that share some of these. */
export interface Dimensions {
  readonly patientId?: string | undefined;
  readonly guarantorId?: string | undefined;
  readonly claimId?: string | undefined;
  readonly chargeLineId?: string | undefined;
  readonly payerId?: string | undefined;
  readonly providerId?: string | undefined;
  readonly locationId?: string | undefined;
  readonly remittanceId?: string | undefined;
  readonly receiptId?: string | undefined;
  readonly serviceDate?: LocalDate | undefined;
  /** Payer's group and reason, such as `CO-45`, or our own reason of a write-off. */
  readonly reason?: string | undefined;
}

export interface JournalLine extends Dimensions {
  readonly account: AccountCode;
  /** Debit positive, credit negative. */
  readonly amountCents: Cents;
}

/** The record that made the money move: a charge line, a claim payment, a receipt, a refund, a write-off. */
export interface Cause {
  readonly type: string;
  readonly id: string;
}

export interface JournalEntry {
  readonly kind: EntryKind;
  readonly cause: Cause;
  /** When it happened outside: the payment date of a remittance, the day of a receipt. */
  readonly eventDate: LocalDate;
  readonly memo: string;
  readonly reversesEntryId?: string;
  readonly lines: readonly JournalLine[];
}

/**
 * Makes an entry; lines of zero are left out.
 * @throws RangeError when the lines do not sum to zero: a wrong entry cannot be built
 */
export function journalEntry(entry: JournalEntry): JournalEntry {
  const lines = entry.lines.filter(line => line.amountCents !== 0);
  const sum = sumCents(lines, line => line.amountCents);
  if (sum !== 0) throw new RangeError(`${entry.kind} is out of balance by ${sum} cents`);
  return { ...entry, lines };
}

/** The entry that takes another back, line by line; the books keep both. */
export function reverseEntry(
  original: Pick<JournalEntry, 'lines'> & { readonly entryId: string },
  reversal: Pick<JournalEntry, 'kind' | 'cause' | 'eventDate' | 'memo'>,
): JournalEntry {
  return journalEntry({
    ...reversal,
    reversesEntryId: original.entryId,
    lines: original.lines.map(line => ({ ...line, amountCents: negateCents(line.amountCents) })),
  });
}

/** A line and its counterpart: `amountCents` moves from the credit side to the debit side. */
export function move(
  amountCents: Cents,
  to: Omit<JournalLine, 'amountCents'>,
  from: Omit<JournalLine, 'amountCents'>,
): JournalLine[] {
  return [
    { ...to, amountCents },
    { ...from, amountCents: negateCents(amountCents) },
  ];
}
