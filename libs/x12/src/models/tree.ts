import { guideNamed } from '../guides/guides.ts';
import type { TransactionSegments } from '../interchange-file.ts';
import type { Segment } from '../segments/segment.ts';
import { trailOf } from '../validate/trail.ts';

/** A segment with its number from ST. */
export interface PlacedSegment {
  readonly segment: Segment;
  readonly position: number;
  /** The elements that were read into the model, as bits: element 1 is bit 1; bit 0 where the model
   * stands for the segment but cannot say all of it. */
  taken: number;
}

/** One occurrence of a loop: its own segments in order, and the loops inside it. */
export class LoopNode {
  readonly id: string;
  readonly segments: PlacedSegment[] = [];
  readonly loops: LoopNode[] = [];
  /** A part of the model stands for this loop and keeps what has no field. */
  claimed = false;

  constructor(id: string) {
    this.id = id;
  }

  /** The first segment of this id, with this qualifier in element 1 where given. */
  first(id: string, qualifier?: string): PlacedSegment | undefined {
    for (const placed of this.segments) {
      if (isSegment(placed.segment, id, qualifier))
        return qualifier === undefined ? placed : qualified(placed);
    }
    return undefined;
  }

  all(id: string, qualifier?: string): readonly PlacedSegment[] {
    let found: PlacedSegment[] | undefined;
    for (const placed of this.segments) {
      if (isSegment(placed.segment, id, qualifier)) {
        (found ??= []).push(qualifier === undefined ? placed : qualified(placed));
      }
    }
    return found ?? NONE;
  }

  loop(id: string): LoopNode | undefined {
    for (const loop of this.loops) if (loop.id === id) return loop;
    return undefined;
  }

  /** Loops of these ids, in the order of the file. */
  loopsOf(...ids: readonly string[]): readonly LoopNode[] {
    let found: LoopNode[] | undefined;
    for (const loop of this.loops) if (ids.includes(loop.id)) (found ??= []).push(loop);
    return found ?? NONE;
  }
}

/** For the many questions that are answered by nothing. */
const NONE: readonly never[] = [];

function isSegment(segment: Segment, id: string, qualifier: string | undefined): boolean {
  return segment.id === id && (qualifier === undefined || segment.elements[1] === qualifier);
}

/** Its first element has been read: it was asked for by it. */
function qualified(placed: PlacedSegment): PlacedSegment {
  placed.taken |= 2;
  return placed;
}

/** Sorts the segments of a transaction into the loops of a guide. What has no place stays in the loop it was met in. */
export function treeOf(transaction: TransactionSegments, guideName: string): LoopNode {
  const root = new LoopNode('');
  const guide = guideNamed(guideName);
  if (!guide) return root;
  const { depths, opened } = trailOf(transaction, guide);
  const open: LoopNode[] = [root];
  transaction.segments.forEach((segment, index) => {
    const placed = { segment, position: index + 1, taken: 0 };
    const depth = index === 0 ? undefined : depths[index - 1];
    if (depth === undefined) {
      root.segments.push(placed);
      return;
    }
    const opens = opened[index - 1];
    const around = opens ? depth - 1 : depth;
    while (open.length > around && open.length > 1) open.pop();
    let node = open[open.length - 1] ?? root;
    if (opens) {
      const inner = new LoopNode(opens.id);
      node.loops.push(inner);
      open.push(inner);
      node = inner;
    }
    node.segments.push(placed);
  });
  return root;
}
