import type { Clock } from '@spark-den/kernel';
import type { FieldCipher } from '@spark-den/service-kit';
import type { Kysely } from 'kysely';
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import type { AuditDatabase } from '../database.ts';
import { insertFirstKey, newestKey, publicKeys } from './signing-key-repository.ts';

type Db = Kysely<AuditDatabase>;

/** Names the key of what belongs to no practice. */
const PLATFORM = '00000000-0000-0000-0000-000000000000';

export interface Signer {
  readonly keyId: string;
  sign(head: string): string;
}

interface SignerParts {
  readonly db: Db;
  readonly cipher: FieldCipher;
  readonly clock: Clock;
}

/** The newest Ed25519 key, made at the first seal; its private half is stored encrypted with the master key. */
export async function loadSigner(parts: SignerParts): Promise<Signer> {
  const row = (await newestKey(parts.db)) ?? (await createKey(parts));
  const key = createPrivateKey(await parts.cipher.decrypt(PLATFORM, row.encryptedPrivateKey));
  return { keyId: row.id, sign: head => sign(null, Buffer.from(head), key).toString('base64url') };
}

/** Public keys by id, as the verifier needs them. */
export async function loadPublicKeys(db: Db): Promise<ReadonlyMap<string, KeyObject>> {
  return new Map((await publicKeys(db)).map(row => [row.id, createPublicKey(row.publicKey)]));
}

export function isSignedBy(key: KeyObject, head: string, signature: string): boolean {
  return verify(null, Buffer.from(head), key, Buffer.from(signature, 'base64url'));
}

async function createKey({ db, cipher, clock }: SignerParts) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const row = {
    id: createHash('sha256').update(publicPem).digest('base64url').slice(0, 16),
    publicKey: publicPem,
    encryptedPrivateKey: await cipher.encrypt(
      PLATFORM,
      privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ),
    createdAt: clock.now(),
  };
  return insertFirstKey(db, row);
}
