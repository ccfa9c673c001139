import { AppError } from '@spark-den/kernel';
import { createLocalJWKSet, errors, jwtVerify, SignJWT, type JSONWebKeySet } from 'jose';
import { createHash } from 'node:crypto';
import type { Credential } from './call.ts';
import type { Principal } from './context.ts';
import { fromWire, toWire, type WirePrincipal } from './principal.ts';

export type PortalName = 'pms' | 'clinical';

const AUDIENCES: Readonly<Record<string, PortalName>> = {
  'urn:sparkden:pms': 'pms',
  'urn:sparkden:clinical': 'clinical',
};

/** Asks the identity service whether a session lives and who acts in it. */
export type Introspect = (session: {
  readonly sessionId: string;
  readonly subject: string;
  readonly portal: PortalName;
}) => Promise<Principal | undefined>;

export interface AuthenticatorOptions {
  /** Asks the identity service for its issuer and public keys. */
  readonly signingKeys: () => Promise<{ readonly issuer: string; readonly keys: JSONWebKeySet['keys'] }>;
  readonly introspect: Introspect;
  readonly serviceSecret: Uint8Array;
  /** How long a principal is believed without asking again; below the 5 s of a revocation. */
  readonly cacheMs?: number;
  readonly nowMs: () => number;
}

const unauthenticated = () => new AppError('unauthenticated', 'platform.sign_in_required');

/** Turns a credential into a principal. Access tokens name a session only; what it may do is asked of identity. */
export class Authenticator {
  readonly #options: AuthenticatorOptions;
  #keys: { issuer: string; get: ReturnType<typeof createLocalJWKSet>; readAt: number } | undefined;
  readonly #cache = new Map<
    string,
    { principal: Principal; portal: PortalName; until: number; expiresAt: number }
  >();

  constructor(options: AuthenticatorOptions) {
    this.#options = options;
  }

  /** @throws AppError unauthenticated */
  async authenticate(credential: Credential): Promise<Principal | undefined> {
    if (credential.kind === 'none') return undefined;
    if (credential.kind === 'service') return credential.principal;
    return this.#fromAccessToken(credential.token, credential.portal);
  }

  async #fromAccessToken(token: string, portal: PortalName | undefined): Promise<Principal> {
    const key = createHash('sha256').update(token).digest('base64');
    const now = this.#options.nowMs();
    const cached = this.#cache.get(key);
    if (cached && cached.until > now && cached.expiresAt > now) {
      if (portal && cached.portal !== portal) throw unauthenticated();
      return cached.principal;
    }
    const claims = await this.#verify(token);
    if (portal && claims.portal !== portal) throw unauthenticated();
    const { sessionId, subject, portal: audience } = claims;
    const principal = await this.#options.introspect({ sessionId, subject, portal: audience });
    if (!principal) {
      this.#cache.delete(key);
      throw unauthenticated();
    }
    if (this.#cache.size > 10_000) this.#cache.clear();
    const until = now + (this.#options.cacheMs ?? 2_000);
    this.#cache.set(key, { principal, portal: claims.portal, until, expiresAt: claims.expiresAt });
    return principal;
  }

  async #verify(token: string) {
    try {
      return await this.#verifyWith(token, await this.#signingKeys());
    } catch (error) {
      // a key that was made since the last look: ask once more, but no more than every second
      if (!(error instanceof errors.JWKSNoMatchingKey) || !this.#keysMayBeStale()) throw unauthenticated();
      this.#keys = undefined;
      return this.#verifyWith(token, await this.#signingKeys()).catch(() => {
        throw unauthenticated();
      });
    }
  }

  #keysMayBeStale(): boolean {
    return this.#keys === undefined || this.#options.nowMs() - this.#keys.readAt > 1_000;
  }

  async #signingKeys() {
    const now = this.#options.nowMs();
    if (!this.#keys || now - this.#keys.readAt > 300_000) {
      const { issuer, keys } = await this.#options.signingKeys();
      this.#keys = { issuer, get: createLocalJWKSet({ keys }), readAt: now };
    }
    return this.#keys;
  }

  async #verifyWith(token: string, keys: { issuer: string; get: ReturnType<typeof createLocalJWKSet> }) {
    const { payload } = await jwtVerify(token, keys.get, {
      issuer: keys.issuer,
      algorithms: ['ES256'],
      requiredClaims: ['sub', 'aud', 'exp', 'iat'],
      currentDate: new Date(this.#options.nowMs()),
    });
    const portal = typeof payload.aud === 'string' ? AUDIENCES[payload.aud] : undefined;
    if (!portal || typeof payload.sid !== 'string' || typeof payload.sub !== 'string')
      throw unauthenticated();
    return { sessionId: payload.sid, subject: payload.sub, portal, expiresAt: (payload.exp ?? 0) * 1000 };
  }

  /** A token for one call of `audience` by `from`, on behalf of `principal`. */
  async signServiceCall(from: string, audience: string, principal: Principal): Promise<string> {
    const now = Math.floor(this.#options.nowMs() / 1000);
    return new SignJWT({ principal: toWire(principal) })
      .setProtectedHeader({ alg: 'HS256', typ: 'service+jwt' })
      .setIssuer(`service:${from}`)
      .setAudience(`service:${audience}`)
      .setIssuedAt(now)
      .setExpirationTime(now + 60)
      .sign(this.#options.serviceSecret);
  }

  /** The address of a caller at the edge, for `audience` to believe. */
  async signSource(audience: string, address: string): Promise<string> {
    const now = Math.floor(this.#options.nowMs() / 1000);
    return new SignJWT({ address })
      .setProtectedHeader({ alg: 'HS256', typ: 'source+jwt' })
      .setAudience(`service:${audience}`)
      .setExpirationTime(now + 60)
      .sign(this.#options.serviceSecret);
  }

  /** @returns the address, or nothing when no service of ours has signed it */
  async verifySource(token: string, audience: string): Promise<string | undefined> {
    try {
      const { payload } = await jwtVerify<{ address: string }>(token, this.#options.serviceSecret, {
        audience: `service:${audience}`,
        algorithms: ['HS256'],
        typ: 'source+jwt',
        requiredClaims: ['exp', 'address'],
        currentDate: new Date(this.#options.nowMs()),
      });
      return payload.address;
    } catch {
      return undefined;
    }
  }

  /** @throws AppError unauthenticated */
  async verifyServiceCall(token: string, audience: string): Promise<Credential> {
    try {
      const { payload } = await jwtVerify<{ principal: WirePrincipal }>(token, this.#options.serviceSecret, {
        audience: `service:${audience}`,
        algorithms: ['HS256'],
        typ: 'service+jwt',
        requiredClaims: ['iss', 'exp'],
        currentDate: new Date(this.#options.nowMs()),
      });
      const from = (payload.iss ?? '').replace(/^service:/, '');
      return { kind: 'service', from, principal: fromWire(payload.principal) };
    } catch {
      throw unauthenticated();
    }
  }
}
