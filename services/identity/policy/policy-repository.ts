import type { SecurityPolicy } from '@spark-den/contracts/identity/types';
import type { Kysely, Selectable } from 'kysely';
import type { IdentityDatabase, PracticeTable } from '../database.ts';

type Db = Kysely<IdentityDatabase>;
export type Practice = Selectable<PracticeTable>;

/** The practice of this transaction; with the sign-in's role, name it. */
export async function findPolicy(db: Db, practiceId?: string): Promise<Practice | undefined> {
  const query = db.selectFrom('practice').selectAll();
  return (practiceId ? query.where('practiceId', '=', practiceId) : query).executeTakeFirst();
}

export async function insertPractice(db: Db, practice: Omit<Practice, 'version'>): Promise<void> {
  await db
    .insertInto('practice')
    .values(practice)
    .onConflict(conflict => conflict.doNothing())
    .execute();
}

/** @returns whether the policy still had the version that the caller read */
export async function storePolicy(
  db: Db,
  policy: SecurityPolicy,
  expectedVersion: number | undefined,
): Promise<boolean> {
  let query = db.updateTable('practice').set(eb => ({ ...policy, version: eb('version', '+', 1) }));
  if (expectedVersion !== undefined) query = query.where('version', '=', expectedVersion);
  return (await query.executeTakeFirst()).numUpdatedRows === 1n;
}
