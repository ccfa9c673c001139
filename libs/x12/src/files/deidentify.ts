import { addDays, isLocalDate } from '@spark-den/kernel';
import type { Delimiters } from '../segments/delimiters.ts';
import { isKnownSegment } from '../guides/standard.ts';
import { readSegments } from '../segments/reader.ts';
import type { Segment } from '../segments/segment.ts';
import { isNpi } from '../validate/codes.ts';
import { ABOUT_PEOPLE, IDENTIFYING, LONGEST_CODE, type Kind } from './identifying.ts';
import { sha256 } from './sha256.ts';

/** The secret behind the disguise. */
export interface DeidentifyOptions {
  /** The same key makes the same replacements in every file; who has it can tell which were which. */
  readonly key: string;
}

/**
 * Replaces names, ids, addresses and free text, and moves all dates by the same number of weeks; amounts and codes stay.
 * What was valid at the level `guide` still is: lengths and kinds of characters are kept, equal ids stay equal, and different
 * ones different.
 * @returns the file with the delimiters that it had
 */
export function deidentify(input: string | Uint8Array, options: DeidentifyOptions): string {
  const disguise = new Disguise(options.key);
  let text = '';
  for (const segment of readSegments(input).segments) text += disguise.segment(segment);
  return text;
}

/** HHMMSSDD. */
const LONGEST_TIME = 8;
const MOST_TURNS = 50;

class Disguise {
  readonly #key: string;
  readonly #days: number;
  readonly #known = new Map<string, string>();
  readonly #given = new Set<string>();

  constructor(key: string) {
    this.#key = key;
    this.#days = -7 * (1 + ((this.#digest('weeks')[0] ?? 0) % 52));
  }

  segment(segment: Segment): string {
    const { delimiters } = segment;
    const kinds = IDENTIFYING[segment.id] ?? {};
    const elements = segment.elements.map((text, index) => {
      const kind = kinds[index] ?? (isOutOfPlace(segment.id, index, text) ? 'id' : undefined);
      if (kind === undefined || text === '') return text;
      if (typeof kind === 'string') return this.#parts(text, kind, delimiters, segment, index);
      return mapParts(text, delimiters.component, (part, at) => {
        const inner = kind[at + 1];
        if (part === '') return part;
        return inner === undefined ? this.#withoutDates(part) : this.#value(part, inner, '');
      });
    });
    return elements.join(delimiters.element) + delimiters.segment;
  }

  #parts(text: string, kind: Kind, delimiters: Delimiters, segment: Segment, index: number): string {
    if (segment.id === 'ISA') return this.#value(text, kind, '');
    const format = segment.elements[index - 1] ?? '';
    return mapParts(text, delimiters.component, part =>
      part === '' ? part : this.#value(part, kind, format),
    );
  }

  #value(text: string, kind: Kind, format: string): string {
    switch (kind) {
      case 'id':
        return isNpi(text) ? this.#npi(text) : this.#scrambled(text);
      case 'tin':
        return text.slice(0, 1) + this.#scrambled(text.slice(1));
      case 'text':
        return 'WITHHELD'.slice(0, Math.max(text.length, 1));
      case 'date':
        return this.#date(text);
      case 'period':
        return format === 'TM' && text.length <= LONGEST_TIME
          ? text
          : text
              .split('-')
              .map(part => this.#date(part))
              .join('-');
    }
  }

  /** Each letter becomes another letter, each digit another digit; the rest stays. */
  #scrambled(text: string): string {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    let result = this.#replacement(text, this.#digest(text));
    // short ones may meet, and what was different stays so
    for (let turn = 1; turn < MOST_TURNS && this.#given.has(result); turn += 1) {
      result = this.#replacement(text, this.#digest(`${text}\u0000${turn}`));
    }
    this.#known.set(text, result);
    this.#given.add(result);
    return result;
  }

  #replacement(text: string, digest: Uint8Array): string {
    return Array.from(text, (character, index) => {
      const random = (digest[index % 32] ?? 0) + index;
      if (/[0-9]/.test(character)) return String((Number(character) + 1 + (random % 9)) % 10);
      if (/[A-Z]/.test(character)) return letter(character, 65, random);
      if (/[a-z]/.test(character)) return letter(character, 97, random);
      return character > '~' ? 'X' : character;
    }).join('');
  }

  /** A component of a code, in which the separator that the file names did not part a date from it. */
  #withoutDates(text: string): string {
    return text.length <= LONGEST_TIME
      ? text
      : text.replace(/(?<!\d)(?:19|20)\d{6}(?!\d)/g, date => this.#date(date));
  }

  /** Another NPI, with a right check digit. */
  #npi(text: string): string {
    const body = `1${this.#scrambled(text).slice(1, 9)}`;
    const check = '0123456789'.split('').find(digit => isNpi(body + digit)) ?? '0';
    return body + check;
  }

  /** CCYYMMDD, YYMMDD, or either with a time. */
  #date(text: string): string {
    const short = text.length === 6;
    const full = short ? `20${text}` : text;
    const iso = `${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6, 8)}`;
    if (!isLocalDate(iso)) return this.#scrambled(text);
    const moved = addDays(iso, this.#days).replaceAll('-', '');
    return (short ? moved.slice(2) : moved) + full.slice(8);
  }

  #digest(text: string): Uint8Array {
    return sha256(`${this.#key}\u0000${text}`);
  }
}

/** In a segment that nobody knows anything may tell of a person, and in one about people all that is too long for a code. */
function isOutOfPlace(id: string, index: number, text: string): boolean {
  if (index === 0 || text.length <= LONGEST_CODE) return false;
  return ABOUT_PEOPLE.has(id)
    ? IDENTIFYING[id]?.[index] === undefined
    : !(id in IDENTIFYING) && !isKnownSegment(id);
}

function letter(character: string, first: number, random: number): string {
  return String.fromCharCode(first + ((character.charCodeAt(0) - first + 1 + (random % 25)) % 26));
}

function mapParts(text: string, separator: string, map: (part: string, at: number) => string): string {
  return separator === '' ? map(text, 0) : text.split(separator).map(map).join(separator);
}
