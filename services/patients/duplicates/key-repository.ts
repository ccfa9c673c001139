import { sql, type Transaction } from 'kysely';
import type { PatientsDatabase } from '../database.ts';
import type { Key } from './keys.ts';

type Db = Transaction<PatientsDatabase>;

/** A key that more people share than this tells nothing and is left out. */
const LARGEST_BLOCK = 250;

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

/** Patients who share at least one match key. */
export async function patientsSharing(db: Db, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ patientId: string }>`
    select distinct shared.patient_id
    from unnest(${keys}::text[]) as wanted(value)
    cross join lateral (
      select patient_id, count(*) over () as size
      from (
        select patient_id from patient_key
        where kind = 'match' and value = wanted.value
        limit ${LARGEST_BLOCK + 1}
      ) block
    ) shared
    where shared.size <= ${LARGEST_BLOCK}`.execute(db);
  return rows.map(row => row.patientId);
}

/** Waits until no other transaction registers or changes somebody with one of these keys. */
export async function lockKeys(db: Db, practiceId: string, keys: readonly string[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(lock.id)
    from (
      select distinct hashtextextended(${practiceId} || key, 0) as id from unnest(${keys}::text[]) as wanted(key) order by id
    ) lock`.execute(db);
}

export async function nameCounts(db: Db, familyKey: string, givenKey: string) {
  const { rows } = await sql<{ family: number; given: number; total: number }>`
    select
      (select count(*) from patient where family_key = ${familyKey}) as family,
      (select count(*) from patient where given_key = ${givenKey}) as given,
      coalesce((select last_number - 100000 from mrn_counter), 0) as total`.execute(db);
  return rows[0] ?? { family: 0, given: 0, total: 0 };
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
