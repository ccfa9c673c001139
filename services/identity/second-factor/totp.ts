import { Secret, TOTP } from 'otpauth';
import { timingSafeEqual } from 'node:crypto';

const STEP_SECONDS = 30;
/** One step to either side, for clocks that differ. */
const WINDOW = [0, -1, 1] as const;

export function createTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that an authenticator app reads. */
export function totpUri(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

export function totpAt(secret: string, epochMs: number): string {
  return totpOf(secret).generate({ timestamp: epochMs });
}

/**
 * The time step that `code` belongs to, or nothing. A step at or before `lastStep` was used already:
 * a code works once (RFC 6238, 5.2).
 */
export function matchTotp(
  secret: string,
  code: string,
  epochMs: number,
  lastStep: number | null,
): number | undefined {
  const current = Math.floor(epochMs / 1000 / STEP_SECONDS);
  let found: number | undefined;
  for (const offset of WINDOW) {
    const step = current + offset;
    const expected = totpAt(secret, step * STEP_SECONDS * 1000);
    if (sameText(expected, code) && step > (lastStep ?? -1)) found ??= step;
  }
  return found;
}

function totpOf(secret: string, label = ''): TOTP {
  return new TOTP({
    issuer: 'Spark Den',
    label,
    secret: Secret.fromBase32(secret),
    period: STEP_SECONDS,
    digits: 6,
  });
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
