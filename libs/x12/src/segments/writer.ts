import { AppError } from '@spark-den/kernel';
import { DEFAULT_DELIMITERS, hasControlCharacter, type Delimiters } from './delimiters.ts';
import type { Segment } from './segment.ts';

/** Text, components of a composite, or repetitions of either. Empty, `undefined` and trailing parts vanish. */
export type ElementDraft =
  string | undefined | readonly (string | undefined)[] | { readonly repeat: readonly ElementDraft[] };

/** A segment to be written: identifier, then elements from the first. */
export type SegmentDraft = readonly [id: string, ...elements: ElementDraft[]];

export interface WriteOptions {
  readonly delimiters?: Delimiters;
  /** After each terminator; none by default. */
  readonly lineBreak?: '' | '\n' | '\r\n';
  /** What happens to data that holds a delimiter or a control character; it is never written. */
  readonly forbidden?: 'refuse' | 'replace';
  /** Stands in for a forbidden character under `replace`; a blank by default. */
  readonly replacement?: string;
  /** `ascii` also refuses or replaces everything that old partners cannot read. */
  readonly characters?: 'ascii' | 'unicode';
}

/**
 * Writes segments. Trailing empty elements and components are left out, inner ones kept.
 * @throws AppError `x12.forbidden_character` under `refuse`
 * @example writeSegments([['NM1', '85', '2', 'HARBOR POINT']]) // 'NM1*85*2*HARBOR POINT~'
 */
export function writeSegments(drafts: Iterable<SegmentDraft>, options: WriteOptions = {}): string {
  const write = segmentWriter(options);
  let text = '';
  let position = 0;
  for (const draft of drafts) text += write(draft, (position += 1));
  return text;
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
  const delimiters = options.delimiters ?? DEFAULT_DELIMITERS;
  const tail = delimiters.segment + (options.lineBreak ?? '');
  const clean = dataCleaner(options);
  const elementText = (draft: ElementDraft, where: Where): string => {
    if (draft === undefined || draft === '') return '';
    if (typeof draft === 'string') return clean(draft, where);
    if ('repeat' in draft)
      return joined(
        draft.repeat.map(part => elementText(part, where)),
        delimiters.repetition,
      );
    return joined(
      draft.map(part => (part ? clean(part, where) : '')),
      delimiters.component,
    );
  };
  return (draft, position = 0) => {
    const [id, ...rest] = draft;
    const elements = rest.map((part, index) => elementText(part, { id, position, element: index + 1 }));
    return joined([id, ...elements], delimiters.element) + tail;
  };
}

interface Where {
  readonly id: string;
  readonly position: number;
  readonly element: number;
}

/** Refuses or replaces what must not be written, by the options' policy. */
export function dataCleaner(options: WriteOptions): (text: string, where: Where) => string {
  const delimiters = options.delimiters ?? DEFAULT_DELIMITERS;
  const replacement = options.replacement ?? ' ';
  const special = new Set(Object.values(delimiters).filter(character => character !== ''));
  const bad = (character: string) =>
    special.has(character) ||
    hasControlCharacter(character) ||
    (options.characters === 'ascii' && character > '~');
  if (bad(replacement)) throw new AppError('invalid', 'x12.bad_replacement');
  return (text, where) => {
    if (!hasBad(text, bad)) return text;
    if (options.forbidden !== 'replace') {
      throw new AppError('invalid', 'x12.forbidden_character', {
        segment: where.id,
        element: where.element,
        position: where.position,
      });
    }
    return Array.from(text, character => (bad(character) ? replacement : character))
      .join('')
      .trimEnd();
  };
}

function hasBad(text: string, bad: (character: string) => boolean): boolean {
  for (const character of text) if (bad(character)) return true;
  return false;
}

function joined(parts: readonly string[], separator: string): string {
  let last = parts.length;
  while (last > 0 && parts[last - 1] === '') last -= 1;
  return parts.slice(0, last).join(separator);
}
