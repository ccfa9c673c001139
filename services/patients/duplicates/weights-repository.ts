import type { MatchingModel } from '@spark-den/matching';
import { type Instant } from '@spark-den/kernel';
import { sql, type Transaction } from 'kysely';
import type { PatientsDatabase } from '../database.ts';
import type { PatientRow } from '../records/patient-row.ts';

type Db = Transaction<PatientsDatabase>;

export interface LearnedWeights {
  readonly model: MatchingModel;
  readonly learnedFrom: number;
}

export async function loadWeights(db: Db): Promise<LearnedWeights | undefined> {
  return db.selectFrom('matchingWeights').select(['model', 'learnedFrom']).executeTakeFirst();
}

export async function saveWeights(
  db: Db,
  practiceId: string,
  { model, learnedFrom }: LearnedWeights,
  learnedAt: Instant,
): Promise<void> {
  const row = { model: JSON.stringify(model), learnedFrom, learnedAt };
  await db
    .insertInto('matchingWeights')
    .values({ practiceId, ...row })
    .onConflict(conflict => conflict.column('practiceId').doUpdateSet(row))
    .execute();
}

export async function countPatients(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select coalesce((select last_number - 100000 from mrn_counter), 0)::integer as count`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The patients registered last, merged records among them: what was merged is what a duplicate looks like. */
export function latestPatients(db: Db, limit: number): Promise<PatientRow[]> {
  return db
    .selectFrom('patient')
    .selectAll()
    .orderBy('registeredAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Those of the numbers' keys that more than `families` different families have: the practice's own phone, for one. */
export async function keysOfManyFamilies(
  db: Db,
  keys: readonly string[],
  families: number,
): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const { rows } = await sql<{ value: string }>`
    select wanted.value
    from unnest(${keys}::text[]) as wanted(value)
    cross join lateral (
      select count(distinct patient.family_key) as families
      from (
        select patient_id from patient_key where kind = 'match' and value = wanted.value limit 300
      ) holder
      join patient on patient.id = holder.patient_id
    ) held
    where held.families > ${families}`.execute(db);
  return new Set(rows.map(({ value }) => value));
}
