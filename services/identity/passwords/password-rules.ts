import { COMMON_WORDS } from './common-words.ts';

export const PASSWORD_LENGTH = { min: 8, max: 128 } as const;

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const ROWS = [
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
];

export type PasswordWeakness = 'short' | 'long' | 'common' | 'personal';

/**
 * Length alone and no rules of composition (NIST SP 800-63B): what attackers try first is refused, which is
 * a common word in any dress of digits and punctuation, a walk over the keyboard, a repetition, or the own name.
 */
export function findWeakness(
  password: string,
  personal: readonly string[] = [],
): PasswordWeakness | undefined {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.min) return 'short';
  if (length > PASSWORD_LENGTH.max) return 'long';
  const plain = password.normalize('NFKC').toLowerCase();
  if (isRepetition(plain) || isWalk(plain) || isDressedWord(plain)) return 'common';
  if (isPersonal(plain, personal)) return 'personal';
  return undefined;
}

function isRepetition(text: string): boolean {
  return /^(.{1,4})\1+$/u.test(text);
}

function isWalk(text: string): boolean {
  const letters = text.replace(/[^a-z0-9]/g, '');
  const rows = ROWS.flatMap(row => [row, [...row].reverse().join('')]);
  return (
    letters.length > 0 &&
    splitsInto(letters, part => part.length >= 3 && rows.some(row => row.includes(part)))
  );
}

/** One or two common words with digits, punctuation or leet letters around and within. */
function isDressedWord(text: string): boolean {
  const undressed = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const bases = [
    text,
    undressed,
    unleet(text),
    unleet(text).replace(/[^\p{L}]/gu, ''),
    unleet(undressed),
  ].map(base => base.replace(/[\s._-]/g, ''));
  return bases.some(
    base => base === '' || isWalk(base) || splitsInto(base, part => COMMON_WORDS.has(part), 2),
  );
}

function unleet(text: string): string {
  return [...text].map(letter => LEET[letter] ?? letter).join('');
}

function splitsInto(text: string, accepts: (part: string) => boolean, maxParts = 6): boolean {
  if (text === '') return true;
  if (maxParts === 0) return false;
  for (let end = text.length; end > 0; end -= 1) {
    if (accepts(text.slice(0, end)) && splitsInto(text.slice(end), accepts, maxParts - 1)) return true;
  }
  return false;
}

/** Own names make up more than half of it. */
function isPersonal(text: string, personal: readonly string[]): boolean {
  const letters = text.replace(/[^a-z]/g, '');
  const words = personal
    .flatMap(value => value.toLowerCase().split(/[^a-z]+/))
    .filter(word => word.length >= 3);
  let rest = letters;
  for (const word of [...words].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, '');
  return letters.length > 0 && rest.length * 2 < letters.length;
}
