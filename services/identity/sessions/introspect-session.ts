import type { introspectSession as introspectOperation } from '@spark-den/contracts/identity/internal-operations';
import type { Introspection } from '@spark-den/contracts/identity/types';
import type { ParsedInputOf } from '@spark-den/contracts/operation';
import type { Context, Ports, WorkerRuntime } from '@spark-den/service-kit';
import type { IdentityDatabase } from '../database.ts';
import { isRoleKey, type PermissionCatalogue } from '../roles/catalogue.ts';
import { portalsOf } from './portals.ts';
import { findSession, inactiveReason } from './session-repository.ts';

const inactive = (reason: Introspection['reason']) => ({ active: false, reason, principal: null });

/** Who acts in a session, and whether it lives: asked before the practice is known, hence by the sign-in's role. */
export const introspectSession =
  (ports: Ports, runtime: WorkerRuntime<IdentityDatabase>, catalogue: () => PermissionCatalogue) =>
  async (_context: Context<IdentityDatabase>, input: ParsedInputOf<typeof introspectOperation>) => {
    const session = await findSession(runtime.relayDb, { id: input.sessionId });
    const reason = inactiveReason(session, ports.systemClock.now());
    if (!session || reason) return inactive(reason ?? 'unknown');
    if (session.accountId !== input.subject) return inactive('unknown');
    if (!portalsOf(session.permissions, catalogue()).includes(input.portal)) return inactive('audience');
    return {
      active: true,
      reason: null,
      principal: {
        kind: 'user' as const,
        id: session.accountId,
        displayName: session.displayName,
        practiceId: session.practiceId,
        roles: session.roles.filter(isRoleKey),
        permissions: session.permissions,
        sessionId: session.id,
        amr: session.amr,
      },
    };
  };
