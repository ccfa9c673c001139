import type { Delimiters } from './delimiters.ts';
import { LONGEST_HEADER, readHeader } from './header.ts';
import { isBlank } from './blanks.ts';
import { Page } from './page.ts';
import { segmentOf, type ReadSegment } from './read-segment.ts';
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

/** All segments of a file, and what is wrong with its bytes. */
export interface ReadResult {
  readonly segments: readonly Segment[];
  readonly problems: readonly ReadProblem[];
}

/** Longer than any segment of a guide; a terminator that never comes must not fill the memory. */
const LONGEST_SEGMENT = 100_000;

/** So much is read at once, so that segments that were dealt with can be let go. */
const PAGE = 65_536;

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

/** Takes segments one by one as they are read; an array does. */
export interface SegmentSink {
  push(segment: ReadSegment): unknown;
}

/** Splits bytes that arrive in pieces. One character stands for one byte throughout, so offsets are exact. */
export class SegmentSplitter {
  readonly problems: ReadProblem[] = [];
  #page = new Page(new Uint8Array(0), 0);
  /** Index in the page of what comes next. */
  #position = 0;
  /** Where the search for the terminator goes on after a chunk that had none. */
  #searched = 0;
  #delimiters: Delimiters | undefined;
  #sawInterchange = false;

  push(chunk: string | Uint8Array, into: SegmentSink): void {
    const bytes = typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
    for (let at = 0; at < bytes.length; at += PAGE) {
      this.#turnPage(bytes.subarray(at, at + PAGE));
      this.#take(into, false);
    }
  }

  end(into: SegmentSink): void {
    this.#take(into, true);
    if (!this.#sawInterchange && !this.problems.some(problem => problem.code === 'isa-unreadable')) {
      this.#problem('no-interchange', 'No ISA segment: this is not an X12 interchange.', -this.#page.base);
    }
    this.#page = new Page(new Uint8Array(0), 0);
    this.#position = 0;
  }

  /** What is left of the last page, with more: a copy, for the caller may use its bytes again. */
  #turnPage(more: Uint8Array): void {
    const left = this.#page.bytes.subarray(this.#position);
    const bytes = new Uint8Array(left.length + more.length);
    bytes.set(left);
    bytes.set(more, left.length);
    this.#page = new Page(bytes, this.#page.base + this.#position);
    this.#searched -= this.#position;
    this.#position = 0;
  }

  #take(into: SegmentSink, last: boolean): void {
    for (;;) {
      this.#skipBlanks();
      if (this.#position >= this.#page.bytes.length) return;
      const done = this.#startsHeader() ? this.#takeHeader(into, last) : this.#takeSegment(into, last);
      if (done) return;
    }
  }

  /** @returns true when more input is needed */
  #takeHeader(into: SegmentSink, last: boolean): boolean {
    if (!last && this.#page.bytes.length - this.#position < LONGEST_HEADER) return true;
    const header = readHeader(this.#page.text, this.#position);
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
    const end = this.#page.indexOf(delimiters.segment, Math.max(this.#searched, this.#position));
    if (end >= 0 && end - this.#position <= LONGEST_SEGMENT) {
      this.#emit(into, end, delimiters);
      return false;
    }
    if (this.#page.bytes.length - this.#position > LONGEST_SEGMENT) {
      this.#problem(
        'segment-too-long',
        'A segment of over a hundred thousand bytes: the terminator is missing.',
        this.#position,
      );
      this.#emit(into, Math.min(this.#position + LONGEST_SEGMENT, this.#page.bytes.length) - 1, delimiters);
      return false;
    }
    if (!last) {
      this.#searched = this.#page.bytes.length;
      return true;
    }
    this.#problem('unterminated-segment', 'The last segment has no terminator.', this.#position);
    this.#emit(into, this.#page.text.trimEnd().length, delimiters);
    this.#position = this.#page.bytes.length;
    return true;
  }

  /** Outside an interchange: passes over everything up to the next header and says so once. */
  #skipStray(last: boolean): boolean {
    const next = nextHeader(this.#page.text, this.#position);
    if (next < 0 && !last) {
      // keep the tail: a header may begin in it
      const keep = Math.max(this.#position, this.#page.bytes.length - 3);
      if (keep === this.#position) return true;
      if (!this.#strayTold) this.#tellStray();
      this.#position = keep;
      return true;
    }
    if (!this.#strayTold) this.#tellStray();
    this.#position = next < 0 ? this.#page.bytes.length : next;
    return false;
  }

  #strayTold = false;

  #tellStray(): void {
    this.#strayTold = true;
    this.#problem('stray-data', 'Data outside an interchange.', this.#position);
  }

  #emit(into: SegmentSink, end: number, delimiters: Delimiters): void {
    const segment = segmentOf(this.#page, this.#position, end, delimiters);
    into.push(segment);
    this.#position = end + 1;
    this.#searched = this.#position;
    this.#strayTold = false;
    if (segment.id === 'IEA') this.#delimiters = undefined;
  }

  #startsHeader(): boolean {
    const { bytes } = this.#page;
    const at = this.#position;
    return (
      isLetter(bytes[at], 0x69) &&
      isLetter(bytes[at + 1], 0x73) &&
      isLetter(bytes[at + 2], 0x61) &&
      !isLetterOrDigit(bytes[at + 3])
    );
  }

  #skipBlanks(): void {
    const { bytes, base } = this.#page;
    let at = this.#position;
    while (at < bytes.length) {
      if (isBlank(bytes[at] as number)) at += 1;
      else if (base + at === 0 && isByteOrderMark(bytes)) at += 3;
      else break;
    }
    this.#position = at;
  }

  #problem(code: ReadProblem['code'], message: string, at: number): void {
    this.problems.push({ code, message, offset: this.#page.base + at });
  }
}

function nextHeader(text: string, from: number): number {
  const found = text.slice(from).search(/ISA[^A-Za-z0-9\s]/i);
  return found < 0 ? -1 : from + found;
}

function isByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function isLetter(code: number | undefined, lowerCase: number): boolean {
  return code !== undefined && (code | 0x20) === lowerCase;
}

function isLetterOrDigit(code: number | undefined): boolean {
  if (code === undefined) return false;
  const letter = code | 0x20;
  return (code >= 0x30 && code <= 0x39) || (letter >= 0x61 && letter <= 0x7a);
}
