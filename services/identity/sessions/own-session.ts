import type { Context, Ports } from '@spark-den/service-kit';
import { AppError } from '@spark-den/kernel';
import type { IdentityDatabase } from '../database.ts';
import { isRoleKey, ROLE_TEXTS, type PermissionCatalogue } from '../roles/catalogue.ts';
import { findPolicy } from '../policy/policy-repository.ts';
import { findAccount } from '../users/account-repository.ts';
import { portalsOf } from './portals.ts';
import { findActiveSession, touchSession, type LiveSession } from './session-repository.ts';
import { idleExpiry } from './session.ts';

type Ctx = Context<IdentityDatabase>;

/** The session of the caller, or 401: it may have ended since the front door last asked. */
export async function ownSession(context: Ctx, ports: Ports): Promise<LiveSession> {
  const { sessionId } = context.principal;
  const session = sessionId
    ? await findActiveSession(context.db, { id: sessionId }, ports.systemClock.now())
    : undefined;
  if (!session) throw new AppError('unauthenticated', 'platform.sign_in_required');
  return session;
}

export const getMe = (ports: Ports, catalogue: () => PermissionCatalogue) => async (context: Ctx) => {
  const session = await ownSession(context, ports);
  const account = await findAccount(context.db, session.accountId);
  const policy = await findPolicy(context.db);
  if (!account || !policy) throw new AppError('unauthenticated', 'platform.sign_in_required');
  return {
    user: {
      id: account.id,
      email: account.email,
      displayName: account.displayName,
      providerId: account.providerId,
      hasSecondFactor: account.totpConfirmedAt !== null,
      mustChangePassword: account.mustChangePassword,
    },
    practice: { id: policy.practiceId, name: policy.name, zone: policy.zone },
    roles: session.roles.filter(isRoleKey).map(key => ({ key, name: ROLE_TEXTS[key].name })),
    permissions: session.permissions,
    portals: portalsOf(session.permissions, catalogue()),
    policy: {
      secondFactor: policy.secondFactor,
      idleMinutes: policy.idleMinutes,
      absoluteHours: policy.absoluteHours,
    },
    session: {
      id: session.id,
      idleExpiresAt: idleExpiry(session.lastActivityAt, session.idleMinutes),
      expiresAt: session.expiresAt,
      amr: session.amr,
    },
  };
};

/** The only operation that extends the idle limit; everything else may run in the background. */
export const recordActivity = (ports: Ports) => async (context: Ctx) => {
  const session = await ownSession(context, ports);
  const now = ports.systemClock.now();
  await touchSession(context.db, session.id, now);
  return { idleExpiresAt: idleExpiry(now, session.idleMinutes), expiresAt: session.expiresAt };
};
