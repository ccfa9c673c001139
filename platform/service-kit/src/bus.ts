import type { EventType } from '@spark-den/contracts/operation';
import { instant } from '@spark-den/kernel';
import type pg from 'pg';
import type { Delivered } from './service.ts';

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
  offset(consumer: string): Promise<number>;
  moveOffset(consumer: string, sequence: number): Promise<void>;
  /** Sequence of the newest event. */
  head(): Promise<number>;
  /** Calls back, at once or soon, whenever something was appended. Returns how to stop. */
  onAppend(listener: () => void): () => void;
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
  readonly #listeners = new Set<() => void>();
  #connection: pg.PoolClient | undefined;
  #stopped = false;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async start(): Promise<void> {
    const client = await this.#pool.connect();
    this.#connection = client;
    client.on('notification', () => this.#announce());
    client.once('error', () => this.#reconnect());
    client.once('end', () => this.#reconnect());
    await client.query('listen bus');
  }

  #reconnect(): void {
    if (this.#stopped || !this.#connection) return;
    this.#connection = undefined;
    setTimeout(
      () =>
        void this.start().then(
          () => this.#announce(),
          () => this.#reconnect(),
        ),
      500,
    ).unref();
  }

  stop(): void {
    this.#stopped = true;
    this.#connection?.release(true);
    this.#connection = undefined;
    this.#listeners.clear();
  }

  async append(events: readonly NewBusEvent[]): Promise<void> {
    if (events.length === 0) return;
    const client = await this.#pool.connect();
    try {
      await client.query('begin');
      // one appender at a time, so that sequence order is commit order
      await client.query('select pg_advisory_xact_lock($1)', [APPEND_LOCK]);
      await client.query(
        `insert into bus.event (id, source, type, key, practice_id, request_id, occurred_at, payload)
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
      await client.query("select pg_notify('bus', '')");
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => {});
      throw error;
    } finally {
      client.release();
    }
    this.#announce();
  }

  async read(types: readonly string[], after: number, limit: number): Promise<BusEvent[]> {
    const { rows } = await this.#pool.query<Row>({
      name: 'bus-read',
      text: `select sequence, id, type, key, practice_id, request_id, occurred_at, payload
        from bus.event where sequence > $2 and type = any($1) order by sequence limit $3`,
      values: [types, after, limit],
    });
    return rows.map(row => ({
      sequence: row.sequence,
      id: row.id,
      type: row.type,
      key: row.key,
      practiceId: row.practice_id,
      requestId: row.request_id,
      occurredAt: instant(row.occurred_at),
      payload: row.payload as never,
    }));
  }

  async offset(consumer: string): Promise<number> {
    const { rows } = await this.#pool.query<{ sequence: number }>(
      'select sequence from bus.consumer_offset where consumer = $1',
      [consumer],
    );
    return rows[0]?.sequence ?? 0;
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

  onAppend(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #announce(): void {
    for (const listener of this.#listeners) listener();
  }
}
