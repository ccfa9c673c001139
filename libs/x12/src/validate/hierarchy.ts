import { element, elementOffset, type Segment } from '../segments/segment.ts';
import type { Collector } from './collector.ts';
import type { SegmentCheck } from './segment-check.ts';

/** What HL04 says, and which HL have children; numbers, for a large file has a hundred thousand of them. */
interface Levels {
  readonly positions: number[];
  readonly offsets: number[];
  readonly codes: string[];
  readonly parents: boolean[];
  /** HL01 is the number that is due. */
  readonly own: boolean[];
}

/** HL: numbered 1, 2, 3 …; each parent stands before its children; HL04 tells the truth. */
export class HierarchyCheck implements SegmentCheck {
  readonly #type: string;
  readonly #collector: Collector;
  readonly #levels: Levels = { positions: [], offsets: [], codes: [], parents: [], own: [] };
  /** Places of those whose HL01 is not their number. */
  #strangers: Map<string, number> | undefined;

  /** @param type `837P`, `277CA`, else ST01 */
  constructor(type: string, collector: Collector) {
    this.#type = type;
    this.#collector = collector;
  }

  take(segment: Segment, position: number): void {
    if (segment.id !== 'HL') return;
    const { positions, offsets, codes, parents, own } = this.#levels;
    const expected = positions.length + 1;
    const id = element(segment, 1);
    if (id !== String(expected)) {
      this.#collector.add(segment, position, {
        code: 'hl.sequence',
        message: `HL01 is ${id || 'empty'}; the next number is ${expected}.`,
        element: 1,
        value: id,
        expected: String(expected),
        level: 'envelope',
        ack: { ik3: '8', ik4: '7' },
      });
    }
    this.#checkParent(segment, position);
    if (id === String(expected)) this.#strangers?.delete(id);
    else (this.#strangers ??= new Map()).set(id, positions.length);
    own.push(id === String(expected));
    positions.push(position);
    offsets.push(elementOffset(segment, 4));
    codes.push(codeOf(element(segment, 4)));
    parents.push(false);
  }

  #checkParent(segment: Segment, position: number): void {
    const parent = element(segment, 2);
    const place = this.#placeOf(parent);
    if (place !== undefined) this.#levels.parents[place] = true;
    else if (parent !== '' || element(segment, 3) !== '20') {
      this.#collector.add(segment, position, {
        code: 'hl.parent',
        message: `HL02 names no earlier HL: ${parent || 'nothing'}.`,
        element: 2,
        value: parent,
        level: 'envelope',
        ack: { ik3: '8', ik4: '7' },
      });
    }
  }

  /** Where the last HL of this number stands among those that were read. */
  #placeOf(id: string): number | undefined {
    const stranger = this.#strangers?.get(id);
    const place = Number(id) - 1;
    return stranger ?? (this.#levels.own[place] === true && String(place + 1) === id ? place : undefined);
  }

  end(): void {
    this.#levels.codes.forEach((code, place) => this.#checkChildCode(code, place));
  }

  /**
   * Wild files of other sets are often wrong here and harmless; in a claim a wrong HL04 loses claims, and a 277CA that
   * announces a provider or patients has lost them where none follow.
   */
  #checkChildCode(code: string, place: number): void {
    const truth = this.#levels.parents[place] ? '1' : '0';
    if (code === '' || code === truth) return;
    this.#collector.addAsIs({
      code: 'hl.child-code',
      message:
        truth === '1' ? 'HL04 says no children, but there are.' : 'HL04 says children, but there are none.',
      loop: '',
      segment: 'HL',
      element: 4,
      position: this.#levels.positions[place] ?? 1,
      offset: this.#levels.offsets[place] ?? 0,
      value: code,
      expected: truth,
      level: 'envelope',
      severity:
        this.#type.startsWith('837') || (this.#type === '277CA' && truth === '0') ? 'error' : 'warning',
      ack: { ik3: '8', ik4: '7' },
    });
  }
}

/** One string for all that say the same. */
function codeOf(text: string): string {
  return text === '0' ? '0' : text === '1' ? '1' : text;
}
