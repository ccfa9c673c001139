import { NavigationContext } from '@spark-den/contracts/gateway/types';
import { Portal } from '@spark-den/contracts/identity/types';
import { plusMs, toEpochMs, type Instant } from '@spark-den/kernel';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

export const CONTEXT_LIFETIME_MS = 60_000;
const TYPE = 'context+jwt';

/** What a link between the portals carries: for one person, one portal, one minute, one use. */
export interface ContextToken {
  readonly id: string;
  readonly subject: string;
  readonly target: Portal;
  readonly context: NavigationContext;
}

const Claims = z.object({ jti: z.uuid(), sub: z.string(), target: Portal, context: NavigationContext });

export async function signContext(token: ContextToken, key: Uint8Array, now: Instant) {
  const expiresAt = plusMs(now, CONTEXT_LIFETIME_MS);
  const text = await new SignJWT({ target: token.target, context: token.context })
    .setProtectedHeader({ alg: 'HS256', typ: TYPE })
    .setJti(token.id)
    .setSubject(token.subject)
    .setIssuedAt(Math.floor(toEpochMs(now) / 1000))
    .setExpirationTime(Math.ceil(toEpochMs(expiresAt) / 1000))
    .sign(key);
  return { token: text, expiresAt };
}

/** @returns nothing for a token that is not ours, too old, or damaged */
export async function readContext(
  text: string,
  key: Uint8Array,
  now: Instant,
): Promise<ContextToken | undefined> {
  try {
    const { payload } = await jwtVerify(text, key, {
      algorithms: ['HS256'],
      typ: TYPE,
      requiredClaims: ['exp'],
      currentDate: new Date(now),
    });
    const { jti, sub, target, context } = Claims.parse(payload);
    return { id: jti, subject: sub, target, context };
  } catch {
    return undefined;
  }
}
