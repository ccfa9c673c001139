import { instant, type Clock, type Instant } from '@spark-den/kernel';
import type pg from 'pg';

/** The one place that reads the machine's clock. */
export const systemClock: Clock = { now: () => instant(Date.now()) };

/** The time that the command line set in the shared database, so that all processes of a simulated system agree. */
export class ControlledClock implements Clock {
  readonly #pool: pg.Pool;
  #now: Instant | undefined;
  #listening: pg.PoolClient | undefined;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** Follows the stored time; the first read has happened when the promise resolves. */
  async start(): Promise<void> {
    const client = await this.#pool.connect();
    this.#listening = client;
    client.on('notification', ({ payload }) => {
      this.#now = payload ? instant(payload) : undefined;
    });
    client.on('error', () => {});
    await client.query('listen clock');
    const { rows } = await client.query<{ now: string }>('select now from bus.controlled_clock');
    this.#now = rows[0] ? instant(rows[0].now) : undefined;
  }

  now(): Instant {
    return this.#now ?? systemClock.now();
  }

  stop(): void {
    this.#listening?.release(true);
    this.#listening = undefined;
  }
}

/** Sets the time of a simulated system; `undefined` gives it back to the machine's clock. */
export async function setControlledClock(client: pg.ClientBase, now: Instant | undefined): Promise<void> {
  if (now === undefined) await client.query('delete from bus.controlled_clock');
  else {
    await client.query(
      'insert into bus.controlled_clock (now) values ($1) on conflict (singleton) do update set now = excluded.now',
      [now],
    );
  }
  await client.query("select pg_notify('clock', $1)", [now ?? '']);
}
