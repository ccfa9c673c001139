import { element, type Segment } from '@spark-den/x12/segments';
import {
  ELEMENT_FAULT,
  SEGMENT_FAULT,
  type Loop,
  type LoopRule,
  type Placed,
  type SegmentRule,
  type SyntaxError,
} from './grammar.ts';

/** Reads a transaction's segments into loops by its grammar, and says what does not fit. */
export function walk(
  grammar: LoopRule,
  segments: readonly Segment[],
): { readonly tree: Loop; readonly errors: readonly SyntaxError[] } {
  const walker = new Walker(segments.map((segment, index) => ({ segment, position: index + 1 })));
  const tree = walker.loop(grammar);
  return { tree, errors: walker.errors };
}

class Walker {
  readonly errors: SyntaxError[] = [];
  readonly #segments: readonly Placed[];
  #at = 0;

  constructor(segments: readonly Placed[]) {
    this.#segments = segments;
  }

  /** Reads one occurrence of a loop; the cursor stands on its first segment. */
  loop(rule: LoopRule, isRoot = true): Loop {
    const held: Placed[] = [];
    const loops: Loop[] = [];
    const start = this.#segments[this.#at]?.position ?? this.#segments.length;
    this.#takeSegments(rule, held);
    this.#takeLoops(rule, loops);
    while (isRoot && this.#at < this.#segments.length) {
      const stray = this.#segments[this.#at] as Placed;
      this.errors.push({
        segmentId: stray.segment.id,
        position: stray.position,
        code: SEGMENT_FAULT.unexpected,
      });
      this.#at += 1;
      this.#takeLoops(rule, loops);
    }
    this.#checkRequired(rule, held, loops, start);
    return { id: rule.id, segments: held, loops };
  }

  #takeSegments(rule: LoopRule, held: Placed[]): void {
    let ordinal = 0;
    for (let next = this.#segments[this.#at]; next; next = this.#segments[this.#at]) {
      const { segment } = next;
      const found = rule.segments.findIndex(candidate => fits(candidate, segment));
      if (found < 0 || (found === 0 && held.length > 0)) return;
      if (rule.segments[found]?.id !== rule.segments[ordinal]?.id && found < ordinal) return;
      ordinal = Math.max(ordinal, found);
      held.push(next);
      this.#checkElements(rule.segments[found] as SegmentRule, next, rule.id);
      this.#at += 1;
    }
  }

  #takeLoops(rule: LoopRule, loops: Loop[]): void {
    const inner = rule.loops ?? [];
    for (let next = this.#segments[this.#at]; next; next = this.#segments[this.#at]) {
      const { segment } = next;
      const found = inner.find(candidate => fits(candidate.segments[0], segment));
      if (!found) return;
      loops.push(this.loop(found, false));
    }
  }

  #checkElements(rule: SegmentRule, { segment, position }: Placed, loop: string): void {
    for (const index of rule.elements ?? []) {
      if (element(segment, index) !== '') continue;
      this.errors.push({
        segmentId: segment.id,
        position,
        loop,
        code: SEGMENT_FAULT.hasElementErrors,
        element: { position: index, code: ELEMENT_FAULT.missing },
      });
    }
  }

  #checkRequired(rule: LoopRule, held: readonly Placed[], loops: readonly Loop[], position: number): void {
    const missing = rule.segments.filter(
      candidate => candidate.required && !held.some(({ segment }) => fits(candidate, segment)),
    );
    const missingLoops = (rule.loops ?? []).filter(
      inner => inner.required && !loops.some(loop => loop.id === inner.id),
    );
    for (const { id } of [...missing, ...missingLoops.map(inner => inner.segments[0])]) {
      this.errors.push({ segmentId: id, position, loop: rule.id, code: SEGMENT_FAULT.missing });
    }
  }
}

function fits(rule: SegmentRule, segment: Segment): boolean {
  return rule.id === segment.id && (!rule.codes || rule.codes.includes(element(segment, rule.at ?? 1)));
}
