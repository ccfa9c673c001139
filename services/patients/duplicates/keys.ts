import {
  blockingKeys,
  fold,
  soundKey,
  termsOf,
  type BlockingPass,
  type PersonRecord,
  type Prepared,
  type Term,
} from '@spark-den/matching';
import type { FieldCipher } from '@spark-den/service-kit';
import { SSN_PURPOSE } from '../records/ssn.ts';

export interface Key {
  readonly kind: 'word' | 'sound' | 'phone' | 'mrn' | 'member' | 'match' | 'term';
  readonly value: string;
}

/** A hash of the first digits of a Social Security number would tell more of it than the last four: it is not kept. */
export const LEFT_OUT: readonly BlockingPass[] = ['ssn-start'];

/** The keys of the engine's blocking, as they are stored; those of a number that identifies, hashed with the practice's secret. */
export async function matchKeys(
  cipher: FieldCipher,
  practiceId: string,
  person: Prepared,
): Promise<string[]> {
  const keys = blockingKeys(person).filter(({ pass }) => !LEFT_OUT.includes(pass));
  return Promise.all(
    keys.map(async ({ pass, value }) => {
      if (pass === 'ssn') return `ssn:${await cipher.blindIndex(practiceId, SSN_PURPOSE, value)}`;
      if (pass === 'ssn4' || pass === 'ssn-end')
        return `${pass}:${await cipher.blindIndex(practiceId, pass, value)}`;
      return `${pass}:${value}`;
    }),
  );
}

/** The values whose frequency among the practice's patients weighs. */
export function termKeys(person: Prepared): string[] {
  return termsOf(person).map(termKey);
}

export function termKey({ field, value }: Term): string {
  return `${field}:${value}`;
}

/** Keys under which people find a patient: words of every name, how they sound, phone, MRN and member ids. */
export function searchKeys(person: PersonRecord, names: readonly (string | null)[], mrn: string): Key[] {
  const words = [
    ...new Set(
      [...(person.given ?? []), person.family, ...(person.formerFamily ?? []), ...names].flatMap(name =>
        fold(name ?? '').split(' '),
      ),
    ),
  ].filter(word => word !== '');
  const sounds = [...new Set(words.map(soundKey))].filter(sound => sound !== '');
  const phones = (person.phones ?? []).flatMap(phone => [phone, phone.slice(-7), phone.slice(-4)]);
  return [
    ...words.map(value => ({ kind: 'word', value }) as const),
    ...sounds.map(value => ({ kind: 'sound', value }) as const),
    ...[...new Set(phones)].map(value => ({ kind: 'phone', value }) as const),
    ...(person.memberIds ?? []).map(id => ({ kind: 'member', value: memberKey(id) }) as const),
    { kind: 'mrn', value: fold(mrn) },
  ];
}

export function memberKey(memberId: string): string {
  return fold(memberId).replaceAll(' ', '');
}
