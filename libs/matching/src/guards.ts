import type { PairLevels } from './levels.ts';
import type { Prepared } from './prepare.ts';
import { isOneSlip } from './text.ts';
import type { Guard } from './types.ts';

const SAME_FIRST_NAME = new Set([
  'exact',
  'nickname',
  'initial',
  'middle-used',
  'close',
  'swapped',
  'missing',
]);

/** What the evidence as a whole says, in bits. */
export interface EvidenceStrength {
  /** Besides names and sex. */
  readonly factBits: number;
  /** The same, of those facts that agree. */
  readonly agreedBits: number;
  /** Whether one person is so much likelier than two of one household that these are out of the question. */
  readonly householdRuledOut: boolean;
  /** Whether the records show households at all. */
  readonly householdsSeen: boolean;
}

/** Names are shared by many: besides them as much must agree as a birth date nearly says … */
const TELLING_BITS = 8;
/** … and not as much must differ. */
const LEAST_FACT_BITS = 2;

/**
 * Pairs that look like one person and often are two: the engine shows them, a person decides.
 * A Social Security number that is the same but for a slip settles the matter, except between generations.
 */
export function guardsOf(a: Prepared, b: Prepared, levels: PairLevels, strength: EvidenceStrength): Guard[] {
  const isThin = strength.agreedBits < TELLING_BITS || strength.factBits < LEAST_FACT_BITS;
  const generation: Guard[] = isOtherGeneration(a, b, levels)
    ? [{ code: 'generation', text: 'Same name, but a generation apart (Jr, Sr or far birth years)' }]
    : [];
  const thin: Guard[] =
    isThin ||
    (strength.householdsSeen && areNamesakes(levels)) ||
    (!strength.householdRuledOut && namesakesOfOneHome(levels))
      ? [{ code: 'thin-evidence', text: 'Too few facts agree to be sure: names alone are shared by many' }]
      : [];
  return [...generation, ...householdGuards(a, b, levels, strength), ...thin];
}

const OF_ONE_NUMBER = new Set(['exact', 'one-slip']);

/** Of many people some share name and birth date: with another Social Security number it takes one fact more. */
function areNamesakes(levels: PairLevels): boolean {
  const { ssn, phone, email, memberId } = levels;
  const sharesNumber = [phone, email, memberId].some(level => OF_ONE_NUMBER.has(level));
  return ssn === 'different' && !sharesNumber && !ON_ONE_STREET.has(levels.street);
}

/** Father and son of one name and one home are told apart only by what is a person's own. */
function namesakesOfOneHome(levels: PairLevels): boolean {
  const numbers = [levels.ssn, levels.memberId, levels.email];
  const isUntold = numbers.every(level => level === 'missing' || level === 'different');
  return isUntold && levels.birthDate === 'missing' && isSameHome(levels);
}

const ON_ONE_STREET = new Set(['exact', 'other-unit', 'close']);

function isSameHome({ street, phone }: PairLevels): boolean {
  return ON_ONE_STREET.has(street) || phone === 'exact';
}

function householdGuards(
  a: Prepared,
  b: Prepared,
  levels: PairLevels,
  { householdRuledOut, householdsSeen }: EvidenceStrength,
): Guard[] {
  const ssnSettles = levels.ssn === 'exact' || levels.ssn === 'one-slip';
  const sameFamily = SAME_FAMILY.has(levels.family);
  const sameHome = isSameHome(levels);
  const householdIsLikely = householdsSeen || !householdRuledOut;
  const related = sameFamily || sameHome || levels.ssn === 'in-sequence';
  const twins: Guard[] =
    !ssnSettles && (householdIsLikely || related) && looksLikeTwins(a, b, levels, householdIsLikely)
      ? [{ code: 'twins', text: 'Same birth date, but not the same first name: may be twins' }]
      : [];
  if (householdRuledOut) return twins;
  const guards = twins;
  const sameFirstName = SAME_FIRST_NAME.has(levels.given);
  if (!ssnSettles && twins.length === 0 && related && mayBeAnother(a, b, levels)) {
    guards.push({
      code: 'household',
      text: 'Same home or family, not the same first name: may live together',
    });
  }
  if (!sameFirstName && yearsApart(a, b) >= 14 && (sameFamily || sameHome)) {
    guards.push({
      code: 'parent-child',
      text: 'Same family, at least 14 years apart: may be parent and child',
    });
  }
  const bornApart =
    levels.birthDate === 'different' && (yearsApart(a, b) >= 14 || levels.ssn === 'different');
  if (sameFirstName && sameHome && bornApart && !ssnSettles) {
    guards.push({
      code: 'generation',
      text: 'Same name and home, not born on one day: may be father and son',
    });
  }
  if (levels.sex === 'differs' && (!sameFirstName || levels.given === 'close') && !ssnSettles) {
    guards.push({ code: 'sex-differs', text: 'Sex differs, and so does the first name' });
  }
  return guards;
}

function isOtherGeneration(a: Prepared, b: Prepared, levels: PairLevels): boolean {
  if (levels.generation === 'differs') return levels.birthDate !== 'exact' || levels.ssn !== 'exact';
  if (levels.ssn === 'exact') return false;
  const oneIsNamed = (a.generation === undefined) !== (b.generation === undefined);
  const differs =
    yearsApart(a, b) >= 12 ||
    levels.ssn === 'different' ||
    (levels.birthDate === 'missing' && levels.ssn === 'missing');
  return levels.birthDate === 'generation-apart' || (oneIsNamed && differs);
}

const SAME_FAMILY = new Set(['exact', 'close', 'compound', 'former', 'swapped']);
const BORN_TOGETHER = new Set(['exact', 'day-month-swapped', 'one-slip']);
const LIKE_ANOTHER = new Set(['different', 'alike', 'similar', 'close']);
/** First names that two children of one home may well have; newborns often have none yet. */
const MAYBE_OTHER_NAMES = new Set([...LIKE_ANOTHER, 'initial', 'missing']);

/**
 * Another first name beside the same birth date is held however unlikely a household is; nearly the same one, or none, only
 * where there may be one: then even long odds do not help, since they come from what twins share.
 */
function looksLikeTwins(a: Prepared, b: Prepared, levels: PairLevels, householdIsLikely: boolean): boolean {
  if (!BORN_TOGETHER.has(levels.birthDate)) return false;
  if (householdIsLikely) return mayBeAnother(a, b, levels);
  if (levels.given === 'swapped')
    return areTwoNames(a.givenJoined, b.family) || areTwoNames(b.givenJoined, a.family);
  return LIKE_ANOTHER.has(levels.given) && areTwoNames(a.givenJoined, b.givenJoined);
}

/** More than a slip apart, or at the first letter, where a finger rarely slips: Mason and Jason are two names. */
function areTwoNames(one: string, other: string): boolean {
  return one[0] !== other[0] || !isOneSlip(one, other);
}

function mayBeAnother(a: Prepared, b: Prepared, levels: PairLevels): boolean {
  if (levels.given !== 'swapped') return MAYBE_OTHER_NAMES.has(levels.given) || levels.ssn === 'in-sequence';
  return a.givenJoined !== b.family || b.givenJoined !== a.family;
}

function yearsApart(a: Prepared, b: Prepared): number {
  if (a.birthDate === undefined || b.birthDate === undefined) return 0;
  return Math.abs(Number(a.birthDate.slice(0, 4)) - Number(b.birthDate.slice(0, 4)));
}
