import type { GuideRule, LoopRule } from '../guides/rules.ts';
import type { TransactionSegments } from '../interchange-file.ts';
import type { Segment } from '../segments/segment.ts';
import { Collector } from './collector.ts';
import { GuideWalker, type Placement } from './walker.ts';

/** Where the segments of a transaction stand in a guide, from the second: how many loops are open, and what each opens. */
export class Trail {
  readonly guide: GuideRule;
  readonly depths: number[] = [];
  readonly opened: (LoopRule | undefined)[] = [];

  constructor(guide: GuideRule) {
    this.guide = guide;
  }

  add({ depth, opens }: Placement): void {
    this.depths.push(depth);
    this.opened.push(opens);
  }
}

/** A transaction that was judged needs not be walked again for its model. */
const walked = new WeakMap<TransactionSegments, Trail>();

export function keepTrail(transaction: TransactionSegments, trail: Trail): void {
  walked.set(transaction, trail);
}

export function trailOf(transaction: TransactionSegments, guide: GuideRule): Trail {
  const known = walked.get(transaction);
  if (known?.guide === guide) return known;
  const { segments } = transaction;
  const trail = new Trail(guide);
  const walker = new GuideWalker(guide, new Collector());
  const end = lastInside(segments);
  for (let index = 1; index < end; index += 1) {
    trail.add(walker.place(segments[index] as Segment, index + 1));
  }
  return trail;
}

/** How many segments stand before SE, ST included. */
export function lastInside(segments: readonly Segment[]): number {
  return segments.at(-1)?.id === 'SE' ? segments.length - 1 : segments.length;
}
