import type { GuideRule, LoopRule } from '../guides/rules.ts';
import { HeldTransaction, boundsOf, eachSegment, type TransactionSegments } from '../held-transaction.ts';
import { Collector } from './collector.ts';
import { GuideWalker, type Placement } from './walker.ts';

/** Where the segments between ST and SE stand in a guide: a byte or two for each. */
export class Trail {
  readonly guide: GuideRule;
  /** By position from ST: twice the number of the loop, and one more for the segment that opens it. */
  readonly #steps: Uint8Array | Uint16Array;

  constructor(guide: GuideRule, length: number) {
    this.guide = guide;
    this.#steps = guide.loops.length > 128 ? new Uint16Array(length + 1) : new Uint8Array(length + 1);
  }

  add(position: number, { loop, opens }: Placement): void {
    this.#steps[position] = loop.number * 2 + (opens ? 1 : 0);
  }

  loopAt(position: number): LoopRule {
    return this.guide.loops[(this.#steps[position] ?? 0) >> 1] ?? this.guide.root;
  }

  opensAt(position: number): boolean {
    return ((this.#steps[position] ?? 0) & 1) === 1;
  }
}

/** A transaction that was judged needs not be walked again for its model. */
export function keepTrail(transaction: TransactionSegments, trail: Trail): void {
  if (transaction instanceof HeldTransaction) transaction.trail = trail;
}

export function trailOf(transaction: TransactionSegments, guide: GuideRule): Trail {
  const known = transaction instanceof HeldTransaction ? transaction.trail : undefined;
  if (known?.guide === guide) return known;
  const trail = new Trail(guide, boundsOf(transaction).length);
  const walker = new GuideWalker(guide, new Collector());
  const inside = lastInside(transaction);
  eachSegment(transaction, (segment, position) => {
    if (position > 1 && position <= inside) trail.add(position, walker.place(segment, position));
  });
  return trail;
}

/** How many segments stand before SE, ST included. */
export function lastInside(transaction: TransactionSegments): number {
  const { last, length } = boundsOf(transaction);
  return last?.id === 'SE' ? length - 1 : length;
}
