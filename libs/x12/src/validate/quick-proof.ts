import { SHAPE, type ElementProof, type SegmentProof } from '../guides/proof.ts';
import type { Delimiters } from '../segments/delimiters.ts';
import { keyAt, keyOf } from '../segments/key.ts';
import { ReadSegment } from '../segments/read-segment.ts';
import type { Segment } from '../segments/segment.ts';
import { isDateAt } from './dates.ts';
import { isBroken } from './syntax-notes.ts';

// kinds of characters; what ends data or must not stand in it is none of them
const BLANK = 1;
const LETTER = 2;
const DIGIT = 4;
const MINUS = 8;
const POINT = 16;

const FORMAT_DAY = keyOf('D8');
const FORMAT_PERIOD = keyOf('RD8');
const HYPHEN = 0x2d;

/**
 * Proves in one look at its bytes that a segment keeps its rule, without making a single string. `false` only means that
 * somebody has to look closer and say what is wrong, if anything is.
 */
export class QuickProof {
  #delimiters: Delimiters | undefined;
  #kinds: Uint8Array = new Uint8Array(256);
  #element = 0;
  #component = 0;
  #bytes: Uint8Array = new Uint8Array(0);
  #end = 0;

  holds(segment: Segment, rule: SegmentProof): boolean {
    if (!(segment instanceof ReadSegment) || !segment.page) return false;
    if (segment.delimiters !== this.#delimiters) this.#separateBy(segment.delimiters);
    this.#bytes = segment.page.bytes;
    this.#end = segment.end;
    const given = this.#elements(segment.end - segment.length + segment.id.length, rule);
    if (given < 0) return false;
    if ((given & rule.noted) === 0 && rule.noted !== -1) return true;
    for (const note of rule.notes) if (isBroken(note, given)) return false;
    return true;
  }

  #separateBy(delimiters: Delimiters): void {
    this.#delimiters = delimiters;
    this.#element = delimiters.element.charCodeAt(0);
    this.#component = delimiters.component.charCodeAt(0);
    this.#kinds = kindsOf(delimiters);
  }

  /** @returns the elements that are given, as bits; -1 when they are not proved */
  #elements(from: number, { elements, lastRequired }: SegmentProof): number {
    const bytes = this.#bytes;
    const end = this.#end;
    let given = 0;
    let index = 0;
    let before = from;
    for (let at = from; at < end;) {
      at += 1;
      const rule = elements[index];
      if (at === end || !rule) return -1;
      index += 1;
      const start = at;
      if (bytes[at] === this.#element) {
        if (rule.required) return -1;
      } else {
        at =
          rule.shape === SHAPE.composite
            ? this.#composite(at, rule)
            : this.#simple(at, rule, before, start - 1);
        if (at < 0 || (at < end && bytes[at] !== this.#element)) return -1;
        given |= 1 << index;
      }
      before = start;
    }
    return index >= lastRequired ? given : -1;
  }

  /** @returns where the composite ends; -1 when it is not proved */
  #composite(from: number, { components, lastRequired }: ElementProof): number {
    const bytes = this.#bytes;
    const end = this.#end;
    let at = from;
    let before = from;
    for (let index = 0; index < components.length; index += 1) {
      const rule = components[index] as ElementProof;
      const start = at;
      if (at === end || bytes[at] === this.#component || bytes[at] === this.#element) {
        if (rule.required) return -1;
      } else at = this.#simple(at, rule, before, start - 1);
      if (at < 0) return -1;
      if (at === end || bytes[at] === this.#element) return index + 1 >= lastRequired ? at : -1;
      if (bytes[at] !== this.#component) return -1;
      at += 1;
      before = start;
    }
    return -1;
  }

  /**
   * @param before where that stands which stands before it, up to `until`: it may name the format of a date
   * @returns where the element or component ends; -1 when it is not proved
   */
  #simple(start: number, rule: ElementProof, before: number, until: number): number {
    const end = this.#endOf(start, rule, before, until);
    const length = end - start;
    if (length < rule.min || length > rule.max) return -1;
    return rule.codes === undefined || rule.codes.has(keyAt(this.#bytes, start, end)) ? end : -1;
  }

  #endOf(start: number, rule: ElementProof, before: number, until: number): number {
    switch (rule.shape) {
      case SHAPE.text:
        return this.#endOfText(start);
      case SHAPE.whole:
        return this.#endOfDigits(start);
      case SHAPE.decimal:
        return this.#endOfDecimal(start);
      case SHAPE.date:
        return this.#endOfDate(start);
      case SHAPE.period:
        return this.#endOfPeriod(start, keyAt(this.#bytes, before, until));
      default:
        return -1;
    }
  }

  /** Printable ASCII without a separator, and not only blanks. */
  #endOfText(start: number): number {
    const kinds = this.#kinds;
    const bytes = this.#bytes;
    let met = 0;
    let at = start;
    for (; at < this.#end; at += 1) {
      const kind = kinds[bytes[at] as number] as number;
      if (kind === 0) break;
      met |= kind;
    }
    return met > BLANK ? at : -1;
  }

  #endOfDigits(start: number): number {
    const kinds = this.#kinds;
    const bytes = this.#bytes;
    let at = start;
    while (at < this.#end && kinds[bytes[at] as number] === DIGIT) at += 1;
    return at;
  }

  #endOfDecimal(start: number): number {
    const whole = this.#kinds[this.#bytes[start] as number] === MINUS ? start + 1 : start;
    const point = this.#endOfDigits(whole);
    if (point === this.#end || this.#kinds[this.#bytes[point] as number] !== POINT)
      return point > whole ? point : -1;
    const end = this.#endOfDigits(point + 1);
    return end - whole > 1 ? end : -1;
  }

  #endOfDate(start: number): number {
    const end = this.#endOfDigits(start);
    return isDateAt(this.#bytes, start, end) ? end : -1;
  }

  #endOfPeriod(start: number, format: number): number {
    const end = this.#endOfDate(start);
    if (end - start !== 8 || format === FORMAT_DAY) return format === FORMAT_DAY ? end : -1;
    if (format !== FORMAT_PERIOD || this.#bytes[end] !== HYPHEN) return -1;
    const last = this.#endOfDate(end + 1);
    return last - end === 9 ? last : -1;
  }
}

function kindsOf({ element, component, repetition }: Delimiters): Uint8Array {
  const kinds = new Uint8Array(256);
  kinds.fill(LETTER, 0x21, 0x7f);
  kinds.fill(DIGIT, 0x30, 0x3a);
  kinds[0x20] = BLANK;
  kinds[0x2d] = MINUS;
  kinds[0x2e] = POINT;
  for (const separator of [element, component, repetition]) {
    if (separator !== '') kinds[separator.charCodeAt(0)] = 0;
  }
  return kinds;
}
