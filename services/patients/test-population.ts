import { PRACTICE_ID, type TestSystem } from '@spark-den/testkit';
import { uuidv7 } from '@spark-den/kernel';
import { matchKeys, searchKeys, termKeys } from './duplicates/keys.ts';
import { familySoundOf } from './records/demographics.ts';
import { prepare, type PersonRecord } from '@spark-den/matching';
import type { FieldCipher } from '@spark-den/service-kit';

const FAMILIES =
  'Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts'.split(
    ' ',
  );
const GIVENS =
  'James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Sarah Charles Karen Christopher Lisa Daniel Nancy Matthew Betty Anthony Sandra Mark Margaret Donald Ashley Steven Kimberly Andrew Emily Paul Donna Joshua Michelle'.split(
    ' ',
  );
const SYLLABLES =
  'ba ce di fo gu ha ji ko lu ma ne pi ro su ta ve wi xo yu za bren dor fel gan hurst kel lin mor nes wick'.split(
    ' ',
  );

/** Repeatable numbers 0…1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface Planted {
  readonly id: string;
  readonly family: string;
  readonly given: string;
  readonly birthDate: string;
  readonly phone: string;
  readonly mrn: string;
}

/** Common names are common (a third of the people share fifty), the rest are as varied as in a city. */
export function population(size: number, seed: number): Planted[] {
  const random = seeded(seed);
  const pick = (list: readonly string[], skew = 1) => list[Math.floor(random() ** skew * list.length)] ?? '';
  const rare = () => {
    const name = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(SYLLABLES)).join('');
    return name.charAt(0).toUpperCase() + name.slice(1);
  };
  return Array.from({ length: size }, (_, index) => {
    const pad = (value: number) => String(value).padStart(2, '0');
    return {
      id: uuidv7(1_790_000_000_000 + index),
      family: random() < 0.33 ? pick(FAMILIES, 2) : rare(),
      given: random() < 0.8 ? pick(GIVENS, 1.5) : rare(),
      birthDate: `${1930 + Math.floor(random() * 95)}-${pad(1 + Math.floor(random() * 12))}-${pad(1 + Math.floor(random() * 28))}`,
      phone: `${312 + Math.floor(random() * 5)}${String(2_000_000 + Math.floor(random() * 7_900_000))}`,
      mrn: String(200_001 + index),
    };
  });
}

/** Puts people straight into the tables, with the keys that the service would have written. */
export async function plant(
  test: TestSystem,
  people: readonly Planted[],
  cipher: FieldCipher,
): Promise<void> {
  await test.withRoot('business', async client => {
    await client.query('set synchronous_commit = off');
    for (let start = 0; start < people.length; start += 2_000) {
      const batch = people.slice(start, start + 2_000);
      await client.query(
        `insert into patients.patient (id, practice_id, mrn, family, given, birth_date, sex, phones, self_description, preferences, family_key, family_sound, given_key, registered_at, registered_by)
         select id, $1, mrn, family, given, birth_date, 'unknown', jsonb_build_array(jsonb_build_object('use', 'home', 'number', phone)),
           '{"nameUsed": null}', '{"choices": []}', lower(family), family_sound, lower(given), now(), 'planted'
         from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::date[], $7::text[], $8::text[]) as p(id, mrn, family, given, birth_date, phone, family_sound)`,
        [
          PRACTICE_ID,
          ...(['id', 'mrn', 'family', 'given', 'birthDate', 'phone'] as const).map(field =>
            batch.map(row => row[field]),
          ),
          batch.map(row => familySoundOf(row.family)),
        ],
      );
      const keys = await Promise.all(batch.map(row => keysOf(row, cipher)));
      const flat = keys.flat();
      await client.query(
        `insert into patients.patient_key (practice_id, kind, value, patient_id)
         select $1, kind, value, id from unnest($2::text[], $3::text[], $4::uuid[]) as k(kind, value, id) on conflict do nothing`,
        [PRACTICE_ID, flat.map(key => key.kind), flat.map(key => key.value), flat.map(key => key.id)],
      );
    }
    await client.query(
      'insert into patients.mrn_counter (practice_id, last_number) values ($1, $2) on conflict (practice_id) do update set last_number = excluded.last_number',
      [PRACTICE_ID, 100_000 + people.length],
    );
    await client.query('analyze patients.patient, patients.patient_key');
  });
}

async function keysOf(row: Planted, cipher: FieldCipher) {
  const person: PersonRecord = {
    id: row.id,
    given: [row.given],
    family: row.family,
    birthDate: row.birthDate,
    phones: [row.phone],
  };
  const search = searchKeys(person, [], row.mrn);
  const prepared = prepare(person);
  const match = await matchKeys(cipher, PRACTICE_ID, prepared);
  return [
    ...search,
    ...match.map(value => ({ kind: 'match', value })),
    ...termKeys(prepared).map(value => ({ kind: 'term', value })),
  ].map(key => ({ ...key, id: row.id }));
}
