import { negateCents } from '@spark-den/kernel';
import { reverseEntry, type JournalEntry, type JournalLine } from '../journal.ts';
import type { OpenWith, ParkReason } from './plan-claim.ts';
import type { ClaimPaymentFacts } from './types.ts';
import type { LocalDate } from '@spark-den/kernel';

/** A claim payment that stands in the books and may be taken back. */
export interface PostedClaimPayment {
  readonly claimPaymentId: string;
  /** `null` for a payment that moved nothing: a denial of the whole claim. */
  readonly entryId: string | null;
  readonly payerClaimNumber: string | null;
  readonly chargeCents: number;
  readonly paidCents: number;
  readonly lines: readonly JournalLine[];
}

export type ReversalPlan =
  | { readonly state: 'parked'; readonly reason: ParkReason }
  | { readonly state: 'posted'; readonly entry: JournalEntry | null; readonly original: PostedClaimPayment };

/**
 * Takes back the payment that a reversal (CLP02 22) repeats with its signs negated. The books get the exact
 * mirror of the original entry, whatever the reversal says line by line; without an original it is parked.
 * @param standing posted payments of the same claim and payer that have not been reversed, newest first
 */
export function planReversal(
  reversal: {
    readonly claimPaymentId: string;
    readonly paymentDate: LocalDate;
    readonly remittanceId: string;
  },
  payment: ClaimPaymentFacts,
  standing: readonly PostedClaimPayment[],
  openWith: OpenWith,
): ReversalPlan {
  const mirrors = standing.filter(
    posted =>
      posted.paidCents === negateCents(payment.paidCents) && posted.chargeCents === -payment.chargeCents,
  );
  const original = mirrors.find(posted => posted.payerClaimNumber === payment.payerClaimNumber) ?? mirrors[0];
  if (!original) return { state: 'parked', reason: 'original_not_found' };
  // What the original handed on to the next payer must still be open there, or that receivable would be negative.
  const taken = original.lines.some(
    line =>
      line.account === 'ar_insurance' &&
      line.amountCents > 0 &&
      openWith(line.payerId ?? '', line.chargeLineId ?? '') < line.amountCents,
  );
  if (taken) return { state: 'parked', reason: 'needs_review' };
  if (original.entryId === null) return { state: 'posted', entry: null, original };
  const mirror = reverseEntry(
    { entryId: original.entryId, lines: original.lines },
    {
      kind: 'insurance_reversal',
      cause: { type: 'claim_payment', id: reversal.claimPaymentId },
      eventDate: reversal.paymentDate,
      memo: 'Insurance payment reversed',
    },
  );
  // The money returns to the remittance that carries the reversal, not to the one that first paid.
  const lines = mirror.lines.map(line => ({ ...line, remittanceId: reversal.remittanceId }));
  return { state: 'posted', entry: { ...mirror, lines }, original };
}
