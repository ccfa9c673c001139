import { qualifyingElement, type GuideRule, type LoopRule, type SegmentRule } from '../guides/rules.ts';
import { isKnownSegment } from '../guides/standard.ts';
import { element, type Segment } from '../segments/segment.ts';
import type { Collector } from './collector.ts';
import type { Finding, Severity } from './finding.ts';
import { QualifierReader } from './qualifier.ts';

/** Where a segment stands in its guide. */
export interface Placement {
  readonly rule: SegmentRule | undefined;
  /** Its loop; the loop it was found in when it has no place. */
  readonly loop: LoopRule;
  /** The segment opens that loop. */
  readonly opens: boolean;
}

/** An open loop. */
class Frame {
  readonly loop: LoopRule;
  slot = 0;
  readonly counts: number[];
  /** What was reported as missing, by slot: it may still come, too late. */
  missing: Map<number, Finding> | undefined = undefined;

  constructor(loop: LoopRule) {
    this.loop = loop;
    this.counts = loop.zeros.slice();
  }

  /** As it was before anything stood in the loop. */
  clear(): this {
    this.slot = 0;
    for (let slot = 0; slot < this.counts.length; slot += 1) this.counts[slot] = 0;
    this.missing = undefined;
    return this;
  }
}

/**
 * Finds the place of each segment of a transaction in its guide, and tells what is missing, repeated, out of order or
 * unexpected. One pass; each segment looks forward from where the last one stood, then back.
 */
export class GuideWalker {
  readonly #collector: Collector;
  readonly #root: LoopRule;
  /** Of what stands in another place, or another number of times, than the guide says. */
  readonly #severity: Severity;
  readonly #frames: Frame[] = [];
  /** No loop is open twice at a time: one frame serves all its occurrences. */
  readonly #known = new Map<LoopRule, Frame>();
  readonly #qualifier = new QualifierReader();
  /** The frame and slot that were found. */
  #depth = 0;
  #slot = 0;
  readonly #placement: { -readonly [K in keyof Placement]: Placement[K] };

  constructor(guide: GuideRule, collector: Collector) {
    this.#collector = collector;
    this.#root = guide.root;
    this.#severity = guide.isKnownByFiles ? 'warning' : 'error';
    this.#open(guide.root);
    this.#placement = { rule: undefined, loop: guide.root, opens: false };
  }

  /** @returns one object for all segments: it holds until the next is placed */
  place(segment: Segment, position: number): Placement {
    this.#qualifier.take(segment);
    if (this.#findForward(segment, true)) this.#take(segment, position);
    else if (this.#findBackward(segment)) this.#takeLate(segment, position);
    else if (this.#findForward(segment, false)) this.#take(segment, position);
    else this.#unexpected(segment, position);
    return this.#placement;
  }

  /** Closes all loops before SE; what is placed next begins another transaction. */
  end(next: Segment, position: number): void {
    while (this.#frames.length > 0) this.#close(next, position);
    this.#open(this.#root);
  }

  #findForward(segment: Segment, strict: boolean): boolean {
    for (let depth = this.#frames.length - 1; depth >= 0; depth -= 1) {
      const frame = this.#frames[depth] as Frame;
      const { groups, slots } = frame.loop;
      const places = frame.loop.places.get(segment.id);
      // a wrong qualifier leaves no doubt which use is meant where there is only one
      if (!places || (!strict && places.length > 1)) continue;
      const first = firstOpen(frame, depth);
      let full = -1;
      for (const place of places) {
        const { slot } = place;
        if (slot < first || !(strict ? this.#qualifier.fits(place) : place.loose)) continue;
        if ((frame.counts[slot] as number) < (slots[slot] as SegmentRule).max)
          return this.#found(depth, slot);
        if (full < 0) full = slot;
      }
      if (full >= 0 && (groups[full] as number) >= (groups[frame.slot] as number))
        return this.#found(depth, full);
    }
    return false;
  }

  #findBackward(segment: Segment): boolean {
    for (let depth = this.#frames.length - 1; depth >= 0; depth -= 1) {
      const frame = this.#frames[depth] as Frame;
      for (const place of frame.loop.places.get(segment.id) ?? []) {
        const { slot } = place;
        if (slot >= (depth > 0 ? 1 : 0) && slot < frame.slot && this.#qualifier.fits(place))
          return this.#found(depth, slot);
      }
    }
    return false;
  }

  #found(depth: number, slot: number): true {
    this.#depth = depth;
    this.#slot = slot;
    return true;
  }

  #take(segment: Segment, position: number): void {
    while (this.#frames.length - 1 > this.#depth) this.#close(segment, position);
    const frame = this.#frames[this.#depth] as Frame;
    this.#missingBefore(frame, this.#slot, segment, position);
    frame.slot = this.#slot;
    this.#enter(frame, this.#slot, segment, position);
  }

  #takeLate(segment: Segment, position: number): void {
    while (this.#frames.length - 1 > this.#depth) this.#close(segment, position);
    const frame = this.#frames[this.#depth] as Frame;
    const slot = this.#slot;
    const rule = frame.loop.slots[slot] as SegmentRule | LoopRule;
    const repeated = (frame.counts[slot] ?? 0) >= rule.max;
    if (!repeated) {
      const reported = frame.missing?.get(slot);
      if (reported) this.#collector.takeBack(reported);
      this.#collector.add(segment, position, {
        code: 'segment.order',
        message: `${segment.id} (${rule.name}) stands too late in its loop.`,
        loop: frame.loop.path,
        severity: this.#severity,
        ack: { ik3: '7' },
      });
    }
    this.#enter(frame, slot, segment, position);
  }

  #enter(frame: Frame, slot: number, segment: Segment, position: number): void {
    const rule = frame.loop.slots[slot] as SegmentRule | LoopRule;
    const count = (frame.counts[slot] as number) + 1;
    frame.counts[slot] = count;
    if (rule.usage === 'N' || count > rule.max) {
      const loops = rule.kind === 'loop';
      this.#collector.add(segment, position, {
        code: loops ? 'loop.repeats' : 'segment.repeats',
        message: loops
          ? `Loop ${rule.id} (${rule.name}) stands ${count} times; ${rule.max} allowed.`
          : `${segment.id} (${rule.name}) stands ${count} times; ${rule.max} allowed.`,
        loop: rule.kind === 'loop' ? rule.path : frame.loop.path,
        expected: `at most ${rule.max}`,
        severity: this.#severity,
        ack: { ik3: loops ? '4' : '5' },
      });
    }
    if (rule.kind === 'segment') {
      this.#stands(rule, frame.loop, false);
      return;
    }
    this.#open(rule).counts[0] = 1;
    this.#stands(rule.slots[0] as SegmentRule, rule, true);
  }

  #stands(rule: SegmentRule | undefined, loop: LoopRule, opens: boolean): void {
    const placement = this.#placement;
    placement.rule = rule;
    placement.loop = loop;
    placement.opens = opens;
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

  #open(loop: LoopRule): Frame {
    const frame = this.#known.get(loop)?.clear() ?? new Frame(loop);
    this.#known.set(loop, frame);
    this.#frames.push(frame);
    return frame;
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
      severity: this.#severity,
      ack: { ik3: loops ? 'I7' : '3' },
    });
    if (finding) (frame.missing ??= new Map()).set(slot, finding);
  }

  #unexpected(segment: Segment, position: number): void {
    const loop = this.#frames.at(-1)?.loop ?? this.#root;
    const known = isKnownSegment(segment.id);
    this.#collector.add(segment, position, {
      code: known ? 'segment.unexpected' : 'segment.unknown',
      message: known
        ? `${segment.id}${qualifierText(segment)} has no place here.`
        : `${segment.id} is no segment of this transaction.`,
      loop: loop.path,
      value: segment.elements.slice(0, 3).join(segment.delimiters.element),
      severity: known ? this.#severity : 'error',
      ack: { ik3: known ? '2' : '1' },
    });
    this.#stands(undefined, loop, false);
  }
}

/** The first slot that may follow: the start of the current order group, never a loop's own first segment again. */
function firstOpen(frame: Frame, depth: number): number {
  const start = frame.loop.groupStarts[frame.slot] ?? 0;
  return depth > 0 && start === 0 ? 1 : start;
}

function qualifierText(segment: Segment): string {
  const value = element(segment, qualifyingElement(segment.id));
  return value === '' ? '' : ` ${value}`;
}
