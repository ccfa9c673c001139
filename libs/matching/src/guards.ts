import type { PairLevels } from './levels.ts';
import type { Prepared } from './prepare.ts';
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
  /** How much likelier one person is than two of one household. */
  readonly aheadOfHousehold: number;
}

/** Names are shared by many: besides them as much must agree as a birth date nearly says. */
const TELLING_BITS = 8;
/** Beyond 4,000 to 1 two people of one household are ruled out. */
const RULED_OUT_BITS = 12;

/**
 * Pairs that look like one person and often are two: the engine shows them, a person decides.
 * An identical Social Security number settles the matter, except between generations and for other first names.
 */
export function guardsOf(a: Prepared, b: Prepared, levels: PairLevels, strength: EvidenceStrength): Guard[] {
  const ruledOut = strength.aheadOfHousehold >= RULED_OUT_BITS;
  const household = ruledOut ? [] : householdGuards(a, b, levels);
  const generation: Guard[] = isOtherGeneration(a, b, levels)
    ? [{ code: 'generation', text: 'Same name, but a generation apart (Jr, Sr or far birth years)' }]
    : [];
  const thin: Guard[] =
    strength.factBits < TELLING_BITS || namesakesOfOneHome(levels)
      ? [{ code: 'thin-evidence', text: 'Too few facts agree to be sure: names alone are shared by many' }]
      : [];
  return [...generation, ...household, ...thin];
}

/** Father and son of one name and one home are told apart only by what is a person's own. */
function namesakesOfOneHome(levels: PairLevels): boolean {
  const numbers = [levels.ssn, levels.memberId, levels.email];
  const isUntold = numbers.every(level => level === 'missing' || level === 'different');
  return isUntold && levels.birthDate === 'missing' && isSameHome(levels);
}

function isSameHome({ street, phone }: PairLevels): boolean {
  return ['exact', 'other-unit', 'close'].includes(street) || phone === 'exact';
}

function householdGuards(a: Prepared, b: Prepared, levels: PairLevels): Guard[] {
  const guards: Guard[] = [];
  const sameFirstName = SAME_FIRST_NAME.has(levels.given);
  const sameFamily = ['exact', 'close', 'compound', 'former'].includes(levels.family);
  const sameHome = isSameHome(levels);
  const ssnSettles = levels.ssn === 'exact';
  if (levels.birthDate === 'exact' && (sameFamily || sameHome) && !ssnSettles && twinNames(a, b, levels)) {
    guards.push({
      code: 'twins',
      text: 'Same birth date and family, but not the same first name: may be twins',
    });
  }
  if (!sameFirstName && yearsApart(a, b) >= 14 && (sameFamily || sameHome)) {
    guards.push({
      code: 'parent-child',
      text: 'Same family, at least 14 years apart: may be parent and child',
    });
  }
  if (
    sameFirstName &&
    levels.birthDate === 'different' &&
    yearsApart(a, b) >= 14 &&
    sameHome &&
    !ssnSettles
  ) {
    guards.push({
      code: 'generation',
      text: 'Same name and home, at least 14 years apart: may be father and son',
    });
  }
  const mayBeAnother = levels.given === 'different' || isOnlyAnInitial(levels);
  if (mayBeAnother && levels.birthDate !== 'exact' && sameHome && !ssnSettles) {
    guards.push({ code: 'household', text: 'Same home or phone, other first name: may live together' });
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

/** Other first names, or none to tell newborn twins apart; also nearly the same ones, where the number differs or the first letter does (Mason, Jason). */
function twinNames(a: Prepared, b: Prepared, levels: PairLevels): boolean {
  if (['different', 'alike', 'similar', 'missing'].includes(levels.given)) return true;
  if (isOnlyAnInitial(levels)) return true;
  if (levels.given !== 'close') return false;
  return levels.ssn === 'different' || a.given[0]?.[0] !== b.given[0]?.[0];
}

/** An initial fits many first names; where the number is another, it proves nothing. */
function isOnlyAnInitial(levels: PairLevels): boolean {
  return levels.given === 'initial' && levels.ssn === 'different';
}

function yearsApart(a: Prepared, b: Prepared): number {
  if (a.birthDate === undefined || b.birthDate === undefined) return 0;
  return Math.abs(Number(a.birthDate.slice(0, 4)) - Number(b.birthDate.slice(0, 4)));
}
