import {
  frequenciesFrom,
  keyOfNumber,
  MOST_FAMILIES,
  termsOf,
  withoutSharedValues,
  type PersonalNumber,
  type Prepared,
  type TermFrequencies,
} from '@spark-den/matching';
import type { Transaction } from 'kysely';
import type { PatientsDatabase } from '../database.ts';
import { termKey } from './keys.ts';
import { countPatientsAndShared, countTermsAndShared } from './shared-repository.ts';
import type { LearnedWeights } from './weights-repository.ts';

type Db = Transaction<PatientsDatabase>;
type IsShared = (pass: PersonalNumber, value: string) => boolean;

/** The person who is asked about, without numbers that so many families have that they are nobody's; and how many patients there are. */
export async function sharedNumbers(
  db: Db,
  person: Prepared,
): Promise<{ patients: number; asked: Prepared }> {
  const { patients, shared } = await countPatientsAndShared(db, numberKeys([person]), MOST_FAMILIES);
  return { patients, asked: withoutSharedValues(person, testOf(shared)) };
}

interface Question {
  readonly asked: Prepared;
  readonly others: readonly Prepared[];
  readonly patients: number;
  readonly learned: LearnedWeights | undefined;
}

/** How common the values are in which candidates may agree, and which of their numbers are nobody's. */
export async function frequenciesAmong(
  db: Db,
  { asked, others, patients, learned }: Question,
): Promise<{ frequencies: TermFrequencies; isShared: IsShared }> {
  // where names agree as a whole but not word by word, the other's first word counts too
  const otherWords = others
    .filter(({ givenJoined }) => givenJoined === asked.givenJoined)
    .flatMap(termsOf)
    .filter(({ field }) => field === 'given');
  const terms = [...termsOf(asked), ...otherWords].map(termKey);
  const { counts, shared } = await countTermsAndShared(
    db,
    [...new Set(terms)],
    numberKeys(others),
    MOST_FAMILIES,
  );
  const frequencies = frequenciesFrom(
    field => patients * (learned?.stated[field] ?? 1),
    term => counts.get(termKey(term)) ?? 0,
  );
  return { frequencies, isShared: testOf(shared) };
}

/** A Social Security number is one person's: the service refuses it to a second. */
function numberKeys(people: readonly Prepared[]): string[] {
  const keys = people.flatMap(({ phones, emails, memberIds }) => [
    ...phones.map(value => numberKey('phone', value)),
    ...emails.map(value => numberKey('email', value)),
    ...memberIds.map(value => numberKey('memberId', value)),
  ]);
  return [...new Set(keys)];
}

function numberKey(pass: PersonalNumber, value: string): string {
  return `${pass}:${keyOfNumber(pass, value)}`;
}

function testOf(shared: readonly string[]): IsShared {
  const known = new Set(shared);
  return (pass, value) => known.has(numberKey(pass, value));
}
