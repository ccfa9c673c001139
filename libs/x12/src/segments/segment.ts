import type { Delimiters } from './delimiters.ts';
import { ReadSegment } from './read-segment.ts';

/** One segment as it stood in the file. */
export interface Segment {
  /** Upper case, such as `CLM`. */
  readonly id: string;
  /** As it was written, without the terminator. */
  readonly text: string;
  /** Raw text of each element; index 1 is the first element, index 0 the identifier as written. */
  readonly elements: readonly string[];
  /** Byte at which the identifier starts, from the start of the file. */
  readonly offset: number;
  /** Bytes without the terminator. */
  readonly length: number;
  /** Delimiters of the interchange that holds it. */
  readonly delimiters: Delimiters;
}

/** Text of element `index` (1-based); empty when it is not there. */
export function element(segment: Segment, index: number): string {
  return segment instanceof ReadSegment ? segment.element(index) : (segment.elements[index] ?? '');
}

/** How many elements stand in it, its identifier included; those after the last separator count though they be empty. */
export function elementCount(segment: Segment): number {
  return segment instanceof ReadSegment ? segment.elementCount() : segment.elements.length;
}

/** Component `part` (1-based) of element `index`; a simple element is its own first component. */
export function component(segment: Segment, index: number, part: number): string {
  const text = segment.elements[index];
  if (!text) return '';
  const separator = segment.delimiters.component;
  let start = 0;
  for (let at = 1; at < part; at += 1) {
    start = text.indexOf(separator, start) + 1;
    if (start === 0) return '';
  }
  const end = text.indexOf(separator, start);
  return end < 0 ? text.slice(start) : text.slice(start, end);
}

/** All components of element `index`. */
export function components(segment: Segment, index: number): readonly string[] {
  const text = segment.elements[index];
  return text ? splitText(text, segment.delimiters.component) : [];
}

/** What `split` does, in half the time for a separator of one character. */
function splitText(text: string, separator: string): readonly string[] {
  if (separator.length !== 1) return text.split(separator);
  const code = separator.charCodeAt(0);
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) !== code) continue;
    parts.push(text.slice(start, at));
    start = at + 1;
  }
  parts.push(text.slice(start));
  return parts;
}

/** All repetitions of element `index`; one where the version knows no repetition. */
export function repetitions(segment: Segment, index: number): readonly string[] {
  const text = segment.elements[index];
  if (!text) return [];
  const { repetition } = segment.delimiters;
  return repetition === '' ? [text] : text.split(repetition);
}

/** Byte at which element `index` starts, or where it would stand. */
export function elementOffset(segment: Segment, index: number): number {
  let offset = segment.offset;
  for (let at = 0; at < Math.min(index, segment.elements.length); at += 1) {
    offset += byteLength(segment.elements[at] ?? '') + 1;
  }
  return Math.min(offset, segment.offset + segment.length);
}

function byteLength(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) bytes += code > 0x7ff ? (code >= 0xd800 && code < 0xe000 ? 1 : 2) : 1;
  }
  return bytes;
}
