import { guideNamed } from '../guides/guides.ts';
import { eachSegment, type TransactionSegments } from '../held-transaction.ts';
import { element, type Segment } from '../segments/segment.ts';
import { lastInside, trailOf } from '../validate/trail.ts';

/** A segment with its number from ST. */
export class PlacedSegment {
  readonly segment: Segment;
  readonly position: number;
  /** The elements that were read into the model, as bits: element 1 is bit 1; bit 0 where the model
   * stands for the segment but cannot say all of it. */
  taken = 0;
  /** The segment after it in its loop. */
  next: PlacedSegment | undefined = undefined;

  constructor(segment: Segment, position: number) {
    this.segment = segment;
    this.position = position;
  }
}

/**
 * One occurrence of a loop: its own segments in order, and the loops inside it. Both are chains: most loops hold one or two
 * segments, for which an array is large, and a large transaction has many loops.
 */
export class LoopNode {
  readonly id: string;
  /** The segment that begins it. */
  head: PlacedSegment | undefined = undefined;
  /** The first loop inside it. */
  inner: LoopNode | undefined = undefined;
  /** The loop after it in the one around it. */
  next: LoopNode | undefined = undefined;
  /** A part of the model stands for this loop and keeps what has no field. */
  claimed = false;
  /** All was asked of it and of what is in it, which was then let go. */
  settled = false;
  #tail: PlacedSegment | undefined = undefined;
  #lastInner: LoopNode | undefined = undefined;

  constructor(id: string) {
    this.id = id;
  }

  add(placed: PlacedSegment): void {
    if (this.#tail) this.#tail.next = placed;
    else this.head = placed;
    this.#tail = placed;
  }

  addLoop(node: LoopNode): void {
    if (this.#lastInner) this.#lastInner.next = node;
    else this.inner = node;
    this.#lastInner = node;
  }

  /** Lets go what is in it: a large transaction is judged claim by claim. */
  settle(): void {
    this.settled = true;
    this.head = this.#tail = undefined;
    this.inner = this.#lastInner = undefined;
  }

  /** The first segment of this id, with this qualifier in element 1 where given. */
  first(id: string, qualifier?: string): PlacedSegment | undefined {
    for (let at = this.head; at; at = at.next) {
      if (isSegment(at.segment, id, qualifier)) return qualifier === undefined ? at : qualified(at);
    }
    return undefined;
  }

  all(id: string, qualifier?: string): readonly PlacedSegment[] {
    let found: PlacedSegment[] | undefined;
    for (let at = this.head; at; at = at.next) {
      if (isSegment(at.segment, id, qualifier)) {
        (found ??= []).push(qualifier === undefined ? at : qualified(at));
      }
    }
    return found ?? NONE;
  }

  loop(id: string): LoopNode | undefined {
    for (let loop = this.inner; loop; loop = loop.next) if (loop.id === id) return loop;
    return undefined;
  }

  /** Loops of this id, or of one of these ids, in the order of the file. */
  loopsOf(wanted: string | readonly string[]): readonly LoopNode[] {
    let found: LoopNode[] | undefined;
    for (let loop = this.inner; loop; loop = loop.next) {
      if (typeof wanted === 'string' ? loop.id === wanted : wanted.includes(loop.id))
        (found ??= []).push(loop);
    }
    return found ?? NONE;
  }
}

/** For the many questions that are answered by nothing. */
const NONE: readonly never[] = [];

function isSegment(segment: Segment, id: string, qualifier: string | undefined): boolean {
  return segment.id === id && (qualifier === undefined || element(segment, 1) === qualifier);
}

/** Its first element has been read: it was asked for by it. */
function qualified(placed: PlacedSegment): PlacedSegment {
  placed.taken |= 2;
  return placed;
}

/** Told of each loop inside the transaction when all of it has been read, with those around it from the outermost. */
export type LoopListener = (node: LoopNode, within: readonly LoopNode[]) => void;

/** Sorts the segments of a transaction into the loops of a guide. What has no place stays in the loop it was met in. */
export function treeOf(transaction: TransactionSegments, guideName: string, closed?: LoopListener): LoopNode {
  const root = new LoopNode('');
  const guide = guideNamed(guideName);
  if (!guide) return root;
  const trail = trailOf(transaction, guide);
  const inside = lastInside(transaction);
  const open: LoopNode[] = [root];
  eachSegment(transaction, (segment, position) => {
    const placed = new PlacedSegment(segment, position);
    if (position === 1 || position > inside) {
      root.add(placed);
      return;
    }
    const { id, depth } = trail.loopAt(position);
    const opens = trail.opensAt(position);
    closeDownTo(opens ? depth - 1 : depth, open, closed);
    let node = open[open.length - 1] ?? root;
    if (opens) {
      const inner = new LoopNode(id);
      node.addLoop(inner);
      open.push(inner);
      node = inner;
    }
    node.add(placed);
  });
  closeDownTo(1, open, closed);
  return root;
}

/** Closes the innermost of the open loops until so many are open; the transaction itself stays so. */
function closeDownTo(depth: number, open: LoopNode[], closed: LoopListener | undefined): void {
  while (open.length > Math.max(depth, 1)) {
    const node = open.pop();
    if (node) closed?.(node, open);
  }
}
