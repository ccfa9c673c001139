import type { BlobStore } from '@spark-den/service-kit';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import type { PracticeCipher } from './cipher.ts';

/** Encrypted files in a folder; a blob is on disk, flushed, before `put` answers. */
export class FileBlobStore implements BlobStore {
  readonly #folder: string;
  readonly #cipher: PracticeCipher;

  constructor(folder: string, cipher: PracticeCipher) {
    this.#folder = folder;
    this.#cipher = cipher;
  }

  async put(practiceId: string, bytes: Uint8Array) {
    const key = randomUUID();
    const target = this.#path(practiceId, key);
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    const partial = `${target}.partial`;
    const file = await open(partial, 'w', 0o600);
    try {
      await file.writeFile(this.#cipher.encryptBytes(practiceId, bytes));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, target);
    return { key, sha256: createHash('sha256').update(bytes).digest('hex') };
  }

  async get(practiceId: string, key: string): Promise<Uint8Array> {
    return this.#cipher.decryptBytes(practiceId, await readFile(this.#path(practiceId, key)));
  }

  #path(practiceId: string, key: string): string {
    if (!/^[0-9a-f-]{36}$/.test(practiceId) || !/^[0-9a-f-]{36}$/.test(key))
      throw new RangeError('not a blob key');
    return path.join(this.#folder, practiceId, key.slice(0, 2), key);
  }
}
