import { AUDIENCES, type Portal } from '@spark-den/contracts/identity/types';
import { AppError, toEpochMs } from '@spark-den/kernel';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet, type JWTPayload } from 'jose';
import { createHash } from 'node:crypto';
import type { Identity } from './identity-client.ts';
import type { Ports } from '@spark-den/service-kit';

/** What a verified access token of a portal says. */
export interface TokenFacts {
  readonly subject: string;
  readonly sessionId: string;
}

interface Keys {
  readonly set: ReturnType<typeof createLocalJWKSet>;
  readonly issuer: string;
}

const MOST_KNOWN = 10_000;
/** Tokens with made-up key ids must not make us ask for keys each time. */
const RELOAD_AFTER_MS = 10_000;
const unauthenticated = () => new AppError('unauthenticated', 'platform.sign_in_required');

/** Verifies tokens for the edge's own needs: who is limited, whose socket it is. Services verify for themselves. */
export class TokenReader {
  readonly #ports: Ports;
  readonly #identity: Identity;
  readonly #portal: Portal;
  readonly #known = new Map<string, { readonly facts: TokenFacts; readonly until: number }>();
  #keys: Keys | undefined;
  #reloadFrom = 0;

  constructor(ports: Ports, identity: Identity, portal: Portal) {
    this.#ports = ports;
    this.#identity = identity;
    this.#portal = portal;
  }

  async read(token: string): Promise<TokenFacts | undefined> {
    const key = createHash('sha256').update(token).digest('base64');
    const now = toEpochMs(this.#ports.systemClock.now());
    const known = this.#known.get(key);
    if (known && known.until > now) return known.facts;
    const payload = await this.verify(token, AUDIENCES[this.#portal]).catch(() => undefined);
    if (!payload || typeof payload.sub !== 'string' || typeof payload.sid !== 'string') return undefined;
    const facts = { subject: payload.sub, sessionId: payload.sid };
    if (this.#known.size > MOST_KNOWN) this.#known.clear();
    this.#known.set(key, { facts, until: (payload.exp ?? 0) * 1000 });
    return facts;
  }

  /** @throws AppError unauthenticated when the token is not the provider's, for another audience, or over */
  async verify(token: string, audience: string): Promise<JWTPayload> {
    try {
      return await this.#verifyWith(this.#keys ?? (await this.#loadKeys()), token, audience);
    } catch (error) {
      const isNewKey = (error as { code?: string }).code === 'ERR_JWKS_NO_MATCHING_KEY';
      if (!isNewKey || performance.now() < this.#reloadFrom) throw unauthenticated();
    }
    // A key that may be new since the last look: look once more, and not again for a while.
    try {
      return await this.#verifyWith(await this.#loadKeys(), token, audience);
    } catch {
      throw unauthenticated();
    }
  }

  async #verifyWith(keys: Keys, token: string, audience: string): Promise<JWTPayload> {
    const { payload } = await jwtVerify(token, keys.set, {
      issuer: keys.issuer,
      audience,
      algorithms: ['ES256'],
      requiredClaims: ['sub', 'exp'],
      currentDate: new Date(this.#ports.systemClock.now()),
    });
    return payload;
  }

  async #loadKeys(): Promise<Keys> {
    this.#reloadFrom = performance.now() + RELOAD_AFTER_MS;
    const { issuer, keys } = await this.#identity.getSigningKeys({});
    this.#keys = { issuer, set: createLocalJWKSet({ keys } as unknown as JSONWebKeySet) };
    return this.#keys;
  }
}
