import type { Portal } from '@spark-den/contracts/identity/types';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

interface CookieOptions {
  readonly sameSite: 'Strict' | 'Lax';
  readonly maxAgeSeconds: number;
}

/**
 * The cookies of one portal. Browsers share cookies between the ports of a host, so each portal has names of
 * its own; over HTTPS they carry the `__Host-` prefix, which binds them to this host.
 */
export class PortalCookies {
  readonly #secure: boolean;
  readonly #portal: Portal;
  readonly #key: Uint8Array;

  constructor(parts: { readonly portal: Portal; readonly secure: boolean; readonly key: Uint8Array }) {
    this.#secure = parts.secure;
    this.#portal = parts.portal;
    this.#key = parts.key;
  }

  name(purpose: string): string {
    return `${this.#secure ? '__Host-' : ''}sparkden-${this.#portal}-${purpose}`;
  }

  /** A `Set-Cookie` line. Scripts never see the cookie. */
  set(purpose: string, value: string, { sameSite, maxAgeSeconds }: CookieOptions): string {
    const attributes = ['Path=/', 'HttpOnly', `SameSite=${sameSite}`, `Max-Age=${maxAgeSeconds}`];
    if (this.#secure) attributes.push('Secure');
    return [`${this.name(purpose)}=${value}`, ...attributes].join('; ');
  }

  clear(purpose: string): string {
    return this.set(purpose, '', { sameSite: 'Strict', maxAgeSeconds: 0 });
  }

  read(header: string | undefined, purpose: string): string | undefined {
    const name = this.name(purpose);
    for (const pair of (header ?? '').split(';')) {
      const separator = pair.indexOf('=');
      if (pair.slice(0, separator).trim() === name) return pair.slice(separator + 1).trim() || undefined;
    }
    return undefined;
  }

  seal(value: unknown): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    const body = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
  }

  /** @returns nothing for what this gateway did not seal */
  open(sealed: string): unknown {
    try {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return JSON.parse(
        Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString(),
      ) as unknown;
    } catch {
      return undefined;
    }
  }
}
