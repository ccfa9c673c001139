import type { AuditEvent } from '@spark-den/contracts/audit/types';
import { instant } from '@spark-den/kernel';
import type pg from 'pg';
import type { EventBus } from './bus.ts';

export type StoreAudit = (events: readonly AuditEvent[]) => Promise<void>;

interface OutboxRow {
  sequence: number;
  id: string;
  practice_id: string;
  type: string;
  key: string;
  request_id: string;
  occurred_at: string;
  payload: never;
}

const BATCH = 500;

/**
 * Carries a service's outbox to the bus and its audit spool to the audit service.
 * A crash between the append and the delete repeats the append, which the receivers' keys make harmless.
 */
export class Relay {
  readonly #pool: pg.Pool;
  readonly #schema: string;
  readonly #bus: EventBus;
  readonly #storeAudit: StoreAudit;

  constructor(parts: { pool: pg.Pool; schema: string; bus: EventBus; storeAudit: StoreAudit }) {
    this.#pool = parts.pool;
    this.#schema = parts.schema;
    this.#bus = parts.bus;
    this.#storeAudit = parts.storeAudit;
  }

  /** @returns whether a full batch was moved, so that there may be more */
  relayEvents(): Promise<boolean> {
    return this.#drain('outbox', async client => {
      const { rows } = await client.query<OutboxRow>(
        `select sequence, id, practice_id, type, key, request_id, occurred_at, payload
         from ${this.#schema}.outbox order by sequence limit ${BATCH}`,
      );
      await this.#bus.append(
        rows.map(row => ({
          source: this.#schema,
          id: row.id,
          type: row.type,
          key: row.key,
          practiceId: row.practice_id,
          requestId: row.request_id,
          occurredAt: instant(row.occurred_at),
          payload: row.payload,
        })),
      );
      await this.#delete(client, 'outbox', rows);
      return rows.length === BATCH;
    });
  }

  relayAudit(): Promise<boolean> {
    return this.#drain('audit_spool', async client => {
      const { rows } = await client.query<{ sequence: number; event: AuditEvent }>(
        `select sequence, event from ${this.#schema}.audit_spool order by sequence limit ${BATCH}`,
      );
      if (rows.length > 0) await this.#storeAudit(rows.map(row => row.event));
      await this.#delete(client, 'audit_spool', rows);
      return rows.length === BATCH;
    });
  }

  async #delete(client: pg.PoolClient, table: string, rows: readonly { sequence: number }[]): Promise<void> {
    if (rows.length === 0) return;
    await client.query(`delete from ${this.#schema}.${table} where sequence = any($1)`, [
      rows.map(row => row.sequence),
    ]);
  }

  /** Only one process relays a queue at a time; the others come back later. An empty queue costs one statement. */
  async #drain(queue: string, work: (client: pg.PoolClient) => Promise<boolean>): Promise<boolean> {
    const client = await this.#pool.connect();
    try {
      const { rowCount } = await client.query(`select 1 from ${this.#schema}.${queue} limit 1`);
      if (!rowCount) return false;
      await client.query('begin');
      const { rows } = await client.query<{ mine: boolean }>(
        'select pg_try_advisory_xact_lock(hashtext($1)) as mine',
        [`relay ${this.#schema} ${queue}`],
      );
      const more = rows[0]?.mine ? await work(client) : false;
      await client.query('commit');
      return more;
    } catch (error) {
      await client.query('rollback').catch(() => {});
      throw error;
    } finally {
      client.release();
    }
  }
}
