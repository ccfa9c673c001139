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

/**
 * Pairs that look like one person and often are two: the engine shows them, a person decides.
 * An identical Social Security number settles the matter, except between generations and for other first names.
 */
export function guardsOf(a: Prepared, b: Prepared, levels: PairLevels): Guard[] {
  const guards: Guard[] = [];
  const sameFirstName = SAME_FIRST_NAME.has(levels.given);
  const sameFamily = ['exact', 'close', 'compound', 'former'].includes(levels.family);
  const sameHome = ['exact', 'other-unit', 'close'].includes(levels.street) || levels.phone === 'exact';
  const ssnSettles = levels.ssn === 'exact';
  if (isOtherGeneration(a, b, levels)) {
    guards.push({
      code: 'generation',
      text: 'Same name, but a generation apart (Jr, Sr or far birth years)',
    });
  }
  if (levels.birthDate === 'exact' && (sameFamily || sameHome) && !ssnSettles && twinNames(levels)) {
    guards.push({ code: 'twins', text: 'Same birth date and family, other first name: may be twins' });
  }
  if (!sameFirstName && yearsApart(a, b) >= 14 && (sameFamily || sameHome)) {
    guards.push({
      code: 'parent-child',
      text: 'Same family, at least 14 years apart: may be parent and child',
    });
  }
  if (!sameFirstName && levels.birthDate !== 'exact' && sameHome && !ssnSettles) {
    guards.push({ code: 'household', text: 'Same home or phone, other first name: may live together' });
  }
  if (levels.sex === 'differs' && (!sameFirstName || levels.given === 'close') && !ssnSettles) {
    guards.push({ code: 'sex-differs', text: 'Sex differs, and so does the first name' });
  }
  if (isThin(levels)) {
    guards.push({
      code: 'thin-evidence',
      text: 'Too few facts agree to be sure: names alone are shared by many',
    });
  }
  return guards;
}

function isOtherGeneration(a: Prepared, b: Prepared, levels: PairLevels): boolean {
  if (levels.generation === 'differs') return levels.birthDate !== 'exact' || levels.ssn !== 'exact';
  if (levels.ssn === 'exact') return false;
  const oneIsNamed = (a.generation === undefined) !== (b.generation === undefined);
  return levels.birthDate === 'generation-apart' || (oneIsNamed && yearsApart(a, b) >= 12);
}

/** Other first names, or nearly the same ones where the Social Security numbers do not agree. */
function twinNames(levels: PairLevels): boolean {
  if (levels.given === 'different' || levels.given === 'similar') return true;
  return levels.given === 'close' && (levels.ssn === 'different' || levels.ssn === 'one-slip');
}

function yearsApart(a: Prepared, b: Prepared): number {
  if (a.birthDate === undefined || b.birthDate === undefined) return 0;
  return Math.abs(Number(a.birthDate.slice(0, 4)) - Number(b.birthDate.slice(0, 4)));
}

/** Besides the names something that points at one person has to agree. */
function isThin(levels: PairLevels): boolean {
  const pointing = [levels.birthDate, levels.ssn, levels.phone, levels.email, levels.memberId, levels.street];
  return !pointing.some(
    level => !['missing', 'different', 'year-differs', 'generation-apart', 'street-only'].includes(level),
  );
}
