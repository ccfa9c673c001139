import { fold, soundKey } from '@spark-den/matching';
import { isLocalDate, type LocalDate } from '@spark-den/kernel';
import { memberKey } from '../duplicates/keys.ts';

/** One way in which a term may be met; lower ranks are better answers. A prefix met whole has `rank`, else one more. */
export interface KeyTest {
  readonly kind: 'word' | 'sound' | 'phone' | 'mrn' | 'member';
  readonly value: string;
  readonly prefix: boolean;
  readonly rank: number;
}

/** Above the sum of what six written terms can have, so that sounds come last. */
const SOUND_RANK = 50;

/** What to look for: every term must be met, each by any of its tests. */
export interface SearchQuery {
  readonly terms: readonly (readonly KeyTest[])[];
  readonly birthDate: LocalDate | undefined;
}

export interface SearchFields {
  readonly text?: string | undefined;
  readonly name?: string | undefined;
  readonly birthDate?: LocalDate | undefined;
  readonly phone?: string | undefined;
  readonly mrn?: string | undefined;
  readonly memberId?: string | undefined;
}

/** Reads what somebody typed into the one box, and the fields of the form. */
export function searchQuery(fields: SearchFields, today: LocalDate): SearchQuery {
  const { rest, birthDate } = takeBirthDate(fields.text ?? '', today);
  const { rest: words, phone } = takePhone(rest);
  const terms = [
    ...words
      .split(/[\s,;]+/)
      .filter(word => fold(word) !== '')
      .map(word => (/\d/.test(word) ? numberTests(word) : nameTests(word))),
    ...splitName(fields.name).map(nameTests),
    ...[phone, fields.phone].flatMap(value => (value ? [phoneTests(value)] : [])),
    ...(fields.mrn ? [[{ kind: 'mrn', value: fold(fields.mrn), prefix: true, rank: 0 } as const]] : []),
    ...(fields.memberId
      ? [[{ kind: 'member', value: memberKey(fields.memberId), prefix: true, rank: 0 } as const]]
      : []),
  ];
  return {
    terms: terms.filter(tests => tests.length > 0).slice(0, 6),
    birthDate: fields.birthDate ?? birthDate,
  };
}

function splitName(name: string | undefined): string[] {
  return (name ?? '').split(/[\s,]+/).filter(word => fold(word) !== '');
}

/** A word as typed, as the beginning of a name, or as it sounds. */
function nameTests(word: string): KeyTest[] {
  return fold(word)
    .split(' ')
    .slice(0, 1)
    .flatMap(value => {
      const sound = soundKey(value);
      return [
        { kind: 'word', value, prefix: true, rank: 0 },
        ...(value.length >= 3 && sound.length >= 2
          ? [{ kind: 'sound', value: sound, prefix: false, rank: SOUND_RANK } as const]
          : []),
      ];
    });
}

/** Digits may be an MRN, the end of a phone number or a member id; letters with digits a member id. */
function numberTests(word: string): KeyTest[] {
  const folded = fold(word).replaceAll(' ', '');
  const digits = word.replace(/\D/g, '');
  return [
    { kind: 'mrn', value: folded, prefix: digits === folded && digits.length >= 3, rank: 0 },
    { kind: 'member', value: folded, prefix: folded.length >= 4, rank: 1 },
    ...(digits === folded && [4, 7, 10].includes(digits.length)
      ? [{ kind: 'phone', value: digits, prefix: false, rank: 2 } as const]
      : []),
  ];
}

function phoneTests(phone: string): KeyTest[] {
  const digits = phone.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  return digits.length < 4 ? [] : [{ kind: 'phone', value: digits, prefix: digits.length > 4, rank: 0 }];
}

/** `(312) 555-0188`, `312.555.0188`, `555-0188` */
function takePhone(text: string): { rest: string; phone?: string } {
  const found = /(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s*|\d{3}[\s.-])?\d{3}[\s.-]\d{4}\b/.exec(text);
  return found ? { rest: text.replace(found[0], ' '), phone: found[0] } : { rest: text };
}

/** `11/24/1984`, `11-24-84`, `1984-11-24`; a two-digit year is never in the future. */
function takeBirthDate(text: string, today: LocalDate): { rest: string; birthDate?: LocalDate } {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text);
  const us = /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/.exec(text);
  const [whole, year, month, day] = iso ? iso : us ? [us[0], fullYear(us[3] ?? '', today), us[1], us[2]] : [];
  const date = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return whole !== undefined && isLocalDate(date)
    ? { rest: text.replace(whole, ' '), birthDate: date }
    : { rest: text };
}

function fullYear(year: string, today: LocalDate): string {
  if (year.length === 4) return year;
  const century = today.slice(0, 2);
  const candidate = `${century}${year}`;
  return candidate > today.slice(0, 4) ? String(Number(candidate) - 100) : candidate;
}
