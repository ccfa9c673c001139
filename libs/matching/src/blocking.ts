import { formalNames } from './nicknames.ts';
import { soundKey } from './phonetics.ts';
import type { Prepared } from './prepare.ts';

/**
 * What a key is made of. A store keeps keys of a Social Security number (`ssn`, `ssn4`, `ssn-end`) only hashed with a secret
 * of its own, and none of `ssn-start`, whose hash would tell more of the number than its last four; the others as they are.
 */
export interface BlockingKey {
  readonly pass: BlockingPass;
  readonly value: string;
}

export const BLOCKING_PASSES = [
  'ssn',
  'ssn4',
  'phone',
  'email',
  'memberId',
  'birth-date',
  'both-names',
  'family-year',
  'given-year',
  'family-place',
  'given-place',
  'street',
  'name-starts',
  'ssn-start',
  'ssn-end',
  'place-year',
  'place-day',
  'month-given',
  'month-family',
  'street-given',
  'place',
  'area-given',
  'area-family',
  'trait-given',
  'trait-family',
  'family-initial',
] as const;
export type BlockingPass = (typeof BLOCKING_PASSES)[number];

/**
 * The keys under which a record is found: two records are compared when they share one.
 * No single slip hides a record, because no two passes need the same facts.
 */
export function blockingKeys(record: Prepared): BlockingKey[] {
  const keys: BlockingKey[] = [];
  const push = (pass: BlockingPass, ...parts: (string | undefined)[]) => {
    if (parts.every(part => part !== undefined && part !== '')) keys.push({ pass, value: parts.join('|') });
  };
  const year = record.birthDate?.slice(0, 4);
  const monthDay = record.birthDate?.slice(4);
  const givens = givenSounds(record);
  const families = familySounds(record);
  push('ssn', record.ssn);
  push('ssn4', record.ssnLast4, record.given[0]?.charAt(0));
  for (const phone of record.phones) push('phone', keyOfNumber('phone', phone));
  for (const email of record.emails) push('email', email);
  for (const memberId of record.memberIds) push('memberId', memberId);
  push('birth-date', record.birthDate);
  for (const given of givens) {
    for (const family of families) push('both-names', ...[given, family].sort());
    push('given-year', given, year);
    push('given-year', given, monthDay);
  }
  for (const family of families) {
    push('family-year', family, year);
    push('family-year', family, monthDay);
  }
  for (const address of record.addresses) {
    const place = address.postalCode || address.city;
    for (const given of givens) push('given-place', given, place);
    for (const family of families) push('family-place', family, place);
    if (address.street !== '')
      push('street', address.number || '-', address.street.slice(0, 5), place.slice(0, 3));
  }
  // what is left when names, numbers or dates carry several slips at once
  push('name-starts', record.given[0]?.slice(0, 3), record.family.slice(0, 3));
  push('ssn-start', record.ssn?.slice(0, Math.floor(record.ssn.length / 2)));
  push('ssn-end', record.ssn?.slice(-4));
  push('month-given', record.birthDate?.slice(0, 6), record.given[0]?.charAt(0));
  push('month-family', record.birthDate?.slice(0, 6), record.family.charAt(0));
  for (const address of record.addresses) {
    push('place', address.postalCode);
    for (const given of givens) push('area-given', given, address.postalCode.slice(0, 3));
    for (const family of families) push('area-family', family, address.postalCode.slice(0, 3));
    push('place-year', address.postalCode || address.city, year);
    push('place-day', address.postalCode || address.city, monthDay);
    if (address.street !== '') push('street-given', address.street.slice(0, 6), record.given[0]?.charAt(0));
  }
  for (const [trait, value] of Object.entries(record.traits)) {
    for (const given of givens) push('trait-given', trait, value, given);
    for (const family of families) push('trait-family', trait, value, family);
  }
  for (const family of families) push('family-initial', family, record.given[0]?.charAt(0));
  return distinct(keys);
}

/** The value under which a number is a key: phones by their last seven digits, with or without an area code. */
export function keyOfNumber(pass: BlockingPass, value: string): string {
  return pass === 'phone' ? value.slice(-7) : value;
}

function givenSounds(record: Prepared): string[] {
  const first = record.given[0];
  if (first === undefined) return [];
  return [...new Set([first, ...formalNames(first)].map(soundKey).filter(key => key !== ''))];
}

function familySounds(record: Prepared): string[] {
  const parts = record.familyTokens.length > 1 ? record.familyTokens.filter(token => token.length >= 4) : [];
  return [...new Set([record.family, ...parts, ...record.former].map(soundKey).filter(key => key !== ''))];
}

function distinct(keys: readonly BlockingKey[]): BlockingKey[] {
  return [...new Map(keys.map(key => [`${key.pass}:${key.value}`, key])).values()];
}
