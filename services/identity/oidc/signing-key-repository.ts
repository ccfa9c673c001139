import { sql, type Kysely, type Selectable } from 'kysely';
import type { IdentityDatabase } from '../database.ts';

type Db = Kysely<IdentityDatabase>;
type KeyTable = IdentityDatabase['signingKey'];

/** Keys whose tokens may still be about, newest first. */
export async function activeKeys(
  db: Db,
): Promise<Pick<Selectable<KeyTable>, 'kid' | 'encryptedJwk' | 'publicJwk'>[]> {
  return db
    .selectFrom('signingKey')
    .select(['kid', 'encryptedJwk', 'publicJwk'])
    .where('retiredAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .execute();
}

/** Keeps the first key; where another process was first, that one's stands. */
export async function insertFirstKey(
  db: Db,
  key: Pick<Selectable<KeyTable>, 'kid' | 'encryptedJwk' | 'publicJwk' | 'createdAt'>,
): Promise<void> {
  await db.transaction().execute(async tx => {
    // Held to the end of the transaction: the second of two first starts finds the first one's key.
    await sql`select pg_advisory_xact_lock(hashtext('identity signing keys'))`.execute(tx);
    if ((await activeKeys(tx)).length > 0) return;
    await tx
      .insertInto('signingKey')
      .values({ ...key, publicJwk: JSON.stringify(key.publicJwk), retiredAt: null })
      .execute();
  });
}
