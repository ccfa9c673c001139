import { Portal } from '@spark-den/contracts/identity/types';
import { identityContract } from '@spark-den/contracts/identity/operations';
import { isUuid } from '@spark-den/kernel';
import { fail, type Context, type Ports } from '@spark-den/service-kit';
import type { IdentityDatabase } from '../database.ts';
import { endSessionsOf } from './end-sessions.ts';
import { listOpenSessions } from './session-repository.ts';
import { idleExpiry } from './session.ts';

type Ctx = Context<IdentityDatabase>;
type Row = Awaited<ReturnType<typeof listOpenSessions>>[number];

export const listMySessions = (ports: Ports) => async (context: Ctx) => {
  const rows = await listOpenSessions(context.db, {
    now: ports.systemClock.now(),
    accountId: context.principal.id,
    limit: 100,
  });
  return { items: rows.map(row => asSession(row, context)) };
};

export const listSessions =
  (ports: Ports) => async (context: Ctx, input: { userId?: string; cursor?: string; limit: number }) => {
    const rows = await listOpenSessions(context.db, {
      now: ports.systemClock.now(),
      accountId: input.userId,
      after: input.cursor && isUuid(input.cursor) ? input.cursor : undefined,
      limit: input.limit + 1,
    });
    const page = rows.slice(0, input.limit);
    return {
      items: page.map(row => asSession(row, context)),
      nextCursor: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null,
    };
  };

export const revokeMySession = (ports: Ports) => (context: Ctx, input: { sessionId: string }) =>
  revoke(context, ports, { id: input.sessionId, accountId: context.principal.id });

export const revokeSession = (ports: Ports) => (context: Ctx, input: { sessionId: string }) =>
  revoke(context, ports, { id: input.sessionId });

async function revoke(context: Ctx, ports: Ports, which: { id: string; accountId?: string }) {
  const ended = await endSessionsOf(context, { ...which, reason: 'revoked', now: ports.systemClock.now() });
  if (ended === 0) throw fail(identityContract, 'identity.session_not_found', { sessionId: which.id });
  context.audit({ entityType: 'session', entityId: which.id });
  return {};
}

function asSession(row: Row, context: Ctx) {
  return {
    id: row.id,
    userId: row.accountId,
    displayName: row.displayName,
    portals: Portal.options.filter(portal => row.portals.includes(portal)),
    userAgent: row.userAgent,
    ipAddress: row.ipAddress,
    amr: row.amr,
    startedAt: row.startedAt,
    lastActivityAt: row.lastActivityAt,
    idleExpiresAt: idleExpiry(row.lastActivityAt, row.idleMinutes),
    expiresAt: row.expiresAt,
    current: row.id === context.principal.sessionId,
  };
}
