import { instant, type Clock, type Instant } from '@spark-den/kernel';
import { Notifications } from '@spark-den/service-kit';
import type pg from 'pg';

/** The one place that reads the machine's clock. */
export const systemClock: Clock = { now: () => instant(Date.now()) };

/** The time that the command line set in the shared database, so that all processes of a simulated system agree. */
export class ControlledClock implements Clock {
  readonly #pool: pg.Pool;
  readonly #notifications: Notifications;
  #now: Instant | undefined;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
    this.#notifications = new Notifications(pool, 'clock', payload => {
      if (payload === undefined) void this.#read().catch(() => {});
      else this.#now = payload ? instant(payload) : undefined;
    });
  }

  /** Follows the stored time; the first read has happened when the promise resolves. */
  async start(): Promise<void> {
    await this.#notifications.start();
    await this.#read();
  }

  now(): Instant {
    return this.#now ?? systemClock.now();
  }

  stop(): void {
    this.#notifications.stop();
  }

  async #read(): Promise<void> {
    const { rows } = await this.#pool.query<{ now: string }>('select now from bus.controlled_clock');
    this.#now = rows[0] ? instant(rows[0].now) : undefined;
  }
}

/** Sets the time of a simulated system; `undefined` gives it back to the machine's clock. */
export async function setControlledClock(
  client: pg.ClientBase | pg.Pool,
  now: Instant | undefined,
): Promise<void> {
  if (now === undefined) await client.query('delete from bus.controlled_clock');
  else {
    await client.query(
      'insert into bus.controlled_clock (now) values ($1) on conflict (singleton) do update set now = excluded.now',
      [now],
    );
  }
  await client.query("select pg_notify('clock', $1)", [now ?? '']);
}
