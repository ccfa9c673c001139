import { sessionRevoked } from '@spark-den/contracts/identity/events';
import type { Context } from '@spark-den/service-kit';
import type { IdentityDatabase } from '../database.ts';
import { endSessions, type SessionEnd } from './session-repository.ts';

/** Ends open sessions and tells the edge, which closes their sockets. @returns how many there were */
export async function endSessionsOf(context: Context<IdentityDatabase>, end: SessionEnd): Promise<number> {
  const ended = await endSessions(context.db, end);
  for (const session of ended) {
    await context.emit(sessionRevoked, { sessionId: session.id, userId: session.accountId }, session.id);
  }
  return ended.length;
}
