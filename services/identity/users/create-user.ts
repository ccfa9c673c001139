import { userCreated } from '@spark-den/contracts/identity/events';
import { identityContract } from '@spark-den/contracts/identity/operations';
import { type createUser as createUserOperation } from '@spark-den/contracts/identity/user-operations';
import type { ParsedInputOf } from '@spark-den/contracts/operation';
import { fail, violates, type Context, type Ports } from '@spark-den/service-kit';
import type { IdentityDatabase } from '../database.ts';
import { createOneTimePassword } from '../passwords/one-time-password.ts';
import { hashPassword } from '../passwords/password-hash.ts';
import { findAccount, insertAccount } from './account-repository.ts';
import { refuseDutyConflict, requireProvider } from './guards.ts';
import { asUser } from './user.ts';

/** The joiner: a new account with a one-time password that its creator hands over in person. */
export const createUser =
  (ports: Ports) =>
  async (context: Context<IdentityDatabase>, input: ParsedInputOf<typeof createUserOperation>) => {
    await refuseDutyConflict(context, input.roles);
    await requireProvider(context, input.providerId);
    const now = ports.systemClock.now();
    const id = context.newId();
    const oneTimePassword = createOneTimePassword();
    try {
      await insertAccount(context.db, {
        id,
        practiceId: context.practiceId,
        email: input.email,
        displayName: input.displayName,
        providerId: input.providerId,
        roles: input.roles,
        status: 'active',
        passwordHash: await hashPassword(oneTimePassword),
        passwordChangedAt: now,
        mustChangePassword: true,
        createdAt: now,
      });
    } catch (error) {
      if (violates(error, 'account_email_key')) throw fail(identityContract, 'identity.email_taken');
      throw error;
    }
    context.audit({ entityType: 'user', entityId: id, detail: { roles: input.roles } });
    await context.emit(userCreated, { userId: id, roles: input.roles }, id);
    const account = await findAccount(context.db, id);
    if (!account) throw new Error('an account that was just stored is not there');
    return { user: asUser(account, now), oneTimePassword };
  };
