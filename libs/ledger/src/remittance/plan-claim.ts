import { subtractCents, sumCents, ZERO, type Cents, type LocalDate } from '@spark-den/kernel';
import { journalEntry, move, type JournalEntry, type JournalLine } from '../journal.ts';
import {
  lineOutcomes,
  splitLine,
  usedCents,
  type IsDenial,
  type LineOutcome,
  type LineSplit,
} from './line-outcome.ts';
import type { PostableClaim } from './postable-claim.ts';
import type { ClaimPaymentFacts, PartyFacts } from './types.ts';

/** Why a claim payment waits for a person, its money in unapplied insurance cash. */
export type ParkReason =
  | 'claim_not_found'
  | 'payer_differs'
  | 'charge_differs'
  | 'line_not_found'
  | 'exceeds_open_balance'
  | 'original_not_found'
  | 'not_our_claim'
  | 'needs_review';

export interface PlannedLine extends LineOutcome {
  readonly split: LineSplit;
}

export type ClaimPlan =
  | { readonly state: 'parked'; readonly reason: ParkReason }
  | { readonly state: 'posted'; readonly entry: JournalEntry; readonly lines: readonly PlannedLine[] };

/** What is open with a payer on a charge, as posting goes on through the file. */
export type OpenWith = (payerId: string, chargeLineId: string) => Cents;

export interface ClaimPosting {
  readonly claimPaymentId: string;
  readonly remittanceId: string;
  readonly paymentDate: LocalDate;
  readonly payer: PartyFacts;
  readonly payment: ClaimPaymentFacts;
  readonly claim: PostableClaim;
}

/**
 * Turns a claim payment (not a reversal) into one journal entry, or says why it cannot be posted. Posting takes
 * money out of unapplied insurance cash, where the whole remittance went first; so parking needs no entry.
 */
export function planClaim(posting: ClaimPosting, openWith: OpenWith, isDenial: IsDenial): ClaimPlan {
  const { payment, claim } = posting;
  if (!isPayerOf(posting.payer, claim)) return { state: 'parked', reason: 'payer_differs' };
  if (payment.chargeCents !== claim.chargeCents) return { state: 'parked', reason: 'charge_differs' };
  const outcomes = lineOutcomes(payment, claim);
  if (!outcomes) return { state: 'parked', reason: 'line_not_found' };
  const lines = outcomes.map(outcome => {
    const openCents = openWith(claim.payerId, outcome.line.chargeLineId);
    return { ...outcome, openCents, split: splitLine(outcome, claim, openCents, isDenial) };
  });
  // A line that takes more than is open would make the receivable negative: a second payment, or a correction
  // whose reversal has not come yet. A person (or the reversal) settles it.
  if (lines.some(line => usedCents(line.split) > line.openCents || line.paidCents < 0)) {
    return { state: 'parked', reason: 'exceeds_open_balance' };
  }
  if (sumCents(lines, line => line.paidCents) !== payment.paidCents) {
    return { state: 'parked', reason: 'needs_review' };
  }
  const entry = journalEntry({
    kind: 'insurance_payment',
    cause: { type: 'claim_payment', id: posting.claimPaymentId },
    eventDate: posting.paymentDate,
    memo: 'Insurance payment',
    lines: lines.flatMap(line => linePostings(posting, line)),
  });
  return { state: 'posted', entry, lines };
}

function linePostings({ claim, remittanceId }: ClaimPosting, { line, split }: PlannedLine): JournalLine[] {
  const dimensions = {
    patientId: claim.patientId,
    guarantorId: claim.guarantorId,
    claimId: claim.claimId,
    chargeLineId: line.chargeLineId,
    providerId: claim.providerId,
    locationId: claim.locationId,
    serviceDate: line.serviceDate,
    remittanceId,
  };
  const receivable = { ...dimensions, account: 'ar_insurance', payerId: claim.payerId } as const;
  const share = claim.nextPayerId
    ? ({ ...dimensions, account: 'ar_insurance', payerId: claim.nextPayerId } as const)
    : ({ ...dimensions, account: 'ar_patient' } as const);
  return [
    ...move(split.paidCents, { ...receivable, account: 'unapplied_insurance' }, receivable),
    ...split.reductions.flatMap(({ account, reason, amountCents }) =>
      move(amountCents, { ...receivable, account, reason }, { ...receivable, reason }),
    ),
    ...split.responsibility.flatMap(({ reason, amountCents }) =>
      move(amountCents, { ...share, reason }, { ...receivable, reason }),
    ),
  ];
}

const normal = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** The payer of the file is the claim's payer when they share an identifier or the name. */
export function isPayerOf(payer: PartyFacts, claim: Pick<PostableClaim, 'payerIdentifiers'>): boolean {
  const known = new Set(claim.payerIdentifiers.map(normal));
  return [payer.name, ...payer.identifiers].some(text => known.has(normal(text)));
}

/** The receipt of a remittance: cash and provider-level amounts against unapplied insurance cash. */
export function remittanceReceiptEntry(remittance: {
  readonly remittanceId: string;
  readonly paymentDate: LocalDate;
  readonly payerId: string | null;
  readonly cashCents: Cents;
  readonly claimsCents: Cents;
  readonly providerAdjustments: readonly { readonly reason: string; readonly amountCents: Cents }[];
}): JournalEntry {
  const dimensions = { remittanceId: remittance.remittanceId, payerId: remittance.payerId ?? undefined };
  return journalEntry({
    kind: 'insurance_receipt',
    cause: { type: 'remittance', id: remittance.remittanceId },
    eventDate: remittance.paymentDate,
    memo: 'Remittance received',
    lines: [
      { ...dimensions, account: 'cash_insurance', amountCents: remittance.cashCents },
      ...remittance.providerAdjustments.map(({ reason, amountCents }) => ({
        ...dimensions,
        account: reason === 'L6' ? ('interest_income' as const) : ('provider_adjustments' as const),
        reason: `PLB-${reason}`,
        amountCents,
      })),
      {
        ...dimensions,
        account: 'unapplied_insurance',
        amountCents: subtractCents(ZERO, remittance.claimsCents),
      },
    ],
  });
}
