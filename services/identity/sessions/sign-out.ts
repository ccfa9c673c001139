import type { Context, Ports, WorkerRuntime } from '@spark-den/service-kit';
import type { IdentityDatabase } from '../database.ts';
import { PostgresAdapter } from '../oidc/postgres-adapter.ts';
import { sessionBridge } from '../oidc/session-bridge.ts';
import type { PermissionCatalogue } from '../roles/catalogue.ts';

/** Ends the session that a portal's refresh token belongs to; the other portal and every socket end with it. */
export const signOut =
  (ports: Ports, runtime: WorkerRuntime<IdentityDatabase>, catalogue: () => PermissionCatalogue) =>
  async (_context: Context<IdentityDatabase>, input: { refreshToken: string }) => {
    const bridge = sessionBridge(ports, runtime, catalogue);
    const tokens = new PostgresAdapter('RefreshToken', {
      db: runtime.relayDb,
      clock: ports.systemClock,
      onGrantRevoked: () => Promise.resolve(),
    });
    const token = await tokens.find(input.refreshToken);
    if (!token?.sessionUid) return { ended: false };
    const ended = await bridge.end(token.sessionUid, 'signed_out');
    if (token.grantId) await tokens.revokeByGrantId(token.grantId);
    return { ended };
  };
