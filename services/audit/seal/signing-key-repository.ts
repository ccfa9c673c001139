import { sql, type Kysely, type Selectable } from 'kysely';
import type { AuditDatabase } from '../database.ts';

type Db = Kysely<AuditDatabase>;
type KeyRow = Selectable<AuditDatabase['signingKey']>;

export async function newestKey(db: Db): Promise<KeyRow | undefined> {
  return db.selectFrom('signingKey').selectAll().orderBy('createdAt', 'desc').executeTakeFirst();
}

/** Of several processes that make the first key at once, one wins. @returns the key that stands */
export async function insertFirstKey(db: Db, row: KeyRow): Promise<KeyRow> {
  return db.transaction().execute(async tx => {
    await sql`select pg_advisory_xact_lock(hashtext('audit signing key'))`.execute(tx);
    const earlier = await newestKey(tx);
    if (earlier) return earlier;
    await tx.insertInto('signingKey').values(row).execute();
    return row;
  });
}

/** Public keys by id, in PEM. */
export async function publicKeys(db: Db): Promise<Pick<KeyRow, 'id' | 'publicKey'>[]> {
  return db.selectFrom('signingKey').select(['id', 'publicKey']).execute();
}
