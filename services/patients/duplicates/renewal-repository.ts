import type { Transaction } from 'kysely';
import type { PatientsDatabase } from '../database.ts';

type Db = Transaction<PatientsDatabase>;

/** How far the renewal has come, held against other instances until the transaction ends; a new version begins anew. */
export async function lockRenewal(db: Db, practiceId: string, version: number) {
  await db
    .insertInto('keyRenewal')
    .values({ practiceId, version, upTo: null })
    .onConflict(conflict =>
      conflict
        .column('practiceId')
        .doUpdateSet({ version, upTo: null, finished: false })
        .where('keyRenewal.version', '<', version),
    )
    .execute();
  return db.selectFrom('keyRenewal').select(['upTo', 'finished']).forUpdate().executeTakeFirstOrThrow();
}

export async function saveRenewal(db: Db, state: { upTo: string | null; finished: boolean }): Promise<void> {
  await db.updateTable('keyRenewal').set(state).execute();
}

/** Locked, so that nobody changes a record while its keys are made anew. */
export function lockedPatientsAfter(db: Db, id: string | null, limit: number) {
  let query = db.selectFrom('patient').selectAll();
  if (id !== null) query = query.where('id', '>', id);
  return query.orderBy('id').limit(limit).forNoKeyUpdate().execute();
}

export async function setFamilySound(db: Db, id: string, familySound: string): Promise<void> {
  await db.updateTable('patient').set({ familySound }).where('id', '=', id).execute();
}
