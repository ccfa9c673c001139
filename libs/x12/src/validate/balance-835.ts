import type { TransactionSegments } from '../interchange-file.ts';
import { element, type Segment } from '../segments/segment.ts';
import { adjustmentTotal, amountAt, money } from './amount.ts';
import type { Collector } from './collector.ts';

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
export function checkRemittanceBalance(transaction: TransactionSegments, collector: Collector): void {
  const { segments } = transaction;
  let claim: Tally | undefined;
  let line: Tally | undefined;
  let claims = 0;
  let providerAdjustments = 0;
  let payment: { segment: Segment; position: number } | undefined;
  const endLine = () => {
    if (line) checkTally(line, 'line', LINE_LOOP, collector);
    line = undefined;
  };
  const endClaim = () => {
    endLine();
    if (claim) checkTally(claim, 'claim', CLAIM_LOOP, collector);
    claim = undefined;
  };
  for (let index = 0; index < segments.length; index += 1) {
    const segment = segments[index] as Segment;
    const position = index + 1;
    switch (segment.id) {
      case 'BPR':
        payment = { segment, position };
        break;
      case 'LX':
        endClaim();
        break;
      case 'CLP':
        endClaim();
        claim = { segment, position, charge: amountAt(segment, 3), paid: amountAt(segment, 4), adjusted: 0 };
        claims += claim.paid;
        break;
      case 'SVC':
        endLine();
        line = { segment, position, charge: amountAt(segment, 2), paid: amountAt(segment, 3), adjusted: 0 };
        break;
      case 'CAS': {
        const total = adjustmentTotal(segment);
        if (claim) claim.adjusted += total;
        if (line) line.adjusted += total;
        break;
      }
      case 'PLB':
        endClaim();
        for (let at = 4; at <= 14; at += 2) providerAdjustments += amountAt(segment, at);
    }
  }
  endClaim();
  if (payment) checkPayment(payment.segment, payment.position, claims, providerAdjustments, collector);
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
