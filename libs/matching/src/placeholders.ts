import { dateDigits } from './dates.ts';
import { digitsOf, fold } from './text.ts';

const NO_NAME = new Set([
  'unknown',
  'unk',
  'none',
  'na',
  'n a',
  'not given',
  'noname',
  'no name',
  'test',
  'patient',
  'baby',
  'baby boy',
  'baby girl',
  'babyboy',
  'babygirl',
  'boy',
  'girl',
  'infant',
  'newborn',
  'male',
  'female',
  'john doe',
  'jane doe',
  'doe',
  'anonymous',
  'unidentified',
  'deceased',
  'xxx',
  'zzz',
]);

/** Values that people type when they have none say nothing: they count as missing. */
export function knownName(folded: string): boolean {
  return folded !== '' && !NO_NAME.has(folded) && !/^(x+|z+)$/.test(folded);
}

export function knownSsn(value: string): string | undefined {
  const digits = digitsOf(value);
  if (digits.length < 6 || /^(\d)\1+$/.test(digits)) return undefined;
  if (digits === '123456789' || digits === '987654321' || digits === '078051120' || digits === '219099999')
    return undefined;
  return digits;
}

export function knownPhone(value: string): string | undefined {
  const digits = digitsOf(value).replace(/^1(?=\d{10}$)/, '');
  const local = digits.slice(-7);
  if (digits.length < 7 || /^(\d)\1+$/.test(digits) || /^(\d)\1+$/.test(local)) return undefined;
  if (local === '5551212' || local === '1234567') return undefined;
  return digits.slice(-10);
}

/** Eight digits, or nothing for the dates that stand for "not asked". */
export function knownBirthDate(value: string): string | undefined {
  const digits = dateDigits(value);
  if (digits === undefined || /^(\d)\1+$/.test(digits)) return undefined;
  if (['19000101', '19010101', '18000101', '18991231', '99991231', '00010101'].includes(digits))
    return undefined;
  return digits;
}

export function knownPostalCode(value: string): string | undefined {
  const folded = fold(value).replaceAll(' ', '');
  if (folded === '' || /^(0+|9+)$/.test(folded)) return undefined;
  return /^\d{9}$/.test(folded) ? folded.slice(0, 5) : folded;
}

export function knownEmail(value: string): string | undefined {
  const email = value.trim().toLowerCase();
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) return undefined;
  return /^(none|no|na|noemail|unknown|test|declined)@/.test(email) ? undefined : email;
}
