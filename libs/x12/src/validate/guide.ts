import { hasGuide } from '../guides/guides.ts';
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
export class GuideJudge implements SegmentCheck {
  readonly #collector: Collector;
  readonly #checker: ElementChecker;
  #walker: GuideWalker | undefined;
  #transaction!: TransactionSegments;
  #group!: Group;
  #guide!: GuideRule;
  #trail!: Trail;
  #inside = 0;

  constructor(collector: Collector) {
    this.#collector = collector;
    this.#checker = new ElementChecker(collector);
  }

  /** Takes the segments of this transaction from now on. */
  begin(transaction: TransactionSegments, guide: GuideRule, group: Group): void {
    if (!this.#walker || guide !== this.#guide) this.#walker = new GuideWalker(guide, this.#collector);
    this.#guide = guide;
    this.#transaction = transaction;
    this.#group = group;
    this.#trail = new Trail(guide, boundsOf(transaction).length);
    this.#inside = lastInside(transaction);
  }

  take(segment: Segment, position: number): void {
    if (position === 1 || position > this.#inside || !this.#walker) return;
    const placement = this.#walker.place(segment, position);
    this.#trail.add(position, placement);
    const { rule, loop } = placement;
    if (rule) this.#checker.check(segment, position, rule, loop.path);
  }

  end(): void {
    const { first, last, length } = boundsOf(this.#transaction);
    keepTrail(this.#transaction, this.#trail);
    if (last) this.#walker?.end(last, length);
    if (first) checkVersion(this.#transaction, first, this.#guide, this.#group, this.#collector);
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
  const own = element(first, 3).trim();
  if (transaction.set !== '835' && group.header && own !== group.version) {
    collector.add(first, 1, {
      code: 'st.version',
      message: own === '' ? 'ST03 is required.' : `ST03 ${own} differs from GS08 ${group.version}.`,
      element: 3,
      value: own,
      expected: group.version,
      severity: hasGuide(transaction.set, own) ? 'warning' : 'error',
      ack: { ik5: 'I6' },
    });
  }
}
