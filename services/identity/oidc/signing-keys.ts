import type { Clock } from '@spark-den/kernel';
import type { FieldCipher } from '@spark-den/service-kit';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Kysely } from 'kysely';
import type { IdentityDatabase } from '../database.ts';
import { activeKeys, insertFirstKey } from './signing-key-repository.ts';

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
    await makeFirstKey(parts);
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

async function makeFirstKey({ db, cipher, clock }: KeyParts): Promise<void> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const publicJwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  const marks = { kid, alg: 'ES256', use: 'sig' };
  const privateJwk = { ...(await exportJWK(privateKey)), ...marks };
  await insertFirstKey(db, {
    kid,
    encryptedJwk: await cipher.encrypt(PLATFORM, JSON.stringify(privateJwk)),
    publicJwk: { ...publicJwk, ...marks },
    createdAt: clock.now(),
  });
}
