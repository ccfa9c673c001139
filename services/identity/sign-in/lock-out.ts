import { MINUTE_MS, plusMs, type Instant } from '@spark-den/kernel';

/** After this many failures in a row each further one locks the account, longer each time. */
const FREE_FAILURES = 5;
const FIRST_LOCK_MS = MINUTE_MS;
const LONGEST_LOCK_MS = 60 * MINUTE_MS;

/** Until when the account stays closed after its `failures`-th wrong password or code in a row. */
export function lockAfter(failures: number, now: Instant): Instant | null {
  if (failures < FREE_FAILURES) return null;
  const ms = Math.min(LONGEST_LOCK_MS, FIRST_LOCK_MS * 2 ** Math.min(failures - FREE_FAILURES, 10));
  return plusMs(now, ms);
}

export function isLocked(lockedUntil: Instant | null, now: Instant): boolean {
  return lockedUntil !== null && lockedUntil > now;
}

/** ASSURANCE G16: attempts per minute for one account name and for one address. */
export const ATTEMPT_LIMITS = { account: 10, address: 60 } as const;
export const ATTEMPT_WINDOW_MS = MINUTE_MS;

export function attemptWindow(now: Instant): Instant {
  const ms = Date.parse(now);
  return plusMs(now, -(ms % ATTEMPT_WINDOW_MS));
}
