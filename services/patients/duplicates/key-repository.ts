import { LARGEST_BLOCK } from '@spark-den/matching';
import { sql, type Transaction } from 'kysely';
import type { PatientsDatabase } from '../database.ts';
import type { Key } from './keys.ts';

type Db = Transaction<PatientsDatabase>;

export async function replaceKeys(
  db: Db,
  practiceId: string,
  patientId: string,
  keys: readonly Key[],
): Promise<void> {
  await db.deleteFrom('patientKey').where('patientId', '=', patientId).execute();
  if (keys.length === 0) return;
  await db
    .insertInto('patientKey')
    .values(keys.map(({ kind, value }) => ({ practiceId, kind, value, patientId })))
    .onConflict(conflict => conflict.doNothing())
    .execute();
}

/** Who has each of the match keys, in the order of the keys; of a key that too many have, one more than the engine reads. */
export async function blocksOf(db: Db, keys: readonly string[]): Promise<string[][]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ holders: string[] }>`
    select array_agg(held.patient_id::text) as holders
    from unnest(${keys}::text[]) with ordinality as wanted(value, place)
    cross join lateral (
      select patient_id from patient_key
      where kind = 'match' and value = wanted.value
      limit ${LARGEST_BLOCK + 1}
    ) held
    group by wanted.place
    order by wanted.place`.execute(db);
  return rows.map(({ holders }) => holders);
}

/** Waits until no other transaction registers or changes somebody with one of these keys. */
export async function lockKeys(db: Db, practiceId: string, keys: readonly string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(lock.id)
    from (
      select distinct hashtextextended(${practiceId} || key, 0) as id from unnest(${keys}::text[]) as wanted(key) order by id
    ) lock`.execute(db);
}

export async function memberIdsOf(db: Db, patientIds: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (patientIds.length === 0) return found;
  const rows = await db
    .selectFrom('coverage')
    .select(['patientId', 'memberId'])
    .where('patientId', 'in', patientIds)
    .execute();
  for (const { patientId, memberId } of rows) {
    found.set(patientId, [...(found.get(patientId) ?? []), memberId]);
  }
  return found;
}
