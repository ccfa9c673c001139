import type { FrequencyField, MatchingModel } from '@spark-den/matching';
import { type Instant } from '@spark-den/kernel';
import { sql, type Transaction } from 'kysely';
import type { PatientsDatabase } from '../database.ts';
import type { PatientRow } from '../records/patient-row.ts';

type Db = Transaction<PatientsDatabase>;

export interface LearnedWeights {
  readonly model: MatchingModel;
  /** Share of the patients that state a value of a field, 0…1. */
  readonly stated: Partial<Record<FrequencyField, number>>;
  readonly learnedFrom: number;
}

export async function loadWeights(db: Db): Promise<LearnedWeights | undefined> {
  return db.selectFrom('matchingWeights').select(['model', 'stated', 'learnedFrom']).executeTakeFirst();
}

export async function saveWeights(
  db: Db,
  practiceId: string,
  { model, stated, learnedFrom }: LearnedWeights,
  learnedAt: Instant,
): Promise<void> {
  const row = { model: JSON.stringify(model), stated: JSON.stringify(stated), learnedFrom, learnedAt };
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
