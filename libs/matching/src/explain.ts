import type { PairLevels } from './levels.ts';
import type { Agreement } from './types.ts';

const FIELD_NAMES: Readonly<Record<string, string>> = {
  given: 'First name',
  middle: 'Middle name',
  family: 'Last name',
  generation: 'Generation (Jr, Sr)',
  birthDate: 'Date of birth',
  sex: 'Sex',
  ssn: 'Social Security number',
  phone: 'Phone',
  email: 'Email',
  memberId: 'Member id',
  street: 'Street address',
  place: 'ZIP and city',
};

const LEVEL_TEXTS: Readonly<Record<string, string>> = {
  exact: 'is the same',
  agrees: 'is the same',
  nickname: 'is another form of the same name',
  initial: 'agrees with the initial',
  'middle-used': 'is the middle name of the other record',
  close: 'is nearly the same',
  similar: 'sounds or looks alike',
  alike: 'looks somewhat alike',
  swapped: 'stands where the other record has the last or first name',
  former: 'is a former name of the other record',
  compound: 'shares a part of a double name',
  'day-month-swapped': 'has day and month swapped',
  'one-slip': 'is one keystroke away',
  'part-differs': 'agrees except for the day or the month',
  'year-differs': 'agrees except for the year',
  'two-slips': 'differs in two digits',
  'in-sequence': 'is nearly the same, as numbers of twins are',
  'generation-apart': 'agrees in day and month, years apart',
  'last-four': 'has the same last four digits',
  'other-unit': 'is the same house, another unit',
  'street-only': 'is the same street, another number',
  city: 'is the same city, another ZIP',
  state: 'is the same state only',
  different: 'differs',
  differs: 'differs',
  missing: 'is not known on both sides',
};

const AGREES = new Set(['exact', 'agrees', 'nickname', 'former']);
const DIFFERS = new Set(['different', 'differs', 'generation-apart', 'state', 'street-only', 'year-differs']);

export function agreementOf(level: string): Agreement {
  if (level === 'missing') return 'missing';
  if (AGREES.has(level)) return 'agrees';
  return DIFFERS.has(level) ? 'differs' : 'close';
}

export function textOf(field: string, level: string): string {
  const name = FIELD_NAMES[field] ?? field.charAt(0).toUpperCase() + field.slice(1);
  return `${name} ${LEVEL_TEXTS[level] ?? level}`;
}

export interface FieldLevel {
  readonly field: string;
  /** The model's table of the field. */
  readonly table: string;
  readonly level: string;
}

const fields = new WeakMap<PairLevels, readonly FieldLevel[]>();

/** Each field that both sides have, traits included, with its level. Many pairs share one pattern, so it is kept. */
export function fieldsOf(levels: PairLevels): readonly FieldLevel[] {
  const known = fields.get(levels);
  if (known) return known;
  const { traits, ...plain } = levels;
  const found = [
    ...Object.entries(plain).map(([field, level]) => ({ field, table: field, level })),
    ...Object.entries(traits).map(([field, level]) => ({ field, table: `trait:${field}`, level })),
  ].filter(({ level }) => level !== 'missing');
  fields.set(levels, found);
  return found;
}
