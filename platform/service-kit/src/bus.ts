import type { EventType } from '@spark-den/contracts/operation';
import { instant } from '@spark-den/kernel';
import type pg from 'pg';
import { Notifications } from './notifications.ts';
import type { Delivered } from './service.ts';
import { WITH_NEXT } from './with-next.ts';

export interface BusEvent extends Delivered<EventType> {
  readonly sequence: number;
}

export interface NewBusEvent extends Delivered<EventType> {
  readonly source: string;
}

const APPEND_LOCK = 0x5de4_b005;

/** Where events go between services. Embedded: a log in PostgreSQL, in commit order. */
export interface EventBus {
  /** Appends events that are not there yet, in this order. */
  append(events: readonly NewBusEvent[]): Promise<void>;
  /** Events of these types after `sequence`, oldest first. */
  read(types: readonly string[], after: number, limit: number): Promise<BusEvent[]>;
  /** Events of these types after the consumer's offset, oldest first. */
  pending(consumer: string, types: readonly string[], limit: number): Promise<BusEvent[]>;
  moveOffset(consumer: string, sequence: number): Promise<void>;
  /** Sequence of the newest event. */
  head(): Promise<number>;
  /** Calls back soon whenever something of these types may have been appended. Returns how to stop. */
  onAppend(types: readonly string[], listener: () => void): () => void;
}

interface Row {
  sequence: number;
  id: string;
  type: string;
  key: string;
  practice_id: string;
  request_id: string;
  occurred_at: string;
  payload: unknown;
}

export class PostgresBus implements EventBus {
  readonly #pool: pg.Pool;
  readonly #notifications: Notifications;
  readonly #listeners = new Set<{ readonly types: readonly string[]; readonly listener: () => void }>();

  constructor(pool: pg.Pool) {
    this.#pool = pool;
    this.#notifications = new Notifications(pool, 'bus', payload => this.#announce(payload));
  }

  start(): Promise<void> {
    return this.#notifications.start();
  }

  stop(): void {
    this.#notifications.stop();
    this.#listeners.clear();
  }

  async append(events: readonly NewBusEvent[]): Promise<void> {
    if (events.length === 0) return;
    const client = await this.#pool.connect();
    try {
      await client.query(`${WITH_NEXT}begin`);
      // one appender at a time, so that sequence order is commit order
      await client.query(`${WITH_NEXT}select pg_advisory_xact_lock($1)`, [APPEND_LOCK]);
      await client.query(
        `${WITH_NEXT}insert into bus.event (id, source, type, key, practice_id, request_id, occurred_at, payload)
         select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[], $6::text[], $7::timestamptz[], $8::jsonb[])
         on conflict (id) do nothing`,
        [
          events.map(event => event.id),
          events.map(event => event.source),
          events.map(event => event.type),
          events.map(event => event.key),
          events.map(event => event.practiceId),
          events.map(event => event.requestId),
          events.map(event => event.occurredAt),
          events.map(event => JSON.stringify(event.payload)),
        ],
      );
      await client.query(`${WITH_NEXT}select pg_notify('bus', $1)`, [typesOf(events)]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => {});
      throw error;
    } finally {
      client.release();
    }
  }

  async read(types: readonly string[], after: number, limit: number): Promise<BusEvent[]> {
    const { rows } = await this.#pool.query<Row>({
      name: 'bus-read',
      text: `select sequence, id, type, key, practice_id, request_id, occurred_at, payload
        from bus.event where sequence > $2 and type = any($1) order by sequence limit $3`,
      values: [types, after, limit],
    });
    return rows.map(toEvent);
  }

  async pending(consumer: string, types: readonly string[], limit: number): Promise<BusEvent[]> {
    const { rows } = await this.#pool.query<Row>({
      name: 'bus-pending',
      text: `select sequence, id, type, key, practice_id, request_id, occurred_at, payload
        from bus.event
        where sequence > coalesce((select sequence from bus.consumer_offset where consumer = $1), 0) and type = any($2)
        order by sequence limit $3`,
      values: [consumer, types, limit],
    });
    return rows.map(toEvent);
  }

  async moveOffset(consumer: string, sequence: number): Promise<void> {
    await this.#pool.query(
      `insert into bus.consumer_offset (consumer, sequence) values ($1, $2)
       on conflict (consumer) do update set sequence = excluded.sequence`,
      [consumer, sequence],
    );
  }

  async head(): Promise<number> {
    const { rows } = await this.#pool.query<{ head: number | null }>(
      'select max(sequence) as head from bus.event',
    );
    return rows[0]?.head ?? 0;
  }

  onAppend(types: readonly string[], listener: () => void): () => void {
    const entry = { types, listener };
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  }

  /** @param payload the appended types; empty or undefined means that it could be any */
  #announce(payload: string | undefined): void {
    const appended = payload ? payload.split(',') : undefined;
    for (const { types, listener } of this.#listeners) {
      if (!appended || appended.some(type => types.includes(type))) listener();
    }
  }
}

/** PostgreSQL takes payloads of less than 8,000 bytes; one too long says only that something came. */
function typesOf(events: readonly NewBusEvent[]): string {
  const types = [...new Set(events.map(({ type }) => type))].join(',');
  return types.length < 7_900 ? types : '';
}

function toEvent(row: Row): BusEvent {
  return {
    sequence: row.sequence,
    id: row.id,
    type: row.type,
    key: row.key,
    practiceId: row.practice_id,
    requestId: row.request_id,
    occurredAt: instant(row.occurred_at),
    payload: row.payload as never,
  };
}
