import type { GuideRule, LoopRule, Place, SegmentRule } from '../guides/rules.ts';
import { isKnownSegment } from '../guides/standard.ts';
import { element, type Segment } from '../segments/segment.ts';
import type { Collector } from './collector.ts';
import type { Finding } from './finding.ts';

/** Where a segment stands in its guide. */
export interface Placement {
  readonly rule: SegmentRule | undefined;
  /** Path of loop ids; the loop it was found in when it has no place. */
  readonly loop: string;
  /** The segment opens this loop. */
  readonly opens: LoopRule | undefined;
  /** How many loops are open now, this one included. */
  readonly depth: number;
}

interface Frame {
  readonly loop: LoopRule;
  slot: number;
  readonly counts: number[];
  /** What was reported as missing, by slot: it may still come, too late. */
  missing: Map<number, Finding> | undefined;
}

interface Match {
  readonly depth: number;
  readonly slot: number;
}

/**
 * Finds the place of each segment of a transaction in its guide, and tells what is missing, repeated, out of order or
 * unexpected. One pass; each segment looks forward from where the last one stood, then back.
 */
export class GuideWalker {
  readonly #collector: Collector;
  readonly #frames: Frame[];

  constructor(guide: GuideRule, collector: Collector) {
    this.#collector = collector;
    this.#frames = [frameOf(guide.root, 0)];
  }

  place(segment: Segment, position: number): Placement {
    const forward = this.#findForward(segment, true);
    if (forward) return this.#take(forward, segment, position);
    const backward = this.#findBackward(segment);
    if (backward) return this.#takeLate(backward, segment, position);
    const loose = this.#findForward(segment, false);
    if (loose) return this.#take(loose, segment, position);
    return this.#unexpected(segment, position);
  }

  /** Closes all loops before SE. */
  end(next: Segment, position: number): void {
    while (this.#frames.length > 0) this.#close(next, position);
  }

  #findForward(segment: Segment, strict: boolean): Match | undefined {
    for (let depth = this.#frames.length - 1; depth >= 0; depth -= 1) {
      const frame = this.#frames[depth] as Frame;
      const { groups } = frame.loop;
      const places = frame.loop.places.get(segment.id);
      // a wrong qualifier leaves no doubt which use is meant where there is only one
      if (!places || (!strict && places.length > 1)) continue;
      const first = firstOpen(frame, depth);
      let full: Match | undefined;
      for (const place of places) {
        const { slot } = place;
        if (slot < first || !(strict ? fits(segment, place) : place.loose)) continue;
        if ((frame.counts[slot] as number) < (frame.loop.slots[slot] as SegmentRule).max)
          return { depth, slot };
        full ??= { depth, slot };
      }
      if (full && (groups[full.slot] ?? 0) >= (groups[frame.slot] ?? 0)) return full;
    }
    return undefined;
  }

  #findBackward(segment: Segment): Match | undefined {
    for (let depth = this.#frames.length - 1; depth >= 0; depth -= 1) {
      const frame = this.#frames[depth] as Frame;
      for (const place of frame.loop.places.get(segment.id) ?? []) {
        const { slot } = place;
        if (slot >= (depth > 0 ? 1 : 0) && slot < frame.slot && fits(segment, place)) return { depth, slot };
      }
    }
    return undefined;
  }

  #take(match: Match, segment: Segment, position: number): Placement {
    while (this.#frames.length - 1 > match.depth) this.#close(segment, position);
    const frame = this.#frames[match.depth] as Frame;
    this.#missingBefore(frame, match.slot, segment, position);
    frame.slot = match.slot;
    return this.#enter(frame, match.slot, segment, position);
  }

  #takeLate(match: Match, segment: Segment, position: number): Placement {
    while (this.#frames.length - 1 > match.depth) this.#close(segment, position);
    const frame = this.#frames[match.depth] as Frame;
    const rule = frame.loop.slots[match.slot] as SegmentRule | LoopRule;
    const repeated = (frame.counts[match.slot] ?? 0) >= rule.max;
    if (!repeated) {
      const reported = frame.missing?.get(match.slot);
      if (reported) this.#collector.takeBack(reported);
      this.#collector.add(segment, position, {
        code: 'segment.order',
        message: `${segment.id} (${rule.name}) stands too late in its loop.`,
        loop: frame.loop.path,
        ack: { ik3: '7' },
      });
    }
    return this.#enter(frame, match.slot, segment, position);
  }

  #enter(frame: Frame, slot: number, segment: Segment, position: number): Placement {
    const rule = frame.loop.slots[slot] as SegmentRule | LoopRule;
    const count = (frame.counts[slot] = (frame.counts[slot] ?? 0) + 1);
    const path = rule.kind === 'loop' ? rule.path : frame.loop.path;
    if (rule.usage === 'N' || count > rule.max) {
      const loops = rule.kind === 'loop';
      this.#collector.add(segment, position, {
        code: loops ? 'loop.repeats' : 'segment.repeats',
        message: loops
          ? `Loop ${rule.id} (${rule.name}) stands ${count} times; ${rule.max} allowed.`
          : `${segment.id} (${rule.name}) stands ${count} times; ${rule.max} allowed.`,
        loop: path,
        expected: `at most ${rule.max}`,
        ack: { ik3: loops ? '4' : '5' },
      });
    }
    if (rule.kind === 'segment') return { rule, loop: path, opens: undefined, depth: this.#frames.length };
    const inner = frameOf(rule, 0);
    inner.counts[0] = 1;
    this.#frames.push(inner);
    return { rule: rule.slots[0] as SegmentRule, loop: path, opens: rule, depth: this.#frames.length };
  }

  #missingBefore(frame: Frame, until: number, next: Segment, position: number): void {
    const { groups, groupStarts, required } = frame.loop;
    const target = groups[until] as number;
    if (target <= (groups[frame.slot] as number)) return;
    const start = groupStarts[frame.slot] as number;
    for (const slot of required) {
      if ((groups[slot] as number) >= target) break;
      if (slot >= start) this.#reportMissing(frame, slot, next, position);
    }
  }

  #close(next: Segment, position: number): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    const start = frame.loop.groupStarts[frame.slot] as number;
    for (const slot of frame.loop.required) {
      if (slot >= start) this.#reportMissing(frame, slot, next, position);
    }
  }

  #reportMissing(frame: Frame, slot: number, next: Segment, position: number): void {
    const rule = frame.loop.slots[slot] as SegmentRule | LoopRule;
    if (rule.usage !== 'R' || (frame.counts[slot] ?? 0) > 0 || frame.missing?.has(slot)) return;
    const loops = rule.kind === 'loop';
    const id = loops ? ((rule.slots[0] as SegmentRule | undefined)?.id ?? '') : rule.id;
    const finding = this.#collector.addMissing(id, next, position, {
      code: loops ? 'loop.missing' : 'segment.missing',
      message: loops ? `Loop ${rule.id} (${rule.name}) is missing.` : `${id} (${rule.name}) is missing.`,
      loop: loops ? rule.path : frame.loop.path,
      ack: { ik3: loops ? 'I7' : '3' },
    });
    (frame.missing ??= new Map()).set(slot, finding);
  }

  #unexpected(segment: Segment, position: number): Placement {
    const loop = this.#frames.at(-1)?.loop.path ?? '';
    const known = isKnownSegment(segment.id);
    this.#collector.add(segment, position, {
      code: known ? 'segment.unexpected' : 'segment.unknown',
      message: known
        ? `${segment.id}${qualifierText(segment)} has no place here.`
        : `${segment.id} is no segment of this transaction.`,
      loop,
      value: segment.elements.slice(0, 3).join(segment.delimiters.element),
      ack: { ik3: known ? '2' : '1' },
    });
    return { rule: undefined, loop, opens: undefined, depth: this.#frames.length };
  }
}

function frameOf(loop: LoopRule, slot: number): Frame {
  return { loop, slot, counts: new Array<number>(loop.slots.length).fill(0), missing: undefined };
}

/** The first slot that may follow: the start of the current order group, never a loop's own first segment again. */
function firstOpen(frame: Frame, depth: number): number {
  const start = frame.loop.groupStarts[frame.slot] ?? 0;
  return depth > 0 && start === 0 ? 1 : start;
}

/** Has the segment the qualifier that this place asks for? */
function fits(segment: Segment, { starts }: Place): boolean {
  const { qualifier } = starts;
  if (!qualifier) return true;
  const text = segment.elements[qualifier.element] ?? '';
  if (!qualifier.component) return qualifier.codes.has(text);
  const end = text.indexOf(segment.delimiters.component);
  return qualifier.codes.has(end < 0 ? text : text.slice(0, end));
}

function qualifierText(segment: Segment): string {
  const value = element(segment, segment.id === 'HL' ? 3 : 1);
  return value === '' ? '' : ` ${value}`;
}
