import type { AuditEvent } from '@spark-den/contracts/audit/types';
import type { Context, WorkerRuntime } from '@spark-den/service-kit';
import type { AuditDatabase } from '../database.ts';

/** Stores what relays bring, each event once. Relays bring events of many practices, so the storing role does it. */
export const ingest =
  (runtime: WorkerRuntime<AuditDatabase>) =>
  async (_context: Context<AuditDatabase>, { events }: { events: AuditEvent[] }) => {
    const stored = await runtime.relayDb
      .insertInto('event')
      .values(events.map(event => ({ ...event, detail: JSON.stringify(event.detail) })))
      .onConflict(conflict => conflict.column('id').doNothing())
      .returning('id')
      .execute();
    return { stored: stored.length, known: events.length - stored.length };
  };
