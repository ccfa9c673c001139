import type { Insertable, Selectable, Transaction } from 'kysely';
import type { PatientsDatabase, RegistrationDraftTable } from '../database.ts';

type Db = Transaction<PatientsDatabase>;
export type DraftRow = Selectable<RegistrationDraftTable>;

export async function findDraft(db: Db, id: string): Promise<DraftRow | undefined> {
  return db.selectFrom('registrationDraft').selectAll().where('id', '=', id).executeTakeFirst();
}

/** @returns whether the draft was new */
export async function insertDraft(db: Db, draft: Insertable<RegistrationDraftTable>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('registrationDraft')
    .values(draft)
    .onConflict(conflict => conflict.columns(['practiceId', 'id']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** @returns whether the draft still had this version */
export async function updateDraft(
  db: Db,
  id: string,
  version: number,
  values: Pick<DraftRow, 'step' | 'dataCipher' | 'updatedAt'>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('registrationDraft')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function deleteDraft(db: Db, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('registrationDraft').where('id', '=', id).executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function draftsBefore(
  db: Db,
  before: { updatedAt: DraftRow['updatedAt']; id: string } | undefined,
  limit: number,
): Promise<DraftRow[]> {
  let query = db
    .selectFrom('registrationDraft')
    .selectAll()
    .orderBy('updatedAt', 'desc')
    .orderBy('id')
    .limit(limit + 1);
  if (before) {
    query = query.where(where =>
      where.or([
        where('updatedAt', '<', before.updatedAt),
        where.and([where('updatedAt', '=', before.updatedAt), where('id', '>', before.id)]),
      ]),
    );
  }
  return query.execute();
}
