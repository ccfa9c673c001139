import type { Instant } from '@spark-den/kernel';
import type { Insertable } from 'kysely';
import type { Db } from '../context.ts';
import type { HoldTable } from '../database.ts';

export async function insertHold(db: Db, row: Insertable<HoldTable>): Promise<void> {
  await db.insertInto('hold').values(row).execute();
}

/** A hold that is still good, kept from changing until the transaction ends. */
export async function lockHold(db: Db, holdId: string, heldBy: string, now: Instant) {
  return db
    .selectFrom('hold')
    .selectAll()
    .where('id', '=', holdId)
    .where('heldBy', '=', heldBy)
    .where('expiresAt', '>', now)
    .forUpdate()
    .executeTakeFirst();
}

/** Its claims go with it. */
export async function deleteHold(db: Db, holdId: string, heldBy: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('hold')
    .where('id', '=', holdId)
    .where('heldBy', '=', heldBy)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
