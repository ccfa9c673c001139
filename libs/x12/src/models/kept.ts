import { guideNamed } from '../guides/guides.ts';
import type { LoopRule, SegmentRule } from '../guides/rules.ts';
import { isComposite } from '../guides/standard.ts';
import { redraftElements } from '../segments/redraft.ts';
import type { ElementDraft, SegmentDraft } from '../segments/writer.ts';
import type { UnmodelledSegment } from './common.ts';
import { isAlike } from './leftovers.ts';

/**
 * Gives back what was read without a field of its own. Whole segments stand where the guide wants them in their loop, or at
 * its end where it does not know them; single elements return to the segment that they come from.
 */
export class Kept {
  readonly #guide: string;
  #left: readonly UnmodelledSegment[];

  constructor(guide: string, kept: readonly UnmodelledSegment[] | undefined) {
    this.#guide = guide;
    this.#left = kept ?? [];
  }

  /** Is a segment kept whole that begins so? */
  holds(...elements: readonly string[]): boolean {
    return this.#left.some(
      kept => !kept.part && elements.every((text, index) => kept.elements[index] === text),
    );
  }

  /** The model's segments of a loop (without those of inner loops) with what was kept of it. */
  place(loop: string, drafts: readonly SegmentDraft[]): readonly SegmentDraft[] {
    if (this.#left.length === 0) return drafts;
    const kept = this.#left.filter(entry => entry.loop === loop);
    if (kept.length === 0) return drafts;
    this.#left = this.#left.filter(entry => entry.loop !== loop);
    const result = [...drafts];
    for (const entry of kept) if (entry.part) complete(result, entry, entry.part);
    const whole = kept.filter(entry => !entry.part);
    if (drafts.length === 0) return whole.map(keptSegment);
    const rule = loopNamed(guideNamed(this.#guide)?.root, loop);
    const starts = (entry: UnmodelledSegment) => slotOf(rule, entry.elements) === 0;
    // what follows a second start of the loop belongs to that one
    const more = whole.findIndex(starts);
    const own = more < 0 ? whole : whole.slice(0, more);
    for (const entry of own) {
      const slot = slotOf(rule, entry.elements);
      const at = result.findIndex(draft => slotOf(rule, draft) > slot);
      result.splice(at < 0 ? result.length : at, 0, keptSegment(entry));
    }
    return more < 0 ? result : [...result, ...whole.slice(more).map(keptSegment)];
  }

  /** All that was kept and not yet given back, in the order of the file. */
  rest(): readonly SegmentDraft[] {
    const rest = this.#left.filter(entry => !entry.part);
    this.#left = [];
    return rest.map(keptSegment);
  }
}

/** A segment as it was read, to be written with any delimiters. */
function keptSegment({ elements, components, repetitions }: UnmodelledSegment): SegmentDraft {
  return redraftElements(elements, components, repetitions, isComposite);
}

/** Fills the elements that were kept into the segment that they come from, where it still stands. */
function complete(drafts: SegmentDraft[], kept: UnmodelledSegment, nth: number): void {
  const [id] = kept.elements;
  const alike = drafts.flatMap((draft, index) => (isAlike(draft, kept.elements) ? [index] : []));
  const sole = drafts.filter(([other]) => other === id).length === 1;
  const at = alike[nth - 1] ?? (sole ? drafts.findIndex(([other]) => other === id) : undefined);
  const draft = at === undefined ? undefined : drafts[at];
  if (at === undefined || !draft) return;
  const [, ...extra] = keptSegment(kept);
  const elements: ElementDraft[] = Array.from(
    { length: Math.max(extra.length, draft.length - 1) },
    (_, index) => extra[index] || (draft[index + 1] as ElementDraft),
  );
  drafts[at] = [draft[0], ...elements];
}

function loopNamed(loop: LoopRule | undefined, id: string): LoopRule | undefined {
  if (!loop || loop.id === id) return loop;
  for (const slot of loop.slots) {
    const found = slot.kind === 'loop' ? loopNamed(slot, id) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Which of the loop's segments this is; after all of them where it is none. */
function slotOf(loop: LoopRule | undefined, elements: readonly ElementDraft[]): number {
  const slots = loop?.slots ?? [];
  const own = slots.findIndex(slot => slot.kind === 'segment' && fits(slot, elements));
  return own < 0 ? slots.length : own;
}

function fits(rule: SegmentRule, elements: readonly ElementDraft[]): boolean {
  if (rule.id !== elements[0]) return false;
  const { qualifier } = rule;
  if (!qualifier) return true;
  const element = elements[qualifier.element];
  const text = Array.isArray(element) ? (element as readonly string[])[0] : element;
  return (
    typeof text === 'string' && [...qualifier.codes].some(code => text === code || startsWith(text, code))
  );
}

/** A code before some separator. */
function startsWith(text: string, code: string): boolean {
  return text.startsWith(code) && /^[^A-Za-z0-9]/.test(text.slice(code.length));
}
