import { jaroWinkler } from './jaro-winkler.ts';
import type { Prepared, PreparedAddress } from './prepare.ts';
import { isOneSlip, slipsApart } from './text.ts';

export type BirthDateLevel =
  | 'exact'
  | 'day-month-swapped'
  | 'one-slip'
  | 'part-differs'
  | 'year-differs'
  | 'two-slips'
  | 'generation-apart'
  | 'different'
  | 'missing';
export type SsnLevel = 'exact' | 'one-slip' | 'two-slips' | 'last-four' | 'different' | 'missing';
export type ContactLevel = 'exact' | 'one-slip' | 'two-slips' | 'different' | 'missing';
export type StreetLevel =
  'exact' | 'other-unit' | 'close' | 'street-only' | 'alike' | 'different' | 'missing';
export type PlaceLevel = 'exact' | 'city' | 'close' | 'state' | 'different' | 'missing';

export function compareBirthDates(a: string | undefined, b: string | undefined): BirthDateLevel {
  if (a === undefined || b === undefined) return 'missing';
  if (a === b) return 'exact';
  const [yearA, yearB] = [Number(a.slice(0, 4)), Number(b.slice(0, 4))];
  const apart = Math.abs(yearA - yearB);
  if (a.slice(4) === b.slice(4) && apart >= 14 && apart !== 100 && !isOneSlip(a, b))
    return 'generation-apart';
  if (apart === 0 && a.slice(4, 6) === b.slice(6) && a.slice(6) === b.slice(4, 6)) return 'day-month-swapped';
  if (a.slice(4) === b.slice(4) && (apart <= 2 || apart === 100)) return 'one-slip';
  if (isOneSlip(a, b))
    return apart >= 20 && isLikelyYear(yearA) && isLikelyYear(yearB) ? 'year-differs' : 'one-slip';
  if (apart === 0 && (a.slice(4, 6) === b.slice(4, 6) || a.slice(6) === b.slice(6))) return 'part-differs';
  if (a.slice(4) === b.slice(4)) return 'year-differs';
  return digitsApart(a, b) === 2 && apart < 14 ? 'two-slips' : 'different';
}

/** Others were mistyped. */
function isLikelyYear(year: number): boolean {
  return year >= 1500 && year < 2100;
}

function digitsApart(a: string, b: string): number {
  let count = 0;
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) count += 1;
  return count;
}

export function compareSsns(a: Prepared, b: Prepared): SsnLevel {
  if (a.ssnLast4 === undefined || b.ssnLast4 === undefined) return 'missing';
  if (a.ssn === undefined || b.ssn === undefined)
    return a.ssnLast4 === b.ssnLast4 ? 'last-four' : 'different';
  if (a.ssn === b.ssn) return 'exact';
  if (isOneSlip(a.ssn, b.ssn)) return 'one-slip';
  if (slipsApart(a.ssn, b.ssn, 2) === 2) return 'two-slips';
  return a.ssnLast4 === b.ssnLast4 ? 'last-four' : 'different';
}

export function comparePhones(a: readonly string[], b: readonly string[]): ContactLevel {
  if (a.length === 0 || b.length === 0) return 'missing';
  const best = (test: (x: string, y: string) => boolean) => a.some(x => b.some(y => test(x, y)));
  if (best((x, y) => x === y || (x.slice(-7) === y.slice(-7) && (x.length === 7 || y.length === 7))))
    return 'exact';
  if (best(isOneSlip)) return 'one-slip';
  return best((x, y) => slipsApart(x, y, 2) === 2) ? 'two-slips' : 'different';
}

/** For e-mail addresses and member ids: the same, one slip away, or different. */
export function compareIds(a: readonly string[], b: readonly string[]): ContactLevel {
  if (a.length === 0 || b.length === 0) return 'missing';
  if (a.some(value => b.includes(value))) return 'exact';
  return a.some(x => b.some(y => x.length >= 6 && isOneSlip(x, y))) ? 'one-slip' : 'different';
}

const STREET_ORDER: readonly StreetLevel[] = [
  'exact',
  'other-unit',
  'close',
  'street-only',
  'alike',
  'different',
  'missing',
];
const PLACE_ORDER: readonly PlaceLevel[] = ['exact', 'city', 'close', 'state', 'different', 'missing'];

/** The best pair of addresses decides; the two fields are judged on that same pair. */
export function compareAddresses(
  a: readonly PreparedAddress[],
  b: readonly PreparedAddress[],
): { readonly street: StreetLevel; readonly place: PlaceLevel } {
  let best: { street: StreetLevel; place: PlaceLevel } = { street: 'missing', place: 'missing' };
  let bestRank = Infinity;
  for (const x of a) {
    for (const y of b) {
      const pair = { street: compareStreets(x, y), place: comparePlaces(x, y) };
      const rank = STREET_ORDER.indexOf(pair.street) * 10 + PLACE_ORDER.indexOf(pair.place);
      if (rank < bestRank) [best, bestRank] = [pair, rank];
    }
  }
  return best;
}

function compareStreets(a: PreparedAddress, b: PreparedAddress): StreetLevel {
  if ((a.street === '' && a.second === '') || (b.street === '' && b.second === '')) return 'missing';
  const likeness = likestLines(a, b);
  const sameNumber = a.number !== '' && a.number === b.number;
  if (likeness === 1 && sameNumber)
    return a.unit === b.unit || a.unit === '' || b.unit === '' ? 'exact' : 'other-unit';
  const numberFits = sameNumber || a.number === '' || b.number === '' || isOneSlip(a.number, b.number);
  if (likeness >= 0.9 && numberFits) return 'close';
  if (likeness >= 0.95) return 'street-only';
  return likeness >= 0.82 ? 'alike' : 'different';
}

/** Either line may hold the street; the likest two decide. */
function likestLines(a: PreparedAddress, b: PreparedAddress): number {
  return Math.max(
    likenessOf(a.street, b.street),
    likenessOf(a.street, b.second),
    likenessOf(a.second, b.street),
    likenessOf(a.second, b.second),
  );
}

function likenessOf(x: string, y: string): number {
  if (x === '' || y === '') return 0;
  if (x === y) return 1;
  return isOneSlip(x, y) ? 0.97 : jaroWinkler(x, y);
}

function comparePlaces(a: PreparedAddress, b: PreparedAddress): PlaceLevel {
  const cityKnown = a.city !== '' && b.city !== '';
  const codeKnown = a.postalCode !== '' && b.postalCode !== '';
  if (!cityKnown && !codeKnown) return 'missing';
  if (codeKnown && a.postalCode === b.postalCode) return 'exact';
  const sameState = a.state === b.state || a.state === '' || b.state === '';
  if (cityKnown && (a.city === b.city || isOneSlip(a.city, b.city)) && sameState) return 'city';
  if (
    codeKnown &&
    (isOneSlip(a.postalCode, b.postalCode) || a.postalCode.slice(0, 4) === b.postalCode.slice(0, 4))
  )
    return 'close';
  if (cityKnown && jaroWinkler(a.city, b.city) >= 0.9) return 'close';
  return a.state !== '' && a.state === b.state ? 'state' : 'different';
}
