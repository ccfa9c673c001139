import type { AuditEvent } from '@spark-den/contracts/audit/types';
import { instant } from '@spark-den/kernel';
import type pg from 'pg';
import type { EventBus } from './bus.ts';
import { WITH_NEXT } from './with-next.ts';

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
    return this.#move<OutboxRow>(
      'outbox',
      'id, practice_id, type, key, request_id, occurred_at, payload',
      rows =>
        this.#bus.append(
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
        ),
    );
  }

  relayAudit(): Promise<boolean> {
    return this.#move<{ sequence: number; event: AuditEvent }>('audit_spool', 'event', rows =>
      this.#storeAudit(rows.map(row => row.event)),
    );
  }

  /**
   * Hands the oldest rows of a queue over, then deletes them. Only one process does so at a time; the others find
   * nothing and come back later.
   */
  async #move<Row extends { readonly sequence: number }>(
    queue: string,
    columns: string,
    handOver: (rows: readonly Row[]) => Promise<void>,
  ): Promise<boolean> {
    const table = `${this.#schema}.${queue}`;
    const client = await this.#pool.connect();
    try {
      await client.query(`${WITH_NEXT}begin`);
      const { rows } = await client.query<Row>(
        `with turn as materialized (select pg_try_advisory_xact_lock(hashtext($1)) as mine)
         select sequence, ${columns} from ${table}
         where (select mine from turn) order by sequence limit ${BATCH}`,
        [`relay ${this.#schema} ${queue}`],
      );
      if (rows.length > 0) {
        await handOver(rows);
        await client.query(`${WITH_NEXT}delete from ${table} where sequence = any($1)`, [
          rows.map(row => row.sequence),
        ]);
      }
      await client.query('commit');
      return rows.length === BATCH;
    } catch (error) {
      await client.query('rollback').catch(() => {});
      throw error;
    } finally {
      client.release();
    }
  }
}
