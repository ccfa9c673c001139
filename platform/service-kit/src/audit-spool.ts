import type { AuditEvent } from '@spark-den/contracts/audit/types';
import type pg from 'pg';

interface Waiting {
  readonly event: AuditEvent;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Group commit: events that arrive while a batch is being written wait for the next one,
 * and each caller's promise resolves when its own event is durable.
 */
export class AuditSpool {
  readonly #pool: pg.Pool;
  readonly #schema: string;
  #waiting: Waiting[] = [];
  #writing = false;

  constructor(pool: pg.Pool, schema: string) {
    this.#pool = pool;
    this.#schema = schema;
  }

  add(events: readonly AuditEvent[]): Promise<void> {
    if (events.length === 0) return Promise.resolve();
    const stored = events.map(
      event => new Promise<void>((resolve, reject) => this.#waiting.push({ event, resolve, reject })),
    );
    void this.#write();
    return Promise.all(stored).then(() => undefined);
  }

  async #write(): Promise<void> {
    if (this.#writing) return;
    this.#writing = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, 500);
      try {
        await this.#pool.query({
          name: 'audit-spool',
          text: `insert into ${this.#schema}.audit_spool (practice_id, event)
            select p, e from unnest($1::uuid[], $2::jsonb[]) as rows (p, e)`,
          values: [
            batch.map(({ event }) => event.practiceId),
            batch.map(({ event }) => JSON.stringify(event)),
          ],
        });
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#writing = false;
  }
}
