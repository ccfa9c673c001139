import type pg from 'pg';
import { randomUUID } from 'node:crypto';
import { PRACTICE_ID } from './people.ts';

/** An event as a neighbour would have told it. */
export interface PublishedEvent {
  readonly type: string;
  readonly key: string;
  readonly payload: object;
  /** The test's own practice where left out. */
  readonly practiceId?: string | undefined;
  readonly occurredAt: string;
}

/** Appends an event to the bus and wakes its consumers, as a relay does. @returns the event's id */
export async function publish(client: pg.Client, event: PublishedEvent): Promise<string> {
  const id = randomUUID();
  await client.query(
    `insert into bus.event (id, source, type, key, practice_id, request_id, occurred_at, payload)
     values ($1, 'test', $2, $3, $4, 'test', $5, $6)`,
    [
      id,
      event.type,
      event.key,
      event.practiceId ?? PRACTICE_ID,
      event.occurredAt,
      JSON.stringify(event.payload),
    ],
  );
  await client.query("select pg_notify('bus', $1)", [event.type]);
  return id;
}
