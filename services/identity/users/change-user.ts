import { userDisabled, userEnabled, userRolesChanged } from '@spark-den/contracts/identity/events';
import { identityContract } from '@spark-den/contracts/identity/operations';
import {
  type assignRoles as assignRolesOperation,
  type disableUser as disableUserOperation,
  type resetUser as resetUserOperation,
  type updateUser as updateUserOperation,
} from '@spark-den/contracts/identity/user-operations';
import type { ParsedInputOf } from '@spark-den/contracts/operation';
import { fail, type Context, type Ports } from '@spark-den/service-kit';
import type { Updateable } from 'kysely';
import type { AccountTable, IdentityDatabase } from '../database.ts';
import { createOneTimePassword } from '../passwords/one-time-password.ts';
import { hashPassword } from '../passwords/password-hash.ts';
import { endSessionsOf } from '../sessions/end-sessions.ts';
import { changeAccount, findAccount, setRoles } from './account-repository.ts';
import {
  loadUser,
  refuseDutyConflict,
  refuseOwnAccount,
  refuseWithoutAdministrator,
  requireProvider,
} from './guards.ts';
import { asUser } from './user.ts';

type Ctx = Context<IdentityDatabase>;

export const updateUser =
  (ports: Ports) => async (context: Ctx, input: ParsedInputOf<typeof updateUserOperation>) => {
    const { userId, ...change } = input;
    await loadUser(context, userId);
    await requireProvider(context, change.providerId);
    context.audit({ entityType: 'user', entityId: userId });
    return store(context, ports, userId, change);
  };

/** The mover: what the person may do changes everywhere within seconds, since sessions read it from here. */
export const assignRoles =
  (ports: Ports) => async (context: Ctx, input: ParsedInputOf<typeof assignRolesOperation>) => {
    refuseOwnAccount(context, input.userId);
    const before = await loadUser(context, input.userId);
    await refuseDutyConflict(context, input.roles);
    const user = await store(context, ports, input.userId, {}, () =>
      setRoles(context.db, context.practiceId, input.userId, input.roles),
    );
    await refuseWithoutAdministrator(context);
    const added = input.roles.filter(role => !before.roles.includes(role));
    const removed = before.roles.filter(role => !input.roles.includes(role));
    context.audit({ entityType: 'user', entityId: input.userId, detail: { added, removed } });
    await context.emit(userRolesChanged, { userId: input.userId, added, removed }, input.userId);
    return user;
  };

/** The leaver: the account closes and every session ends; nothing is deleted. */
export const disableUser =
  (ports: Ports) => async (context: Ctx, input: ParsedInputOf<typeof disableUserOperation>) => {
    refuseOwnAccount(context, input.userId);
    await loadUser(context, input.userId);
    await refuseWithoutAdministrator(context, input.userId);
    const user = await store(context, ports, input.userId, { status: 'disabled' });
    await endSessionsOf(context, {
      accountId: input.userId,
      reason: 'disabled',
      now: ports.systemClock.now(),
    });
    context.audit({ entityType: 'user', entityId: input.userId, detail: { reason: input.reason } });
    await context.emit(userDisabled, { userId: input.userId }, input.userId);
    return user;
  };

export const enableUser = (ports: Ports) => async (context: Ctx, input: { userId: string }) => {
  await loadUser(context, input.userId);
  const user = await store(context, ports, input.userId, {
    status: 'active',
    failedSignIns: 0,
    lockedUntil: null,
  });
  context.audit({ entityType: 'user', entityId: input.userId });
  await context.emit(userEnabled, { userId: input.userId }, input.userId);
  return user;
};

export const resetUser =
  (ports: Ports) => async (context: Ctx, input: ParsedInputOf<typeof resetUserOperation>) => {
    refuseOwnAccount(context, input.userId);
    await loadUser(context, input.userId);
    const now = ports.systemClock.now();
    const oneTimePassword = createOneTimePassword();
    const user = await store(context, ports, input.userId, {
      passwordHash: await hashPassword(oneTimePassword),
      passwordChangedAt: now,
      mustChangePassword: true,
      failedSignIns: 0,
      lockedUntil: null,
      ...(input.removeSecondFactor ? { totpSecret: null, totpConfirmedAt: null, totpLastStep: null } : {}),
    });
    await endSessionsOf(context, { accountId: input.userId, reason: 'reset', now });
    context.audit({
      entityType: 'user',
      entityId: input.userId,
      detail: { removeSecondFactor: input.removeSecondFactor },
    });
    return { user, oneTimePassword };
  };

async function store(
  context: Ctx,
  ports: Ports,
  userId: string,
  change: Updateable<AccountTable>,
  alongside: () => Promise<void> = () => Promise.resolve(),
) {
  if (!(await changeAccount(context.db, userId, context.expectedVersion, change))) {
    throw fail(identityContract, 'identity.user_changed', { userId });
  }
  await alongside();
  const account = await findAccount(context.db, userId);
  if (!account) throw fail(identityContract, 'identity.user_not_found', { userId });
  return asUser(account, ports.systemClock.now());
}
