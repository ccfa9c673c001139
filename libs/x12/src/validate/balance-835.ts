import { element, type Segment } from '../segments/segment.ts';
import { adjustmentTotal, amountAt, money } from './amount.ts';
import type { Collector } from './collector.ts';
import type { SegmentCheck } from './segment-check.ts';

interface Tally {
  readonly segment: Segment;
  readonly position: number;
  readonly charge: number;
  readonly paid: number;
  adjusted: number;
}

const CLAIM_LOOP = '2000/2100';
const LINE_LOOP = '2000/2100/2110';

/**
 * The three balances of an 835, in cents: each line's charge less its adjustments is its payment; so for each claim with all
 * adjustments of claim and lines; the check is the sum of claims less the provider adjustments.
 */
export class RemittanceBalance implements SegmentCheck {
  readonly #collector: Collector;
  #claim: Tally | undefined;
  #line: Tally | undefined;
  #claims = 0;
  #providerAdjustments = 0;
  #payment: { readonly segment: Segment; readonly position: number } | undefined;

  constructor(collector: Collector) {
    this.#collector = collector;
  }

  take(segment: Segment, position: number): void {
    switch (segment.id) {
      case 'BPR':
        this.#payment = { segment, position };
        break;
      case 'LX':
        this.#endClaim();
        break;
      case 'CLP':
        this.#endClaim();
        this.#claim = tallyOf(segment, position, 3);
        this.#claims += this.#claim.paid;
        break;
      case 'SVC':
        this.#endLine();
        this.#line = tallyOf(segment, position, 2);
        break;
      case 'CAS': {
        const total = adjustmentTotal(segment);
        if (this.#claim) this.#claim.adjusted += total;
        if (this.#line) this.#line.adjusted += total;
        break;
      }
      case 'PLB':
        this.#endClaim();
        for (let at = 4; at <= 14; at += 2) this.#providerAdjustments += amountAt(segment, at);
    }
  }

  end(): void {
    this.#endClaim();
    if (!this.#payment) return;
    const { segment, position } = this.#payment;
    checkPayment(segment, position, this.#claims, this.#providerAdjustments, this.#collector);
  }

  #endLine(): void {
    if (this.#line) checkTally(this.#line, 'line', LINE_LOOP, this.#collector);
    this.#line = undefined;
  }

  #endClaim(): void {
    this.#endLine();
    if (this.#claim) checkTally(this.#claim, 'claim', CLAIM_LOOP, this.#collector);
    this.#claim = undefined;
  }
}

/** @param chargeAt the element of the charge; the payment is the next */
function tallyOf(segment: Segment, position: number, chargeAt: number): Tally {
  const charge = amountAt(segment, chargeAt);
  return { segment, position, charge, paid: amountAt(segment, chargeAt + 1), adjusted: 0 };
}

function checkTally(tally: Tally, what: 'line' | 'claim', loop: string, collector: Collector): void {
  const expected = tally.charge - tally.adjusted;
  if (expected === tally.paid) return;
  collector.add(tally.segment, tally.position, {
    code: `balance.835.${what}`,
    message: `The ${what} does not balance: charge ${money(tally.charge)} less adjustments ${money(tally.adjusted)} is ${money(expected)}, not ${money(tally.paid)}.`,
    loop,
    element: what === 'line' ? 3 : 4,
    value: money(tally.paid),
    expected: money(expected),
    ack: { ik3: '8', ik4: 'I12' },
  });
}

function checkPayment(
  segment: Segment,
  position: number,
  claims: number,
  adjustments: number,
  collector: Collector,
): void {
  const paid = amountAt(segment, 2);
  const expected = claims - adjustments;
  if (paid !== expected) {
    collector.add(segment, position, {
      code: 'balance.835.check',
      message: `The payment does not balance: claims ${money(claims)} less provider adjustments ${money(adjustments)} is ${money(expected)}, not ${money(paid)}.`,
      element: 2,
      value: money(paid),
      expected: money(expected),
      ack: { ik3: '8', ik4: 'I12' },
    });
  }
  if (paid < 0) {
    collector.add(segment, position, {
      code: 'bpr.negative',
      message: 'BPR02 is never negative.',
      element: 2,
      value: money(paid),
      ack: { ik3: '8', ik4: 'I12' },
    });
  }
  if (element(segment, 1) === 'H' && (paid !== 0 || element(segment, 4) !== 'NON')) {
    collector.add(segment, position, {
      code: 'bpr.notification',
      message: 'BPR01 H means no money: BPR02 is 0 and BPR04 is NON.',
      element: 1,
      value: 'H',
      ack: { ik3: '8', ik4: 'I12' },
    });
  }
}
