import type { User } from '@spark-den/contracts/identity/types';
import type { Instant } from '@spark-den/kernel';
import { isLocked } from '../sign-in/lock-out.ts';
import type { Account } from './account-repository.ts';

/** The account as the practice's administrators see it: no secret of it. */
export function asUser(account: Account, now: Instant): User {
  return {
    id: account.id,
    email: account.email,
    displayName: account.displayName,
    providerId: account.providerId,
    status:
      account.status === 'disabled' ? 'disabled' : isLocked(account.lockedUntil, now) ? 'locked' : 'active',
    roles: account.roles,
    hasSecondFactor: account.totpConfirmedAt !== null,
    mustChangePassword: account.mustChangePassword,
    lastSignInAt: account.lastSignInAt,
    createdAt: account.createdAt,
    version: account.version,
  };
}
