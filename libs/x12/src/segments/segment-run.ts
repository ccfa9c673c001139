import { isBlank } from './blanks.ts';
import type { Page } from './page.ts';
import { segmentOf, type ReadSegment } from './read-segment.ts';
import type { Segment } from './segment.ts';

/** Segments that follow each other on one page. */
interface Piece {
  readonly page: Page;
  readonly from: number;
  to: number;
  count: number;
}

/** Takes segments with their number from 1. */
export type SegmentVisitor = (segment: Segment, position: number) => void;

/** What is kept at hand at most: nearly all transactions are shorter. */
const MOST_AT_HAND = { segments: 1_000, bytes: 65_536 };

/**
 * Segments of a transaction, held as the bytes that they stand in. They are found again whenever somebody goes through them,
 * which costs less than an object for each that lives as long as the transaction; only while it is read and judged are
 * those of a short one kept at hand.
 */
export class SegmentRun {
  readonly first: ReadSegment;
  last: ReadSegment;
  length = 0;
  readonly #pieces: Piece[] = [];
  #atHand: ReadSegment[] | undefined = [];

  constructor(first: ReadSegment) {
    this.first = this.last = first;
    this.add(first);
  }

  add(segment: ReadSegment): void {
    const { origin, end } = segment;
    const piece = this.#pieces.at(-1);
    if (piece?.page === origin && isTerminated(piece, this.first)) {
      piece.to = end;
      piece.count += 1;
    } else this.#pieces.push({ page: origin, from: segment.offset - origin.base, to: end, count: 1 });
    this.length += 1;
    this.last = segment;
    if (this.#isShort()) this.#atHand?.push(segment);
    else this.#atHand = undefined;
  }

  #isShort(): boolean {
    const { segments, bytes } = MOST_AT_HAND;
    return this.length <= segments && this.last.offset + this.last.length - this.first.offset <= bytes;
  }

  /** Nobody is about to go through the segments: none is kept at hand. */
  release(): void {
    this.#atHand = undefined;
  }

  each(visit: SegmentVisitor): void {
    const atHand = this.#atHand;
    if (atHand) {
      for (let at = 0; at < atHand.length; at += 1) visit(atHand[at] as ReadSegment, at + 1);
      return;
    }
    const { delimiters } = this.first;
    let position = 0;
    for (const { page, from, to, count } of this.#pieces) {
      let at = from;
      for (let left = count; left > 0; left -= 1) {
        while (at < to && isBlank(page.bytes[at] as number)) at += 1;
        const found = page.indexOf(delimiters.segment, at);
        const end = found < 0 || found > to ? to : found;
        visit(segmentOf(page, at, end, delimiters), (position += 1));
        at = end + 1;
      }
    }
  }

  toArray(): readonly Segment[] {
    const segments: Segment[] = [];
    this.each(segment => segments.push(segment));
    return segments;
  }
}

/** A segment that was cut off ends its piece: what follows could not be told from it. */
function isTerminated({ page, to }: Piece, { delimiters }: Segment): boolean {
  return page.bytes[to] === delimiters.segment.charCodeAt(0);
}
