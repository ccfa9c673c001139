import type { Delimiters } from './delimiters.ts';
import { isAscii, utf8Of, type Page } from './page.ts';
import type { Segment } from './segment.ts';

/** The segment at these places of a page: UTF-8 where its bytes are that, else single bytes. */
export function segmentOf(page: Page, start: number, end: number, delimiters: Delimiters): ReadSegment {
  const { bytes } = page;
  if (page.ascii || isAscii(bytes, start, end)) {
    const id = identifierAt(page, start, end, delimiters.element.charCodeAt(0));
    return new ReadSegment(id, start, end, delimiters, page);
  }
  const text = utf8Of(bytes.subarray(start, end)) ?? page.text.slice(start, end);
  const id = identifierOf(text, delimiters.element);
  return new ReadSegment(id, start, end, delimiters, page, text);
}

/**
 * A segment as it was read: a place in a page. Its strings are made when somebody asks for them; what is asked of every
 * segment is answered from the bytes, which costs a third of looking into a string.
 */
export class ReadSegment implements Segment {
  readonly id: string;
  readonly offset: number;
  readonly length: number;
  readonly delimiters: Delimiters;
  /** The page that it stands in. */
  readonly origin: Page;
  /** The same, for a look at its bytes; undefined when some of its characters take several. */
  readonly page: Page | undefined;
  #text: string | undefined;
  #elements: readonly string[] | undefined;

  /** @param text given where some of its characters take several bytes */
  constructor(id: string, start: number, end: number, delimiters: Delimiters, origin: Page, text?: string) {
    this.id = id;
    this.offset = origin.base + start;
    this.length = end - start;
    this.delimiters = delimiters;
    this.origin = origin;
    this.page = text === undefined ? origin : undefined;
    this.#text = text;
  }

  get text(): string {
    const { page } = this;
    return (this.#text ??= page ? page.text.slice(this.offset - page.base, this.end) : '');
  }

  get elements(): readonly string[] {
    return (this.#elements ??= this.page
      ? splitAt(this.page, this.offset - this.page.base, this.end, this.separator)
      : this.text.split(this.delimiters.element));
  }

  /** The code of the element separator. */
  get separator(): number {
    return this.delimiters.element.charCodeAt(0);
  }

  /** Index in the page after its last byte. */
  get end(): number {
    return this.offset - this.origin.base + this.length;
  }

  /** Index in the page at which element `index` starts; -1 when it is not there, or there is no page. */
  startOf(index: number): number {
    const { page, end, separator } = this;
    if (!page) return -1;
    let left = index;
    let at = this.offset - page.base;
    for (; left > 0 && at < end; at += 1) if (page.bytes[at] === separator) left -= 1;
    return left > 0 ? -1 : at;
  }

  /** How many elements there are, its identifier included, without splitting them. */
  elementCount(): number {
    const { page, end, separator } = this;
    if (!page) return this.elements.length;
    let count = 1;
    for (let at = this.offset - page.base; at < end; at += 1) if (page.bytes[at] === separator) count += 1;
    return count;
  }

  /** Text of one element, empty when it is not there, without splitting the others. */
  element(index: number): string {
    const { page, end, separator } = this;
    if (!page || this.#elements) return this.elements[index] ?? '';
    const start = this.startOf(index);
    if (start < 0) return '';
    return page.slice(start, start + lengthUntil(separator, page.bytes, start, end));
  }
}

/**
 * The parts between separators. They are copied out of one array, not gathered in one of their own: V8 counts which array
 * literals outlive a collection, and one unlucky collection made it put all of them among the old objects, for the rest
 * of the process, where it took four times as long to be rid of them.
 */
function splitAt(
  { bytes, text, parts }: Page,
  from: number,
  end: number,
  separator: number,
): readonly string[] {
  let count = 0;
  let start = from;
  for (let at = from; at < end; at += 1) {
    if (bytes[at] !== separator) continue;
    parts[count] = text.slice(start, at);
    count += 1;
    start = at + 1;
  }
  parts[count] = text.slice(start, end);
  return parts.slice(0, count + 1);
}

/** Identifiers met so far, by their letters as a number: one string for each, however often it stands in a file. */
const identifiers = new Map<number, string>();

/** The identifier in capitals: all but hand-made files write it so. */
function identifierAt(page: Page, start: number, end: number, separator: number): string {
  const { bytes } = page;
  let length = end - start;
  if (length > 2 && bytes[start + 2] === separator) length = 2;
  else if (length > 3 && bytes[start + 3] === separator) length = 3;
  else length = lengthUntil(separator, bytes, start, end);
  if (length < 2 || length > 3) return page.slice(start, start + length).toUpperCase();
  let key = length;
  for (let at = start; at < start + length; at += 1) key = (key << 8) | (bytes[at] as number);
  const known = identifiers.get(key);
  if (known !== undefined) return known;
  const id = shared(page.slice(start, start + length).toUpperCase());
  if (identifiers.size < 1_000) identifiers.set(key, id);
  return id;
}

/** The same where letters take several bytes. */
function identifierOf(text: string, separator: string): string {
  const length = [2, 3, text.indexOf(separator)].find(at => text[at] === separator) ?? text.length;
  return text.slice(0, length).toUpperCase();
}

function lengthUntil(separator: number, bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] !== separator) at += 1;
  return at - start;
}

/** The engine keeps each name of a property once, so that comparing two is comparing their addresses. */
function shared(text: string): string {
  return Object.keys({ [text]: true })[0] ?? text;
}
