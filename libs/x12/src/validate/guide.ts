import type { GuideRule } from '../guides/rules.ts';
import { boundsOf, type TransactionSegments } from '../held-transaction.ts';
import type { Group } from '../interchange-file.ts';
import { element, type Segment } from '../segments/segment.ts';
import type { Collector } from './collector.ts';
import { ElementChecker } from './elements.ts';
import type { SegmentCheck } from './segment-check.ts';
import { Trail, keepTrail, lastInside } from './trail.ts';
import { GuideWalker } from './walker.ts';

/** Holds one transaction after another against its guide: the place of each segment, its elements, and the version. */
export class GuideJudge {
  readonly #collector: Collector;
  readonly #checker: ElementChecker;
  #guide: GuideRule | undefined;
  #walker: GuideWalker | undefined;

  constructor(collector: Collector) {
    this.#collector = collector;
    this.#checker = new ElementChecker(collector);
  }

  /** @returns a check that takes the segments of the transaction one by one */
  begin(transaction: TransactionSegments, guide: GuideRule, group: Group): SegmentCheck {
    const { first, last, length } = boundsOf(transaction);
    const walker = this.#walkerOf(guide);
    const trail = new Trail(guide, length);
    const inside = lastInside(transaction);
    return {
      take: (segment, position) => {
        if (position === 1 || position > inside) return;
        const placement = walker.place(segment, position);
        trail.add(position, placement);
        const { rule, loop } = placement;
        if (rule) this.#checker.check(segment, position, rule, loop.path);
      },
      end: () => {
        keepTrail(transaction, trail);
        if (last) walker.end(last, length);
        if (first) checkVersion(transaction, first, guide, group, this.#collector);
      },
    };
  }

  #walkerOf(guide: GuideRule): GuideWalker {
    if (!this.#walker || guide !== this.#guide) this.#walker = new GuideWalker(guide, this.#collector);
    this.#guide = guide;
    return this.#walker;
  }
}

function checkVersion(
  transaction: TransactionSegments,
  first: Segment,
  guide: GuideRule,
  group: Group,
  collector: Collector,
): void {
  if (group.header && group.functionalId !== guide.functionalId) {
    collector.add(first, 1, {
      code: 'gs.functional-id',
      message: `GS01 is ${group.functionalId}; a ${guide.name} travels under ${guide.functionalId}.`,
      element: 1,
      value: group.functionalId,
      expected: guide.functionalId,
      severity: 'warning',
      ack: { ak9: '6' },
    });
  }
  if (transaction.set === '835' && element(first, 3) !== '') {
    collector.add(first, 1, {
      code: 'st.not-used',
      message: 'ST03 is not used in an 835.',
      element: 3,
      value: element(first, 3),
      expected: 'nothing',
      ack: { ik5: 'I6' },
    });
  }
  if (transaction.set !== '835' && group.header && transaction.version !== group.version) {
    collector.add(first, 1, {
      code: 'st.version',
      message: `ST03 ${transaction.version} differs from GS08 ${group.version}.`,
      element: 3,
      value: transaction.version,
      expected: group.version,
      severity: 'warning',
      ack: { ik5: 'I6' },
    });
  }
}
