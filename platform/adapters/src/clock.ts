import { instant, type Clock, type Instant } from '@spark-den/kernel';
import type pg from 'pg';

/** The one place that reads the machine's clock. */
export const systemClock: Clock = { now: () => instant(Date.now()) };

/** Reads the time that the command line set in the shared database, so that all processes agree. */
export class ControlledClock implements Clock {
  readonly #pool: pg.Pool;
  #now: Instant | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** Follows the stored time; the first read has happened when the promise resolves. */
  async start(everyMs = 100): Promise<void> {
    await this.refresh();
    this.#timer = setInterval(() => void this.refresh().catch(() => {}), everyMs);
    this.#timer.unref();
  }

  async refresh(): Promise<void> {
    const { rows } = await this.#pool.query<{ now: string }>('select now from bus.controlled_clock');
    this.#now = rows[0] ? instant(rows[0].now) : undefined;
  }

  /** Sets the time of the simulated system; `undefined` gives it back to the system's clock. */
  async set(now: Instant | undefined): Promise<void> {
    if (now === undefined) await this.#pool.query('delete from bus.controlled_clock');
    else {
      await this.#pool.query(
        'insert into bus.controlled_clock (now) values ($1) on conflict (singleton) do update set now = excluded.now',
        [now],
      );
    }
    this.#now = now;
  }

  now(): Instant {
    return this.#now ?? systemClock.now();
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
