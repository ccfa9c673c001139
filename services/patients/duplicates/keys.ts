import {
  blockingKeys,
  fold,
  prepare,
  soundKey,
  type BlockingPass,
  type PersonRecord,
} from '@spark-den/matching';
import type { FieldCipher } from '@spark-den/service-kit';
import { SSN_PURPOSE } from '../records/ssn.ts';

export interface Key {
  readonly kind: 'word' | 'sound' | 'phone' | 'mrn' | 'member' | 'match';
  readonly value: string;
}

/** Passes that help a batch over dirty data; one query at the desk is answered without them, and faster. */
const LEFT_OUT = new Set<BlockingPass>([
  'ssn-half',
  'place',
  'place-day',
  'area-given',
  'area-family',
  'trait-given',
  'trait-family',
  'street-given',
  'family-initial',
]);

/** Keys under which the engine finds who may be the same; numbers that identify are hashed with the practice's secret. */
export async function matchKeys(
  cipher: FieldCipher,
  practiceId: string,
  person: PersonRecord,
): Promise<string[]> {
  const keys = blockingKeys(prepare(person)).filter(({ pass }) => !LEFT_OUT.has(pass));
  return Promise.all(
    keys.map(async ({ pass, value }) => {
      if (pass === 'ssn') return `ssn:${await cipher.blindIndex(practiceId, SSN_PURPOSE, value)}`;
      if (pass === 'ssn4' || pass === 'ssn-half')
        return `${pass}:${await cipher.blindIndex(practiceId, pass, value)}`;
      return `${pass}:${value}`;
    }),
  );
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
