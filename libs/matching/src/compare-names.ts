import { jaroWinkler } from './jaro-winkler.ts';
import { areNicknames } from './nicknames.ts';
import type { Prepared } from './prepare.ts';
import { soundKey } from './phonetics.ts';
import { isOneSlip } from './text.ts';

export type GivenLevel =
  | 'exact'
  | 'nickname'
  | 'initial'
  | 'middle-used'
  | 'close'
  | 'similar'
  | 'alike'
  | 'swapped'
  | 'different'
  | 'missing';
export type MiddleLevel = 'exact' | 'initial' | 'different' | 'missing';
export type FamilyLevel =
  'exact' | 'former' | 'compound' | 'close' | 'similar' | 'alike' | 'swapped' | 'different' | 'missing';

export function compareGiven(a: Prepared, b: Prepared): GivenLevel {
  const [first, other] = [a.given[0], b.given[0]];
  if (first === undefined || other === undefined) return 'missing';
  const direct = compareFirstNames(first, other);
  if (direct === 'exact' || (first.length > 1 && a.givenJoined === b.givenJoined)) return 'exact';
  if (direct !== 'different' && direct !== 'similar' && direct !== 'alike') return direct;
  const usesMiddle = (x: Prepared, y: Prepared) =>
    x.given
      .slice(1)
      .some(
        name => name.length > 2 && ['exact', 'nickname'].includes(compareFirstNames(name, y.given[0] ?? '')),
      );
  return usesMiddle(a, b) || usesMiddle(b, a) ? 'middle-used' : direct;
}

function compareFirstNames(a: string, b: string): GivenLevel {
  if (a === b && a.length > 1) return 'exact';
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? 'initial' : 'different';
  if (areNicknames(a, b)) return 'nickname';
  return similarity(a, b);
}

function similarity(a: string, b: string): 'close' | 'similar' | 'alike' | 'different' {
  const shorter = Math.min(a.length, b.length);
  if (shorter >= 4 && isOneSlip(a, b)) return 'close';
  const score = jaroWinkler(a, b);
  if (shorter >= 4 && score >= 0.92) return 'close';
  if (score >= 0.84 || (shorter >= 4 && soundKey(a) === soundKey(b))) return 'similar';
  return score >= 0.72 ? 'alike' : 'different';
}

export function compareMiddle(a: Prepared, b: Prepared): MiddleLevel {
  const [one, other] = [a.given[1], b.given[1]];
  if (one === undefined || other === undefined) return 'missing';
  if (one === other) return 'exact';
  if (one.length === 1 || other.length === 1) return one[0] === other[0] ? 'initial' : 'different';
  return isOneSlip(one, other) || areNicknames(one, other) ? 'exact' : 'different';
}

export function compareFamily(a: Prepared, b: Prepared): FamilyLevel {
  if (a.family === '' || b.family === '') return 'missing';
  if (a.family === b.family) return 'exact';
  if (a.former.includes(b.family) || b.former.includes(a.family)) return 'former';
  if (sharesPart(a.familyTokens, b) || sharesPart(b.familyTokens, a)) return 'compound';
  return similarity(a.family, b.family);
}

/** `Garcia` and `Garcia Lopez`, `Smith-Jones` and `Jones`; particles alone do not count. */
function sharesPart(tokens: readonly string[], other: Prepared): boolean {
  if (tokens.length < 2) return false;
  return tokens.some(
    token => token.length >= 4 && (token === other.family || other.familyTokens.includes(token)),
  );
}

/** Whether the first and last name stand in each other's place. */
export function namesSwapped(a: Prepared, b: Prepared): boolean {
  const [firstA, firstB] = [a.given[0] ?? '', b.given[0] ?? ''];
  if (firstA.length < 2 || firstB.length < 2 || a.family === '' || b.family === '') return false;
  const likeness = (given: Prepared, family: Prepared) =>
    given.given[0] === family.family || isOneSlip(given.givenJoined, family.family)
      ? 1
      : jaroWinkler(given.givenJoined, family.family);
  const [one, other] = [likeness(a, b), likeness(b, a)];
  return Math.max(one, other) >= 0.95 && Math.min(one, other) >= 0.8 && a.family !== b.family;
}
