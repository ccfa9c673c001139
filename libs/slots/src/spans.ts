import type { Span } from './types.ts';

/** Sorted, disjoint, none empty, none touching: the one shape in which sets of time are kept. */
export type SpanSet = readonly Span[];

export function isEmpty(span: Span): boolean {
  return span.end <= span.start;
}

/** Whether they have time in common; an empty span has none with any. */
export function overlaps(a: Span, b: Span): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The union of any spans as a set. */
export function unionOf(spans: readonly Span[]): SpanSet {
  const sorted = sortedByStart(spans);
  const result: Span[] = [];
  for (const span of sorted) {
    if (isEmpty(span)) continue;
    const last = result[result.length - 1];
    if (last && span.start <= last.end) {
      if (span.end > last.end) result[result.length - 1] = { start: last.start, end: span.end };
    } else {
      result.push(span);
    }
  }
  return result;
}

/** What is in `from` and not in `taken`. */
export function subtract(from: SpanSet, taken: SpanSet): SpanSet {
  if (taken.length === 0) return from;
  const result: Span[] = [];
  let index = 0;
  for (const span of from) {
    while (index < taken.length && taken[index]!.end <= span.start) index += 1;
    let start = span.start;
    for (let at = index; at < taken.length && taken[at]!.start < span.end; at += 1) {
      const hole = taken[at]!;
      if (hole.start > start) result.push({ start, end: hole.start });
      if (hole.end > start) start = hole.end;
    }
    if (start < span.end) result.push({ start, end: span.end });
  }
  return result;
}

/** What is in both. */
export function intersect(a: SpanSet, b: SpanSet): SpanSet {
  const result: Span[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const left = a[i]!;
    const right = b[j]!;
    const start = Math.max(left.start, right.start);
    const end = Math.min(left.end, right.end);
    if (start < end) result.push({ start, end });
    if (left.end < right.end) i += 1;
    else j += 1;
  }
  return result;
}

/** Where at least `capacity` of the spans lie over each other: one more would be too many. */
export function fullSpans(spans: readonly Span[], capacity: number): SpanSet {
  if (capacity <= 1) return unionOf(spans);
  const edges = spans
    .filter(span => !isEmpty(span))
    .flatMap(span => [
      { at: span.start, step: 1 },
      { at: span.end, step: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.step - b.step);
  const result: Span[] = [];
  let depth = 0;
  let fullSince = 0;
  for (const edge of edges) {
    const before = depth;
    depth += edge.step;
    if (before < capacity && depth >= capacity) fullSince = edge.at;
    if (before >= capacity && depth < capacity) result.push({ start: fullSince, end: edge.at });
  }
  return unionOf(result);
}

/** Index of the first span of the set that ends after `at`; its length when there is none. */
export function firstEndingAfter(set: SpanSet, at: number): number {
  let low = 0;
  let high = set.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (set[middle]!.end > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first member of the set that the span overlaps. */
export function firstOverlap(set: SpanSet, start: number, end: number): Span | undefined {
  const found = set[firstEndingAfter(set, start)];
  return found && found.start < end ? found : undefined;
}

export function totalMs(set: SpanSet): number {
  return set.reduce((sum, span) => sum + span.end - span.start, 0);
}

function sortedByStart(spans: readonly Span[]): readonly Span[] {
  for (let index = 1; index < spans.length; index += 1) {
    if (spans[index]!.start < spans[index - 1]!.start) return [...spans].sort((a, b) => a.start - b.start);
  }
  return spans;
}
