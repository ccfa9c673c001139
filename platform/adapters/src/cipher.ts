import type { FieldCipher } from '@spark-den/service-kit';
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const VERSION = 'v1';

/**
 * AES-256-GCM with a key per practice, derived from the master key by HKDF (RFC 5869), and HMAC-SHA-256 blind indexes.
 * The practice is also the additional data, so a value copied into another practice's row does not open.
 */
export class PracticeCipher implements FieldCipher {
  readonly #masterKey: Buffer;
  readonly #keys = new Map<string, Buffer>();

  /** @param masterKey 32 bytes */
  constructor(masterKey: Buffer) {
    if (masterKey.length !== 32) throw new RangeError('the master key must have 32 bytes');
    this.#masterKey = masterKey;
  }

  encrypt(practiceId: string, plain: string): Promise<string> {
    return Promise.resolve(
      `${VERSION}:${this.encryptBytes(practiceId, Buffer.from(plain)).toString('base64url')}`,
    );
  }

  decrypt(practiceId: string, cipherText: string): Promise<string> {
    const [version, body = ''] = cipherText.split(':');
    if (version !== VERSION) return Promise.reject(new Error('encrypted with an unknown key version'));
    try {
      return Promise.resolve(this.decryptBytes(practiceId, Buffer.from(body, 'base64url')).toString());
    } catch {
      return Promise.reject(new Error('does not open with the key of this practice'));
    }
  }

  blindIndex(practiceId: string, purpose: string, plain: string): Promise<string> {
    const key = this.#key(practiceId, `blind index ${purpose}`);
    return Promise.resolve(createHmac('sha256', key).update(plain).digest('base64url'));
  }

  encryptBytes(practiceId: string, plain: Uint8Array): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key(practiceId, 'data'), nonce);
    cipher.setAAD(Buffer.from(practiceId));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  }

  decryptBytes(practiceId: string, sealed: Uint8Array): Buffer {
    const bytes = Buffer.from(sealed);
    const decipher = createDecipheriv('aes-256-gcm', this.#key(practiceId, 'data'), bytes.subarray(0, 12));
    decipher.setAAD(Buffer.from(practiceId));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
  }

  #key(practiceId: string, use: string): Buffer {
    const name = `${practiceId}/${use}`;
    let key = this.#keys.get(name);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.#masterKey, practiceId, `spark-den ${use}`, 32));
      this.#keys.set(name, key);
    }
    return key;
  }
}
