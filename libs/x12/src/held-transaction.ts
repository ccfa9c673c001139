import { hasGuide } from './guides/guides.ts';
import { element, type Segment } from './segments/segment.ts';
import type { ReadSegment } from './segments/read-segment.ts';
import { SegmentRun, type SegmentVisitor } from './segments/segment-run.ts';
import type { Trail } from './validate/trail.ts';

/** One ST … SE. */
export interface TransactionSegments {
  /** ST01. */
  readonly set: string;
  /** ST02. */
  readonly control: string;
  /** ST03, or GS08 where ST03 is not used or names no guide and GS08 does. */
  readonly version: string;
  /** ST first; SE last where there is one. Of a transaction that was read they are made when first asked for, and kept. */
  readonly segments: readonly Segment[];
}

/** A transaction as it was read, held as its bytes. */
export class HeldTransaction implements TransactionSegments {
  readonly set: string;
  readonly control: string;
  readonly version: string;
  readonly run: SegmentRun;
  /** Where its segments stand in its guide, once they have been walked. */
  trail: Trail | undefined = undefined;
  #segments: readonly Segment[] | undefined;

  constructor(header: ReadSegment, groupVersion: string) {
    const own = element(header, 3).trim();
    this.set = element(header, 1).trim();
    this.control = element(header, 2).trim();
    const meant = own !== '' && (hasGuide(this.set, own) || !hasGuide(this.set, groupVersion));
    this.version = meant ? own : groupVersion;
    this.run = new SegmentRun(header);
  }

  get segments(): readonly Segment[] {
    return (this.#segments ??= this.run.toArray());
  }
}

/** Goes through all segments, without keeping those that were read. */
export function eachSegment(transaction: TransactionSegments, visit: SegmentVisitor): void {
  if (transaction instanceof HeldTransaction) transaction.run.each(visit);
  else transaction.segments.forEach((segment, index) => visit(segment, index + 1));
}

/** First and last segment, and how many there are. */
export function boundsOf(transaction: TransactionSegments): {
  readonly first: Segment | undefined;
  readonly last: Segment | undefined;
  readonly length: number;
} {
  if (transaction instanceof HeldTransaction) return transaction.run;
  const { segments } = transaction;
  return { first: segments[0], last: segments.at(-1), length: segments.length };
}
