import type { GuideRule } from '../guides/rules.ts';
import { boundsOf, eachSegment, type TransactionSegments } from '../held-transaction.ts';
import type { Group } from '../interchange-file.ts';
import { element, type Segment } from '../segments/segment.ts';
import { ClaimTallies } from './claim-tallies.ts';
import type { Collector, Remark } from './collector.ts';

/** Beyond this, old payers cut CLM01 and we could not match their answers. */
const LONGEST_CLAIM_NUMBER = 20;

/** What our own outgoing files must satisfy beyond the guide: exact versions, ids that come back whole, nothing ambiguous. */
export function checkProduct(
  transaction: TransactionSegments,
  guide: GuideRule | undefined,
  group: Group,
  collector: Collector,
): void {
  const { first } = boundsOf(transaction);
  if (!first) return;
  const say = (segment: Segment, position: number, remark: Remark) =>
    collector.add(segment, position, { level: 'product', ...remark });
  if (!guide) {
    say(first, 1, {
      code: 'product.version',
      message: 'We write no such transaction.',
      element: 1,
      value: transaction.version,
    });
    return;
  }
  if (group.version !== guide.version) {
    say(first, 1, {
      code: 'product.version',
      message: `We write version ${guide.version} only.`,
      element: 3,
      value: group.version,
      expected: guide.version,
    });
  }
  if (group.functionalId !== guide.functionalId) {
    say(first, 1, {
      code: 'product.functional-id',
      message: 'GS01 does not belong to the transaction.',
      value: group.functionalId,
      expected: guide.functionalId,
    });
  }
  if (guide.set === '837') checkOutgoingClaims(transaction, say);
}

function checkOutgoingClaims(
  transaction: TransactionSegments,
  say: (segment: Segment, position: number, remark: Remark) => void,
): void {
  const numbers = new Set<string>();
  const claims = new ClaimTallies(claim => {
    const number = element(claim.segment, 1);
    if (number.length > LONGEST_CLAIM_NUMBER) {
      say(claim.segment, claim.position, {
        code: 'product.claim-number',
        message: `CLM01 is longer than ${LONGEST_CLAIM_NUMBER}: some payers cut it.`,
        loop: claim.loop,
        element: 1,
        value: number,
      });
    }
    if (numbers.has(number)) {
      say(claim.segment, claim.position, {
        code: 'product.claim-twice',
        message: 'Two claims of the file have the same CLM01.',
        loop: claim.loop,
        element: 1,
        value: number,
      });
    }
    numbers.add(number);
  });
  eachSegment(transaction, (segment, position) => claims.take(segment, position));
  claims.end();
}
