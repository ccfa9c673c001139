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

export function levelsOf(a: Prepared, b: Prepared): PairLevels {
  const { street, place } = compareAddresses(a.addresses, b.addresses);
  const given = compareGiven(a, b);
  const family = compareFamily(a, b);
  const birthDate = compareBirthDates(a.birthDate, b.birthDate);
  const ssn = compareSsns(a, b);
  const unlike = (level: string) => ['different', 'similar', 'alike'].includes(level);
  const swapped = unlike(given) && unlike(family) && namesSwapped(a, b);
  return {
    given: swapped ? 'swapped' : given,
    middle: swapped ? 'missing' : compareMiddle(a, b),
    family: swapped ? 'swapped' : family,
    generation: same(a.generation, b.generation),
    birthDate,
    sex: same(a.sex, b.sex),
    ssn: given !== 'exact' && followEachOther(a, b) ? 'in-sequence' : ssn,
    phone: comparePhones(a.phones, b.phones),
    email: compareIds(a.emails, b.emails),
    memberId: compareIds(a.memberIds, b.memberIds),
    street,
    place,
    traits: compareTraits(a, b),
  };
}

/**
 * Numbers asked for together follow each other; so far apart stand those of children of one birth, whose first names may
 * well be forms of one name, such as Maria and Mary.
 */
const FOLLOWING = 20;

function followEachOther(a: Prepared, b: Prepared): boolean {
  if (a.ssn === undefined || b.ssn === undefined || a.ssn === b.ssn) return false;
  return Math.abs(Number(a.ssn) - Number(b.ssn)) <= FOLLOWING;
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
