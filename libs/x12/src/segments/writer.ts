import { AppError } from '@spark-den/kernel';
import { DEFAULT_DELIMITERS, writable, type Delimiters } from './delimiters.ts';
import { Pieces } from './pieces.ts';
import type { Segment } from './segment.ts';

/** Text, components of a composite, or repetitions of either. Empty, `undefined` and trailing parts vanish. */
export type ElementDraft =
  string | undefined | readonly (string | undefined)[] | { readonly repeat: readonly ElementDraft[] };

/** A segment to be written: identifier, then elements from the first. */
export type SegmentDraft = readonly [id: string, ...elements: ElementDraft[]];

/** The letters that a partner reads: X12's basic set, its extended set without national letters, or all. */
export type CharacterSet = 'basic' | 'ascii' | 'unicode';

/** How segments are written, and what becomes of data that no partner could read. */
export interface WriteOptions {
  readonly delimiters?: Delimiters;
  /** After each terminator; none by default. */
  readonly lineBreak?: '' | '\n' | '\r\n';
  /** What happens to data that holds a delimiter or a control character; it is never written. */
  readonly forbidden?: 'refuse' | 'replace';
  /** Stands in for a forbidden character under `replace`; a blank by default. */
  readonly replacement?: string;
  /**
   * What data may consist of besides: `basic` is X12's basic set (capitals, digits and ! " & ' ( ) * + , - . / : ; ? =), `ascii`
   * its extended set without national letters, `unicode` everything, which is the default. Under `replace` letters of other
   * sets become the nearest of this one (é → e, and in `basic` e → E).
   */
  readonly characters?: CharacterSet;
}

/**
 * Writes segments. Trailing empty elements and components are left out, inner ones kept.
 * @throws AppError `x12.forbidden_character` under `refuse`, `x12.bad_delimiters` for delimiters that are none or not apart,
 * `x12.cannot_repeat` for repetitions where there is no separator for them
 * @example writeSegments([['NM1', '85', '2', 'HARBOR POINT']]) // 'NM1*85*2*HARBOR POINT~'
 */
export function writeSegments(drafts: Iterable<SegmentDraft>, options: WriteOptions = {}): string {
  const text = new Pieces();
  const write = segmentAppender(options, text);
  let position = 0;
  for (const draft of drafts) write(draft, (position += 1));
  return text.take();
}

/** Segments as they were read, byte for byte but for what stood between them (indentation, line breaks). */
export function writeAsRead(segments: Iterable<Segment>, lineBreak: '' | '\n' | '\r\n' = ''): string {
  let text = '';
  for (const segment of segments) {
    const { delimiters } = segment;
    const ends = delimiters.segment === '\n' || delimiters.segment === '\r' ? '' : lineBreak;
    text += segment.text + delimiters.segment + ends;
  }
  return text;
}

/** A function that writes one segment; for writers that stream. */
export function segmentWriter(
  options: WriteOptions = {},
): (draft: SegmentDraft, position?: number) => string {
  const text = new Pieces();
  const write = segmentAppender(options, text);
  return (draft, position) => {
    // what a refused segment left behind
    text.take();
    write(draft, position);
    return text.take();
  };
}

/** A function that adds one segment after another to a text. */
export function segmentAppender(
  options: WriteOptions,
  text: Pieces,
): (draft: SegmentDraft, position?: number) => void {
  const delimiters = writable(options.delimiters ?? DEFAULT_DELIMITERS);
  if (!delimiters) throw new AppError('invalid', 'x12.bad_delimiters');
  const { element, component, repetition, segment } = delimiters;
  const tail = segment + (options.lineBreak ?? '');
  const clean = dataCleaner(options);
  const plain = plainCharacters(options);

  /** @param waiting separators that are written with the first data; @returns whether there was any */
  const append = (
    draft: ElementDraft,
    waiting: string,
    id: string,
    position: number,
    index: number,
  ): boolean => {
    if (!draft) return false;
    if (typeof draft === 'string') {
      if (text.addPlain(waiting, draft, plain)) return true;
      const value = clean(draft, id, position, index);
      if (value !== '') text.add(waiting + value);
      return value !== '';
    }
    const repeats = 'repeat' in draft;
    let before = waiting;
    let any = false;
    for (const part of repeats ? draft.repeat : draft) {
      if (any && repeats && repetition === '' && part !== undefined)
        throw new AppError('invalid', 'x12.cannot_repeat', { segment: id, element: index, position });
      if (append(part, before, id, position, index)) {
        any = true;
        before = '';
      }
      before += repeats ? repetition : component;
    }
    return any;
  };

  return (draft, position = 0) => {
    const id = draft[0];
    if (!text.addPlain('', id, plain)) text.add(clean(id, id, position, 0));
    let waiting = '';
    for (let index = 1; index < draft.length; index += 1) {
      waiting += element;
      if (append(draft[index], waiting, id, position, index)) waiting = '';
    }
    text.add(tail);
  };
}

type DataCleaner = (text: string, segment: string, position: number, element: number) => string;

/** Refuses or replaces what must not be written, by the options' policy. */
export function dataCleaner(options: WriteOptions): DataCleaner {
  const { delimiters = DEFAULT_DELIMITERS, replacement = ' ', forbidden, characters } = options;
  const bad = forbiddenIn(delimiters, characters);
  // what lies beyond the first plane is one character in two halves
  const everyBad = new RegExp(`[\\ud800-\\udbff][\\udc00-\\udfff]|${bad.source}`, 'g');
  if (bad.test(replacement)) throw new AppError('invalid', 'x12.bad_replacement');
  return (text, segment, position, element) => {
    if (!bad.test(text)) return text;
    if (forbidden !== 'replace') {
      throw new AppError('invalid', 'x12.forbidden_character', { segment, element, position });
    }
    return nearest(text, characters)
      .replace(everyBad, found => (bad.test(found) ? replacement : found))
      .trimEnd();
  };
}

/** The same text in letters of a smaller set, where there are such. */
function nearest(text: string, characters: WriteOptions['characters']): string {
  if (characters !== 'basic' && characters !== 'ascii') return text;
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  return characters === 'basic' ? plain.toUpperCase() : plain;
}

/** For each ASCII character whether it may be written as data: a table is asked many times faster than an expression. */
function plainCharacters({ delimiters = DEFAULT_DELIMITERS, characters }: WriteOptions): Uint8Array {
  const bad = forbiddenIn(delimiters, characters);
  return Uint8Array.from({ length: 128 }, (_, code) => (bad.test(String.fromCharCode(code)) ? 0 : 1));
}

/** Delimiters and control characters, and what is not of the partner's set. */
function forbiddenIn(delimiters: Delimiters, characters: CharacterSet = 'unicode'): RegExp {
  const special = Object.values(delimiters)
    .filter(character => character !== '')
    .map((character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return new RegExp(`[\\u0000-\\u001f\\u007f${FOREIGN[characters]}${special.join('')}]`);
}

/** What does not belong to a set, as ranges of an expression. */
const FOREIGN: Readonly<Record<CharacterSet, string>> = {
  basic: '#-%<>@\\[-\\uffff',
  ascii: '\\u0080-\\uffff',
  unicode: '',
};
