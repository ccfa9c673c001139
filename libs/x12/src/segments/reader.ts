import type { Delimiters } from './delimiters.ts';
import { LONGEST_HEADER, readHeader } from './header.ts';
import type { Segment } from './segment.ts';

/** What is wrong with the bytes themselves, before any segment is judged. */
export interface ReadProblem {
  readonly code:
    | 'no-interchange'
    | 'stray-data'
    | 'isa-unreadable'
    | 'isa-width'
    | 'isa-delimiters'
    | 'unterminated-segment'
    | 'segment-too-long';
  readonly message: string;
  readonly offset: number;
}

export interface ReadResult {
  readonly segments: readonly Segment[];
  readonly problems: readonly ReadProblem[];
}

/** Longer than any segment of a guide; a terminator that never comes must not fill the memory. */
const LONGEST_SEGMENT = 1_000_000;

const latin1 = new TextDecoder('latin1');
const utf8 = new TextDecoder('utf-8', { fatal: true });
const encoder = new TextEncoder();

/**
 * Reads all segments of a file. Never throws on its content: what cannot be read becomes a problem with its byte.
 * @example for (const segment of readSegments(text).segments) console.log(segment.id, segment.offset);
 */
export function readSegments(input: string | Uint8Array): ReadResult {
  const segments: Segment[] = [];
  const splitter = new SegmentSplitter();
  splitter.push(input, segments);
  splitter.end(segments);
  return { segments, problems: splitter.problems };
}

/**
 * Reads segments from chunks of any size as they come, in constant memory.
 * @param onProblem told of each problem as it is met; left out, problems are passed over
 */
export async function* streamSegments(
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  onProblem?: (problem: ReadProblem) => void,
): AsyncGenerator<Segment, void, undefined> {
  for await (const batch of streamSegmentBatches(chunks, onProblem)) yield* batch;
}

/** The same, all segments of a chunk at a time: much faster for large files. */
export async function* streamSegmentBatches(
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  onProblem?: (problem: ReadProblem) => void,
): AsyncGenerator<readonly Segment[], void, undefined> {
  const splitter = new SegmentSplitter();
  let told = 0;
  const tell = () => {
    for (; told < splitter.problems.length; told += 1) onProblem?.(splitter.problems[told] as ReadProblem);
  };
  for await (const chunk of chunks) {
    const found: Segment[] = [];
    splitter.push(chunk, found);
    tell();
    yield found;
  }
  const rest: Segment[] = [];
  splitter.end(rest);
  tell();
  yield rest;
}

/** A segment as it was read; its elements are split when somebody asks for them. */
class ReadSegment implements Segment {
  readonly id: string;
  readonly offset: number;
  readonly length: number;
  readonly delimiters: Delimiters;
  readonly text: string;
  #elements: readonly string[] | undefined;

  constructor(text: string, offset: number, length: number, delimiters: Delimiters) {
    this.id = identifierOf(text, delimiters.element);
    this.offset = offset;
    this.length = length;
    this.delimiters = delimiters;
    this.text = text;
  }

  get elements(): readonly string[] {
    return (this.#elements ??= splitAt(this.text, this.delimiters.element.charCodeAt(0)));
  }
}

/** What `split` does for a separator of one character, in two thirds of the time. */
function splitAt(text: string, separator: number): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) !== separator) continue;
    parts.push(text.slice(start, at));
    start = at + 1;
  }
  parts.push(text.slice(start));
  return parts;
}

/** Takes segments one by one as they are read; an array does. */
export interface SegmentSink {
  push(segment: Segment): unknown;
}

/** Splits bytes that arrive in pieces. One character stands for one byte throughout, so offsets are exact. */
export class SegmentSplitter {
  readonly problems: ReadProblem[] = [];
  #text = '';
  /** Byte in the file of the first character of `#text`. */
  #base = 0;
  #position = 0;
  /** Where the search for the terminator goes on after a chunk that had none. */
  #searched = 0;
  /** Nothing in `#text` needs decoding. */
  #ascii = true;
  #delimiters: Delimiters | undefined;
  #sawInterchange = false;

  push(chunk: string | Uint8Array, into: SegmentSink): void {
    const bytes = typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
    const ascii = isAscii(bytes);
    this.#ascii = ascii && (this.#ascii || this.#position >= this.#text.length);
    const text = ascii ? utf8.decode(bytes) : latin1.decode(bytes);
    this.#text = this.#position === 0 ? this.#text + text : this.#text.slice(this.#position) + text;
    this.#base += this.#position;
    this.#searched -= this.#position;
    this.#position = 0;
    this.#take(into, false);
  }

  end(into: SegmentSink): void {
    this.#take(into, true);
    if (!this.#sawInterchange && !this.problems.some(problem => problem.code === 'isa-unreadable')) {
      this.#problem('no-interchange', 'No ISA segment: this is not an X12 interchange.', -this.#base);
    }
    this.#text = '';
    this.#position = 0;
  }

  #take(into: SegmentSink, last: boolean): void {
    for (;;) {
      this.#skipBlanks();
      if (this.#position >= this.#text.length) return;
      const done = this.#startsHeader() ? this.#takeHeader(into, last) : this.#takeSegment(into, last);
      if (done) return;
    }
  }

  /** @returns true when more input is needed */
  #takeHeader(into: SegmentSink, last: boolean): boolean {
    if (!last && this.#text.length - this.#position < LONGEST_HEADER) return true;
    const header = readHeader(this.#text, this.#position);
    if (!header) {
      this.#problem('isa-unreadable', 'The ISA segment has no readable delimiters.', this.#position);
      this.#delimiters = undefined;
      this.#position += 3;
      return false;
    }
    this.#sawInterchange = true;
    this.#delimiters = header.delimiters;
    for (const problem of header.problems) this.#problem(problem.code, problem.message, this.#position);
    this.#emit(into, this.#position + header.end, header.delimiters);
    return false;
  }

  #takeSegment(into: SegmentSink, last: boolean): boolean {
    const delimiters = this.#delimiters;
    if (!delimiters) return this.#skipStray(last);
    const end = this.#text.indexOf(delimiters.segment, Math.max(this.#searched, this.#position));
    if (end >= 0 && end - this.#position <= LONGEST_SEGMENT) {
      this.#emit(into, end, delimiters);
      return false;
    }
    if (this.#text.length - this.#position > LONGEST_SEGMENT) {
      this.#problem(
        'segment-too-long',
        'A segment of over a million bytes: the terminator is missing.',
        this.#position,
      );
      this.#emit(into, Math.min(this.#position + LONGEST_SEGMENT, this.#text.length) - 1, delimiters);
      return false;
    }
    if (!last) {
      this.#searched = this.#text.length;
      return true;
    }
    this.#problem('unterminated-segment', 'The last segment has no terminator.', this.#position);
    this.#emit(into, this.#text.trimEnd().length, delimiters);
    this.#position = this.#text.length;
    return true;
  }

  /** Outside an interchange: passes over everything up to the next header and says so once. */
  #skipStray(last: boolean): boolean {
    const next = nextHeader(this.#text, this.#position);
    if (next < 0 && !last) {
      // keep the tail: a header may begin in it
      const keep = Math.max(this.#position, this.#text.length - 3);
      if (keep === this.#position) return true;
      if (!this.#strayTold) this.#tellStray();
      this.#position = keep;
      return true;
    }
    if (!this.#strayTold) this.#tellStray();
    this.#position = next < 0 ? this.#text.length : next;
    return false;
  }

  #strayTold = false;

  #tellStray(): void {
    this.#strayTold = true;
    this.#problem('stray-data', 'Data outside an interchange.', this.#position);
  }

  #emit(into: SegmentSink, end: number, delimiters: Delimiters): void {
    const start = this.#position;
    const raw = this.#text.slice(start, end);
    const segment = new ReadSegment(
      this.#ascii ? raw : decoded(raw),
      this.#base + start,
      end - start,
      delimiters,
    );
    into.push(segment);
    this.#position = end + 1;
    this.#searched = this.#position;
    this.#strayTold = false;
    if (segment.id === 'IEA') this.#delimiters = undefined;
  }

  #startsHeader(): boolean {
    const text = this.#text;
    const at = this.#position;
    const first = text.charCodeAt(at) | 0x20;
    if (
      first !== 0x69 ||
      (text.charCodeAt(at + 1) | 0x20) !== 0x73 ||
      (text.charCodeAt(at + 2) | 0x20) !== 0x61
    )
      return false;
    return /[^A-Za-z0-9]/.test(text[at + 3] ?? '*');
  }

  #skipBlanks(): void {
    const terminator = this.#delimiters?.segment;
    for (;;) {
      const code = this.#text.charCodeAt(this.#position);
      const blank =
        code === 0x20 ||
        code === 0x0a ||
        code === 0x0d ||
        code === 0x09 ||
        code === 0 ||
        code === 0x1a ||
        code === 0xa0;
      if (blank) this.#position += 1;
      else if (this.#base + this.#position === 0 && isByteOrderMark(this.#text)) this.#position += 3;
      else break;
      if (terminator !== undefined && this.#position >= this.#text.length) break;
    }
  }

  #problem(code: ReadProblem['code'], message: string, at: number): void {
    this.problems.push({ code, message, offset: this.#base + at });
  }
}

function nextHeader(text: string, from: number): number {
  const found = text.slice(from).search(/ISA[^A-Za-z0-9\s]/i);
  return found < 0 ? -1 : from + found;
}

/** The three bytes of a UTF-8 byte order mark, read as windows-1252. */
function isByteOrderMark(text: string): boolean {
  return text.startsWith('\u00ef\u00bb\u00bf');
}

function isAscii(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] as number) > 0x7f) return false;
  return true;
}

/** Identifiers met so far, by their letters as a number: one string for each, however often it stands in a file. */
const identifiers = new Map<number, string>();

/** The identifier in capitals: all but hand-made files write it so. */
function identifierOf(text: string, separator: string): string {
  const end = text.charAt(2) === separator ? 2 : text.charAt(3) === separator ? 3 : text.indexOf(separator);
  const length = end < 0 ? text.length : end;
  if (length < 2 || length > 3) return text.slice(0, length).toUpperCase();
  const third = length === 3 ? text.charCodeAt(2) : 0;
  const key = (text.charCodeAt(0) << 16) | (text.charCodeAt(1) << 8) | third;
  const known = identifiers.get(key);
  if (known !== undefined) return known;
  const id = text.slice(0, length).toUpperCase();
  if (identifiers.size < 1_000 && text.charCodeAt(0) < 128 && text.charCodeAt(1) < 128 && third < 128) {
    identifiers.set(key, id);
  }
  return id;
}

/** Text of a segment: UTF-8 where its bytes are that, else as single bytes. */
function decoded(raw: string): string {
  const bytes = Uint8Array.from(raw, character => toByte(character.charCodeAt(0)));
  if (isAscii(bytes)) return raw;
  try {
    return utf8.decode(bytes);
  } catch {
    return raw;
  }
}

/** What `TextDecoder('latin1')` (in truth windows-1252) makes of the bytes 0x80 to 0x9f, turned round. */
const WINDOWS_1252 = new Map(
  Array.from({ length: 32 }, (_, index) => [
    latin1.decode(new Uint8Array([0x80 + index])).charCodeAt(0),
    0x80 + index,
  ]),
);

function toByte(code: number): number {
  return code < 0x100 ? code : (WINDOWS_1252.get(code) ?? 0x3f);
}
