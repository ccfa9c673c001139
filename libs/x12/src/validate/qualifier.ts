import { qualifyingElement, type Place } from '../guides/rules.ts';
import { keyAt } from '../segments/key.ts';
import { ReadSegment } from '../segments/read-segment.ts';
import { element, type Segment } from '../segments/segment.ts';

/** Tells whether a segment has the qualifier that a place asks for; read once, asked of many places. */
export class QualifierReader {
  #segment: Segment | undefined;
  #read = false;
  /** Of the element's first component; -1 where only the text tells. */
  #key = -1;
  /** The element has no other component. */
  #whole = true;

  /** The segment that will be asked about; most uses have no qualifier, and it is not looked at. */
  take(segment: Segment): void {
    this.#segment = segment;
    this.#read = false;
  }

  fits({ starts }: Place): boolean {
    const { qualifier } = starts;
    if (!qualifier) return true;
    if (!this.#read) this.#look(this.#segment);
    if (this.#key >= 0 && (this.#whole || qualifier.component)) return qualifier.keys.has(this.#key);
    const text = this.#text();
    return qualifier.codes.has(qualifier.component ? this.#first(text) : text);
  }

  #look(segment: Segment | undefined): void {
    this.#read = true;
    this.#key = -1;
    if (!(segment instanceof ReadSegment) || !segment.page) return;
    const { bytes } = segment.page;
    const { end, separator } = segment;
    const start = segment.startOf(qualifyingElement(segment.id));
    if (start < 0) return;
    const component = segment.delimiters.component.charCodeAt(0);
    let at = start;
    while (at < end && bytes[at] !== separator && bytes[at] !== component) at += 1;
    this.#whole = at === end || bytes[at] === separator;
    this.#key = keyAt(bytes, start, at);
  }

  #text(): string {
    return this.#segment ? element(this.#segment, qualifyingElement(this.#segment.id)) : '';
  }

  #first(text: string): string {
    const end = text.indexOf(this.#segment?.delimiters.component ?? '');
    return end < 0 ? text : text.slice(0, end);
  }
}
