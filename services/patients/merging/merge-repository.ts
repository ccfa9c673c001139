import type { SurvivorAttribute } from '@spark-den/contracts/patients/duplicate-types';
import type { Insertable, Selectable, Transaction } from 'kysely';
import type { PatientMergeTable, PatientsDatabase } from '../database.ts';
import type { ActiveMerge } from './merge-graph.ts';

type Db = Transaction<PatientsDatabase>;
export type MergeRow = Selectable<PatientMergeTable>;

/** An edit of an attribute goes before what a merge took: the merge keeps the rest. */
export async function releaseTaken(
  db: Db,
  merges: readonly ActiveMerge[],
  survivingId: string,
  attributes: readonly SurvivorAttribute[],
): Promise<void> {
  for (const merge of merges.filter(candidate => candidate.survivingId === survivingId)) {
    const kept = merge.take.filter(attribute => !attributes.includes(attribute));
    if (kept.length === merge.take.length) continue;
    await db
      .updateTable('patientMerge')
      .set({ take: JSON.stringify(kept) })
      .where('id', '=', merge.id)
      .execute();
  }
}

/** Locks rows in the order of their ids, so that two merges of the same records wait for each other. */
export async function lockPatients(db: Db, ids: readonly string[]): Promise<void> {
  await db.selectFrom('patient').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute();
}

export async function insertMerge(db: Db, merge: Insertable<PatientMergeTable>): Promise<void> {
  await db.insertInto('patientMerge').values(merge).execute();
}

export async function findMerge(db: Db, id: string): Promise<MergeRow | undefined> {
  return db.selectFrom('patientMerge').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function endMerge(
  db: Db,
  id: string,
  ended: { unmergedAt: MergeRow['mergedAt']; unmergedBy: string; unmergeReason: string },
): Promise<void> {
  await db.updateTable('patientMerge').set(ended).where('id', '=', id).execute();
}

export async function mergesOf(db: Db, patientIds: readonly string[]): Promise<MergeRow[]> {
  return db
    .selectFrom('patientMerge')
    .selectAll()
    .where(where => where.or([where('survivingId', 'in', patientIds), where('mergedId', 'in', patientIds)]))
    .orderBy('mergedAt', 'desc')
    .execute();
}
