import { component, element, type Segment } from '@spark-den/x12/segments';

/** A segment that a loop may hold, in the order in which they may come. */
export interface SegmentRule {
  readonly id: string;
  /** Values of element `at` (1 by default) that this rule is for. */
  readonly codes?: readonly string[];
  readonly at?: number;
  readonly required?: boolean;
  /** Elements that must have a value. */
  readonly elements?: readonly number[];
}

export interface LoopRule {
  readonly id: string;
  /** The segment that opens the loop, then the others. */
  readonly segments: readonly [SegmentRule, ...SegmentRule[]];
  readonly loops?: readonly LoopRule[];
  readonly required?: boolean;
}

/** A segment and its place in the transaction, ST being 1. */
export interface Placed {
  readonly segment: Segment;
  readonly position: number;
}

export interface Loop {
  readonly id: string;
  readonly segments: readonly Placed[];
  readonly loops: readonly Loop[];
}

/** What a 999 says of one segment. Codes are those of IK304 and IK403. */
export interface SyntaxError {
  readonly segmentId: string;
  readonly position: number;
  readonly loop?: string;
  readonly code: string;
  readonly element?: {
    readonly position: number;
    readonly component?: number;
    readonly code: string;
    readonly value?: string;
  };
}

export const SEGMENT_FAULT = { unexpected: '2', missing: '3', hasElementErrors: '8' } as const;
export const ELEMENT_FAULT = {
  missing: '1',
  invalidCode: '7',
  invalidDate: '8',
  pattern: 'I12',
  invalidCharacter: '6',
} as const;

export function first(loop: Loop | undefined, id: string, code?: string): Segment | undefined {
  return loop?.segments.find(
    ({ segment }) => segment.id === id && (code === undefined || element(segment, 1) === code),
  )?.segment;
}

export function all(loop: Loop, id: string): readonly Placed[] {
  return loop.segments.filter(({ segment }) => segment.id === id);
}

export function child(loop: Loop | undefined, id: string): Loop | undefined {
  return loop?.loops.find(item => item.id === id);
}

export function children(loop: Loop, id: string): readonly Loop[] {
  return loop.loops.filter(item => item.id === id);
}

/** Every loop of that name below this one. */
export function descendants(loop: Loop, id: string): readonly Loop[] {
  return loop.loops.flatMap(item =>
    item.id === id ? [item, ...descendants(item, id)] : descendants(item, id),
  );
}

export function valueOf(segment: Segment | undefined, index: number, part?: number): string {
  if (!segment) return '';
  return part === undefined ? element(segment, index) : component(segment, index, part);
}
