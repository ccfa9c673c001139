import type { Cents, LocalDate } from '@spark-den/kernel';
import type { WriteOffReason } from './accounts.ts';
import { journalEntry, move, type Dimensions, type JournalEntry } from './journal.ts';

/** What is open on a charge and who is asked for it. */
export interface OpenBalance extends Dimensions {
  readonly account: 'ar_insurance' | 'ar_patient';
}

/** A person gives up a balance, for a reason that stays visible as its own account. */
export function writeOffEntry(
  writeOffId: string,
  balance: OpenBalance,
  reason: WriteOffReason,
  amountCents: Cents,
  eventDate: LocalDate,
): JournalEntry {
  return journalEntry({
    kind: 'write_off',
    cause: { type: 'write_off', id: writeOffId },
    eventDate,
    memo: 'Write-off',
    lines: move(amountCents, { ...balance, account: reason, reason }, { ...balance, reason }),
  });
}

/** Moves who is asked: from an insurer to the next one, or to the patient. Nets to zero over both. */
export function responsibilityTransferEntry(
  transferId: string,
  from: OpenBalance,
  toPayerId: string | null,
  amountCents: Cents,
  eventDate: LocalDate,
): JournalEntry {
  const to = toPayerId
    ? ({ ...from, account: 'ar_insurance', payerId: toPayerId } as const)
    : ({ ...from, account: 'ar_patient', payerId: undefined } as const);
  return journalEntry({
    kind: 'responsibility_transfer',
    cause: { type: 'transfer', id: transferId },
    eventDate,
    memo: 'Responsibility moved',
    lines: move(amountCents, to, from),
  });
}
