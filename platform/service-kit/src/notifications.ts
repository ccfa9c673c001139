import type pg from 'pg';

const RECONNECT_MS = 500;

/** One channel of PostgreSQL's LISTEN on a connection of its own, made again when it breaks. */
export class Notifications {
  readonly #pool: pg.Pool;
  readonly #channel: string;
  readonly #onNotice: (payload: string | undefined) => void;
  #client: pg.PoolClient | undefined;
  #stopped = false;

  /** @param onNotice gets each notice's payload; undefined after a reconnect, since notices may have been missed */
  constructor(pool: pg.Pool, channel: string, onNotice: (payload: string | undefined) => void) {
    this.#pool = pool;
    this.#channel = channel;
    this.#onNotice = onNotice;
  }

  async start(): Promise<void> {
    const client = await this.#pool.connect();
    client.on('notification', ({ payload }) => this.#onNotice(payload ?? ''));
    const lost = () => this.#lost(client);
    client.once('error', lost);
    client.once('end', lost);
    try {
      await client.query(`listen "${this.#channel}"`);
    } catch (error) {
      client.release(true);
      throw error;
    }
    if (this.#stopped) client.release(true);
    else this.#client = client;
  }

  stop(): void {
    this.#stopped = true;
    this.#client?.release(true);
    this.#client = undefined;
  }

  #lost(client: pg.PoolClient): void {
    if (this.#stopped || this.#client !== client) return;
    this.#client = undefined;
    client.release(true);
    this.#reconnectSoon();
  }

  #reconnectSoon(): void {
    setTimeout(() => {
      if (this.#stopped) return;
      this.start().then(
        () => this.#onNotice(undefined),
        () => this.#reconnectSoon(),
      );
    }, RECONNECT_MS).unref();
  }
}
