import { AppError } from '@spark-den/kernel';
import { jwtVerify, SignJWT, type JWTVerifyGetKey } from 'jose';
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
  readonly issuer: string;
  readonly keys: JWTVerifyGetKey;
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
  readonly #cache = new Map<string, { principal: Principal; portal: PortalName; until: number; expiresAt: number }>();

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
    const principal = await this.#options.introspect(claims);
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
      const { payload } = await jwtVerify(token, this.#options.keys, {
        issuer: this.#options.issuer,
        algorithms: ['ES256'],
        requiredClaims: ['sub', 'aud', 'exp', 'iat'],
        currentDate: new Date(this.#options.nowMs()),
      });
      const portal = typeof payload.aud === 'string' ? AUDIENCES[payload.aud] : undefined;
      if (!portal || typeof payload.sid !== 'string' || typeof payload.sub !== 'string') throw unauthenticated();
      return { sessionId: payload.sid, subject: payload.sub, portal, expiresAt: (payload.exp ?? 0) * 1000 };
    } catch {
      throw unauthenticated();
    }
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
