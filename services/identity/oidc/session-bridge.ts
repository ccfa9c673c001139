import type { Portal } from '@spark-den/contracts/identity/types';
import { sessionRevoked } from '@spark-den/contracts/identity/events';
import type { Ports, WorkerRuntime } from '@spark-den/service-kit';
import type { EndReason, IdentityDatabase } from '../database.ts';
import type { PermissionCatalogue } from '../roles/catalogue.ts';
import { portalsOf } from '../sessions/portals.ts';
import {
  addPortal,
  endSessions,
  findActiveSession,
  findSession,
  linkProviderSession,
} from '../sessions/session-repository.ts';
import type { SessionBridge } from './create-provider.ts';

export interface EndingBridge extends SessionBridge {
  /** Ends the sessions behind these sessions of the provider: a token was used twice. */
  endByProvider(providerUids: readonly string[]): Promise<void>;
  /** Ends one session and tells the edge. @returns whether it was open */
  end(providerUid: string, reason: EndReason): Promise<boolean>;
}

/** Our sessions as the protocol sees them, by the role of the sign-in: the practice is not known yet. */
export function sessionBridge(
  ports: Ports,
  runtime: WorkerRuntime<IdentityDatabase>,
  catalogue: () => PermissionCatalogue,
): EndingBridge {
  const { relayDb: db } = runtime;
  const now = () => ports.systemClock.now();

  async function end(providerUid: string, reason: EndReason): Promise<boolean> {
    const session = await findSession(db, { providerUid });
    if (!session || session.endedAt !== null) return false;
    return runtime.inPractice(session.practiceId, 'sign-out', async context => {
      const ended = await endSessions(context.db, { id: session.id, reason, now: now() });
      for (const { id, accountId } of ended) {
        await context.emit(sessionRevoked, { sessionId: id, userId: accountId }, id);
      }
      return ended.length > 0;
    });
  }

  return {
    link: (sessionId, providerUid) => linkProviderSession(db, sessionId, providerUid),
    find: providerUid => findActiveSession(db, { providerUid }, now()),
    async enter(sessionId: string, portal: Portal) {
      const session = await findSession(db, { id: sessionId });
      if (!session || !portalsOf(session.permissions, catalogue()).includes(portal)) return false;
      await addPortal(db, sessionId, portal);
      return true;
    },
    end,
    async endByProvider(providerUids) {
      for (const uid of providerUids) await end(uid, 'token_reuse');
    },
  };
}
