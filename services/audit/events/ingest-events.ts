import type { AuditEvent } from '@spark-den/contracts/audit/types';
import type { Context, WorkerRuntime } from '@spark-den/service-kit';
import type { AuditDatabase } from '../database.ts';
import { insertEvents } from './event-repository.ts';

/** Stores what relays bring, each event once. Relays bring events of many practices, so the storing role does it. */
export const ingest =
  (runtime: WorkerRuntime<AuditDatabase>) =>
  async (_context: Context<AuditDatabase>, { events }: { events: AuditEvent[] }) => {
    const stored = await insertEvents(runtime.relayDb, events);
    return { stored, known: events.length - stored };
  };
