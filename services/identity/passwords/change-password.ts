import { identityContract } from '@spark-den/contracts/identity/operations';
import { fail, type Context, type Ports } from '@spark-den/service-kit';
import type { IdentityDatabase } from '../database.ts';
import { endSessionsOf } from '../sessions/end-sessions.ts';
import { changeAccount, lockAccount, type Account } from '../users/account-repository.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';
import { findWeakness } from './password-rules.ts';

type Ctx = Context<IdentityDatabase>;

export const changePassword =
  (ports: Ports) => async (context: Ctx, input: { currentPassword: string; newPassword: string }) => {
    const account = await verifiedOwnAccount(context, input.currentPassword);
    const weakness = findWeakness(input.newPassword, [account.displayName, account.email]);
    if (weakness || input.newPassword === input.currentPassword) {
      throw fail(identityContract, 'identity.password_weak', { weakness: weakness ?? 'same' });
    }
    const now = ports.systemClock.now();
    await changeAccount(context.db, account.id, undefined, {
      passwordHash: await hashPassword(input.newPassword),
      passwordChangedAt: now,
      mustChangePassword: false,
    });
    await endSessionsOf(context, {
      accountId: account.id,
      except: context.principal.sessionId,
      reason: 'reset',
      now,
    });
    context.audit({ entityType: 'user', entityId: account.id });
    return {};
  };

/** The own account, after its password was given again. */
export async function verifiedOwnAccount(context: Ctx, password: string): Promise<Account> {
  const account = await lockAccount(context.db, context.principal.id);
  if (!account || !(await verifyPassword(account.passwordHash, password))) {
    throw fail(identityContract, 'identity.password_wrong');
  }
  return account;
}
