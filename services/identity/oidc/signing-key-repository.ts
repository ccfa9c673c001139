import type { Clock, Instant } from '@spark-den/kernel';
import type { FieldCipher } from '@spark-den/service-kit';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { sql, type Kysely } from 'kysely';
import type { IdentityDatabase } from '../database.ts';

type Db = Kysely<IdentityDatabase>;

/** Names the key of what belongs to no practice. */
const PLATFORM = '00000000-0000-0000-0000-000000000000';

interface KeyParts {
  readonly db: Db;
  readonly cipher: FieldCipher;
  readonly clock: Clock;
}

/** The private keys, newest first; made at the first start. Several processes that start at once agree on one. */
export async function loadSigningKeys(parts: KeyParts): Promise<JWK[]> {
  const rows = await activeKeys(parts.db);
  if (rows.length === 0) {
    await addSigningKey(parts, 'only-if-none');
    return loadSigningKeys(parts);
  }
  return Promise.all(
    rows.map(async row => JSON.parse(await parts.cipher.decrypt(PLATFORM, row.encryptedJwk)) as JWK),
  );
}

/** What verifies tokens: every key whose tokens may still be about. */
export async function loadPublicKeys(db: Db): Promise<Record<string, unknown>[]> {
  return (await activeKeys(db)).map(row => row.publicJwk);
}

/** Rotation: the new key signs from the next start on, the old ones still verify. */
export async function addSigningKey(
  parts: KeyParts,
  when: 'always' | 'only-if-none' = 'always',
): Promise<void> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const publicJwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  const marks = { kid, alg: 'ES256', use: 'sig' };
  const encryptedJwk = await parts.cipher.encrypt(
    PLATFORM,
    JSON.stringify({ ...(await exportJWK(privateKey)), ...marks }),
  );
  await parts.db.transaction().execute(async tx => {
    // Held to the end of the transaction: the second of two first starts finds the first one's key.
    await sql`select pg_advisory_xact_lock(hashtext('identity signing keys'))`.execute(tx);
    if (when === 'only-if-none' && (await activeKeys(tx)).length > 0) return;
    await tx
      .insertInto('signingKey')
      .values({
        kid,
        encryptedJwk,
        publicJwk: JSON.stringify({ ...publicJwk, ...marks }),
        createdAt: parts.clock.now(),
        retiredAt: null as Instant | null,
      })
      .execute();
  });
}

function activeKeys(db: Db) {
  return db
    .selectFrom('signingKey')
    .select(['kid', 'encryptedJwk', 'publicJwk'])
    .where('retiredAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .execute();
}
