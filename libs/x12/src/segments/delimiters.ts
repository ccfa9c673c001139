/** The four characters that structure an interchange. X12 has no escape: data must never hold one of them. */
export interface Delimiters {
  readonly element: string;
  readonly component: string;
  /** Empty where the version has none (4010 carries `U` in ISA11). */
  readonly repetition: string;
  readonly segment: string;
}

/** What most partners use, and what we write unless the partner's profile says otherwise. */
export const DEFAULT_DELIMITERS: Delimiters = { element: '*', component: ':', repetition: '^', segment: '~' };

/** Widths of ISA01 to ISA16; the header is 106 characters with its terminator. */
export const ISA_WIDTHS = [2, 10, 2, 10, 2, 15, 2, 15, 6, 4, 1, 5, 9, 1, 1, 1] as const;
/** Characters of an ISA with its terminator. */
export const ISA_LENGTH = 106;

/** Index in the header of the separator before each of ISA01 to ISA16. */
export const ISA_SEPARATORS: readonly number[] = ISA_WIDTHS.reduce<number[]>(
  (found, width) => [...found, (found.at(-1) ?? 3) + 1 + width],
  [3],
).slice(0, 16);

const LETTER_OR_DIGIT = /[A-Za-z0-9]/;
const UNPRINTABLE = /[\u0000-\u001f\u007f]/;

/** May this character separate anything? Letters, digits and blanks never do. */
export function canDelimit(character: string): boolean {
  return character.length === 1 && character !== ' ' && !LETTER_OR_DIGIT.test(character);
}

/** True when `text` holds a control character, which no element may carry. */
export function hasControlCharacter(text: string): boolean {
  return UNPRINTABLE.test(text);
}

/** Those that a file was read with, where they are fit to write with: a broken header may name a letter. */
export function writable(delimiters: Delimiters): Delimiters | undefined {
  const { element, component, segment, repetition } = delimiters;
  const needed = [element, component, segment];
  const fit = needed.every(canDelimit) && new Set(needed).size === needed.length;
  const repeats = canDelimit(repetition) && repetition !== element && repetition !== segment;
  return fit && (repetition === '' || repeats) ? delimiters : undefined;
}
