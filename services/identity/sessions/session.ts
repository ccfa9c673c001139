import { HOUR_MS, MINUTE_MS, plusMs, type Instant } from '@spark-den/kernel';

/** What decides whether a session still carries its person. */
export interface SessionFacts {
  readonly lastActivityAt: Instant;
  readonly expiresAt: Instant;
  readonly endedAt: Instant | null;
  readonly accountStatus: 'active' | 'disabled';
  readonly idleMinutes: number;
}

export type InactiveReason = 'revoked' | 'idle' | 'expired' | 'disabled';

export function idleExpiry(lastActivityAt: Instant, idleMinutes: number): Instant {
  return plusMs(lastActivityAt, idleMinutes * MINUTE_MS);
}

export function absoluteExpiry(startedAt: Instant, absoluteHours: number): Instant {
  return plusMs(startedAt, absoluteHours * HOUR_MS);
}

/** Why the session is over at `now`, or nothing while it is alive. */
export function whyInactive(session: SessionFacts, now: Instant): InactiveReason | undefined {
  if (session.endedAt !== null) return 'revoked';
  if (session.accountStatus === 'disabled') return 'disabled';
  if (now >= session.expiresAt) return 'expired';
  if (now >= idleExpiry(session.lastActivityAt, session.idleMinutes)) return 'idle';
  return undefined;
}
