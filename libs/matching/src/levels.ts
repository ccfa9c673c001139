import {
  compareAddresses,
  compareBirthDates,
  compareIds,
  comparePhones,
  compareSsns,
} from './compare-facts.ts';
import { compareFamily, compareGiven, compareMiddle, namesSwapped } from './compare-names.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import type { Prepared } from './prepare.ts';

/** For each field the level that a pair falls into; `missing` where either side has no value. */
export interface PairLevels {
  readonly given: string;
  readonly middle: string;
  readonly family: string;
  readonly generation: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly ssn: string;
  readonly phone: string;
  readonly email: string;
  readonly memberId: string;
  readonly street: string;
  readonly place: string;
  /** By name of the trait. */
  readonly traits: Readonly<Record<string, string>>;
}

/** Twins are given numbers one after the other: beside another first name a slip of the number says little. */
const IN_SEQUENCE = new Set(['one-slip', 'two-slips']);
const OTHER_NAME = new Set(['different', 'alike', 'similar']);

export function levelsOf(a: Prepared, b: Prepared): PairLevels {
  const { street, place } = compareAddresses(a.addresses, b.addresses);
  const given = compareGiven(a, b);
  const family = compareFamily(a, b);
  const birthDate = compareBirthDates(a.birthDate, b.birthDate);
  const ssn = compareSsns(a, b);
  const bornTogether = birthDate === 'exact' && OTHER_NAME.has(given);
  const unlike = (level: string) => ['different', 'similar', 'alike'].includes(level);
  const swapped = unlike(given) && unlike(family) && namesSwapped(a, b);
  return {
    given: swapped ? 'swapped' : given,
    middle: swapped ? 'missing' : compareMiddle(a, b),
    family: swapped ? 'swapped' : family,
    generation: same(a.generation, b.generation),
    birthDate,
    sex: same(a.sex, b.sex),
    ssn: bornTogether && IN_SEQUENCE.has(ssn) ? 'in-sequence' : ssn,
    phone: comparePhones(a.phones, b.phones),
    email: compareIds(a.emails, b.emails),
    memberId: compareIds(a.memberIds, b.memberIds),
    street,
    place,
    traits: compareTraits(a, b),
  };
}

function same(a: unknown, b: unknown): string {
  if (a === undefined || b === undefined) return 'missing';
  return a === b ? 'agrees' : 'differs';
}

function compareTraits(a: Prepared, b: Prepared): Record<string, string> {
  const levels: Record<string, string> = {};
  for (const [name, value] of Object.entries(a.traits)) {
    const other = b.traits[name];
    if (other === undefined) continue;
    levels[name] = value === other ? 'exact' : jaroWinkler(value, other) >= 0.88 ? 'close' : 'different';
  }
  return levels;
}
