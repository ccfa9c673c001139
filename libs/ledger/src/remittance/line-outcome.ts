import { addCents, allocateCents, cents, subtractCents, sumCents, ZERO, type Cents } from '@spark-den/kernel';
import { matchLines } from './match-lines.ts';
import type { PostableClaim, PostableLine } from './postable-claim.ts';
import type { AdjustmentFacts, ClaimPaymentFacts } from './types.ts';

/** What the payer decided for one of our lines, with its share of what was said for the claim as a whole. */
export interface LineOutcome {
  readonly line: PostableLine;
  readonly serviceOrdinal: number | null;
  readonly matchedBy: string;
  readonly paidCents: Cents;
  readonly adjustments: readonly AdjustmentFacts[];
  readonly remarks: readonly string[];
}

/**
 * Brings a claim payment down to our lines. Adjustments of the claim are shared out over the lines by what each
 * has left, so that every line still adds up to its charge and no cent is made or lost.
 * @returns `undefined` when a service cannot be tied to a line
 */
export function lineOutcomes(payment: ClaimPaymentFacts, claim: PostableClaim): LineOutcome[] | undefined {
  if (payment.lines.length === 0) return spread(withoutServices(payment, claim), payment.adjustments);
  const matches = matchLines(payment, claim.lines);
  if (!matches) return undefined;
  const outcomes = matches.map(({ service, line, by }) => ({
    line,
    serviceOrdinal: service.ordinal,
    matchedBy: by,
    paidCents: service.paidCents,
    adjustments: service.adjustments,
    remarks: service.remarks,
  }));
  return spread(outcomes, payment.adjustments);
}

/** A claim that was paid as a whole: each line starts as paid in full, then the claim's adjustments lower it. */
function withoutServices(payment: ClaimPaymentFacts, claim: PostableClaim): LineOutcome[] {
  return claim.lines.map(line => ({
    line,
    serviceOrdinal: null,
    matchedBy: 'claim',
    paidCents: line.chargeCents,
    adjustments: [],
    remarks: payment.remarks,
  }));
}

function spread(outcomes: readonly LineOutcome[], adjustments: readonly AdjustmentFacts[]): LineOutcome[] {
  return adjustments.reduce<LineOutcome[]>(
    (current, adjustment) => {
      const left = current.map(outcome => Math.max(outcome.paidCents, 0));
      const weights = left.some(value => value > 0) ? left : current.map(outcome => outcome.line.chargeCents);
      const shares = allocateCents(adjustment.amountCents, weights);
      return current.map((outcome, index) => {
        const amountCents = shares[index] ?? ZERO;
        if (amountCents === 0) return outcome;
        return {
          ...outcome,
          paidCents: subtractCents(outcome.paidCents, amountCents),
          adjustments: [...outcome.adjustments, { ...adjustment, amountCents }],
        };
      });
    },
    [...outcomes],
  );
}

/** How a line's adjustments move money. */
export interface LineSplit {
  readonly paidCents: Cents;
  /** By ledger account and the payer's reason. */
  readonly reductions: readonly {
    readonly account: 'contractual' | 'sequestration' | 'payer_reduction';
    readonly reason: string;
    readonly amountCents: Cents;
  }[];
  /** The patient's share: goes to the next payer, or to the patient. */
  readonly responsibility: readonly { readonly reason: string; readonly amountCents: Cents }[];
  /** Stays open with the insurer: a denial is never written off by posting. */
  readonly denied: readonly AdjustmentFacts[];
}

export type IsDenial = (adjustment: AdjustmentFacts, outcome: LineOutcome) => boolean;

/**
 * Sorts a line's adjustments. After a first payer, what it did already (`OA-23`) moves nothing, and a later
 * payer's contract may reduce only what the first one left (`openCents`): a write-off is not repeated.
 */
export function splitLine(
  outcome: LineOutcome,
  claim: Pick<PostableClaim, 'payerRank' | 'patientMayBeBilled'>,
  openCents: Cents,
  isDenial: IsDenial,
): LineSplit {
  const moving = outcome.adjustments.filter(item => `${item.group}-${item.reason}` !== 'OA-23');
  const denied = moving.filter(item => isDenial(item, outcome));
  const settled = moving.filter(item => !isDenial(item, outcome));
  const isShare = (item: AdjustmentFacts) => item.group === 'PR' && claim.patientMayBeBilled;
  const responsibility = settled
    .filter(isShare)
    .map(({ group, reason, amountCents }) => ({ reason: `${group}-${reason}`, amountCents }));
  const reductions = settled
    .filter(item => !isShare(item))
    .map(item => ({
      account: accountOf(item),
      reason: `${item.group}-${item.reason}`,
      amountCents: item.amountCents,
    }));
  const split = { paidCents: outcome.paidCents, reductions, responsibility, denied };
  return claim.payerRank > 1 ? withinOpen(split, openCents) : split;
}

function accountOf({ group, reason }: AdjustmentFacts): LineSplit['reductions'][number]['account'] {
  if (reason === '253') return 'sequestration';
  return group === 'CO' || group === 'CR' || group === 'PR' ? 'contractual' : 'payer_reduction';
}

function withinOpen(split: LineSplit, openCents: Cents): LineSplit {
  let left = subtractCents(openCents, split.paidCents);
  const cap = <T extends { readonly amountCents: Cents }>(items: readonly T[]): T[] =>
    items.map(item => {
      const amountCents = cents(Math.min(item.amountCents, Math.max(left, 0)));
      left = subtractCents(left, amountCents);
      return { ...item, amountCents };
    });
  const responsibility = cap(split.responsibility);
  const denied = cap(split.denied);
  return { ...split, responsibility, denied, reductions: cap(split.reductions) };
}

/** What of the open balance the split uses up; the denied part stays open. */
export function usedCents(split: LineSplit): Cents {
  return addCents(
    split.paidCents,
    sumCents(split.reductions, item => item.amountCents),
    sumCents(split.responsibility, item => item.amountCents),
  );
}
