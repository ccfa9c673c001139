import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import { READS_BEGIN, READS_END, WITH_NEXT } from '@spark-den/service-kit';
import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import pg from 'pg';

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

/** Dates and instants stay text and big integers become safe numbers, as libs/kernel wants them. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return parseSafeInteger;
    if (oid === DATE) return (text: string) => text;
    if (oid === TIMESTAMPTZ) return parseInstant;
    return pg.types.getTypeParser(oid, format as 'text');
  }) as typeof pg.types.getTypeParser,
};

function parseSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('a stored whole number is too large');
  return value;
}

/** PostgreSQL writes `2026-11-21 23:08:04.12+00`, or BC and infinity, which we never store. */
function parseInstant(text: string): string {
  return new Date(`${text.replace(' ', 'T')}${text.endsWith('+00') ? ':00' : ''}`).toISOString();
}

export interface PoolOptions {
  readonly max: number;
  /** Ends a statement that runs longer; a caller's deadline is never longer than this. */
  readonly statementTimeoutMs?: number;
  /** Sees each statement before it is sent; a throw cuts the connection as a crash would. Tests only. */
  readonly beforeStatement?: (statement: string) => void;
}

export function createPool(url: string, options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    idle_in_transaction_session_timeout: 60_000,
    types,
    Client: options.beforeStatement ? watchedClient(options.beforeStatement) : PracticedClient,
    pipeline: true,
  });
  // A connection that breaks while idle is replaced; without a listener it would end the process.
  pool.on('error', () => {});
  return pool;
}

export function createKysely<Db>(pool: pg.Pool): Kysely<Db> {
  return new Kysely<Db>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/** A long list of values makes a statement of its own for each length: such are not kept. */
const MAX_PARAMETERS = 40;
/** What a process keeps prepared at most, per connection; statements built by filters are many. */
const MAX_PREPARED = 1_000;
const preparedNames = new Map<string, string>();

function preparedName(text: string): string | undefined {
  const known = preparedNames.get(text);
  if (known || preparedNames.size >= MAX_PREPARED) return known;
  const name = createHash('sha256').update(text).digest('base64url');
  preparedNames.set(text, name);
  return name;
}

/** The answer that a statement which goes out with the next one has for the time being. */
const HELD = { command: 'HELD', rowCount: 0, oid: 0, fields: [], rows: [] };

/**
 * Prepares a statement at its first use on a connection, so that PostgreSQL parses and plans it once, and holds back
 * what is marked `WITH_NEXT`. A process must end before a migration changes what its `select *` gives: ours migrate at
 * start only.
 */
class PracticedClient extends pg.Client {
  #held: unknown[][] = [];
  /** The start of the reads that the database is in: none, or unsure while its answer is awaited or was an error. */
  #reading: string | 'none' | 'unsure' = 'none';

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- pg's overloads take five shapes of arguments
  override query(...args: any[]): any {
    const text: unknown = args[0];
    if (typeof text === 'string' && this.#mayHold(text, args)) return Promise.resolve(HELD);
    const query = super.query as (...all: unknown[]) => unknown;
    if (this.#held.length === 0) return query.apply(this, prepare(args));
    const flight = [...this.#held.splice(0), prepare(args)];
    const { stream } = (this as unknown as { connection: { stream: Socket } }).connection;
    stream.cork();
    const answers = flight.map(each => query.apply(this, each) as Promise<unknown>);
    stream.uncork();
    this.#noteReading(flight, answers);
    const all = settled(answers);
    // who gave a callback hears through that
    if (typeof args.at(-1) === 'function') return void all.catch(() => {});
    return all;
  }

  /** Whether it waits for the next statement, or need not be sent at all. */
  #mayHold(text: string, args: unknown[]): boolean {
    const last = this.#held.at(-1)?.[0];
    if (isEnd(text) && isStart(last)) {
      // nothing was said in between, so the database need not hear of it
      this.#held.pop();
      if (isReadsEnd(text) && this.#reading !== 'none') this.#held.push(args);
      return true;
    }
    if (text.startsWith(READS_BEGIN) && isReadsEnd(last)) {
      // reads that follow reads: their start says all that the end of the others would
      this.#held.pop();
      if (text === this.#reading) return true;
    }
    if (!text.startsWith(WITH_NEXT)) return false;
    this.#held.push(prepare(args));
    return true;
  }

  #noteReading(flight: readonly unknown[][], answers: readonly Promise<unknown>[]): void {
    const position = flight.findLastIndex(([text]) => isReads(text));
    if (position < 0) return;
    const text = flight[position]?.[0] as string;
    this.#reading = 'unsure';
    void answers[position]?.then(
      () => (this.#reading = isReadsEnd(text) ? 'none' : text),
      () => {},
    );
  }
}

/** Whether it begins a transaction, or reads as a practice. */
function isStart(text: unknown): boolean {
  return typeof text === 'string' && (text.startsWith(`${WITH_NEXT}begin`) || text.startsWith(READS_BEGIN));
}

/** Whether it ends what such a statement began. */
function isEnd(text: unknown): boolean {
  return text === 'commit' || text === 'rollback' || isReadsEnd(text);
}

function isReadsEnd(text: unknown): boolean {
  return typeof text === 'string' && text.startsWith(READS_END);
}

function isReads(text: unknown): boolean {
  return typeof text === 'string' && (text.startsWith(READS_BEGIN) || text.startsWith(READS_END));
}

function prepare(args: unknown[]): unknown[] {
  const [text, values, ...rest] = args;
  const isPreparable =
    typeof text === 'string' && Array.isArray(values) && values.length > 0 && values.length <= MAX_PARAMETERS;
  return isPreparable ? [{ name: preparedName(text), text, values }, ...rest] : args;
}

/** The answer of the last. @throws what the first of them that failed throws, once all have ended */
async function settled(answers: readonly Promise<unknown>[]): Promise<unknown> {
  const outcomes = await Promise.allSettled(answers);
  const failure = outcomes.find(outcome => outcome.status === 'rejected');
  if (failure) throw failure.reason;
  return (outcomes.at(-1) as PromiseFulfilledResult<unknown>).value;
}

/** A client that shows each statement to `before` and goes down when that throws. */
function watchedClient(before: (statement: string) => void): typeof pg.Client {
  return class WatchedClient extends PracticedClient {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- pg's overloads take five shapes of arguments
    override query(...args: any[]): any {
      const [first] = args as [string | { text: string }];
      try {
        before(typeof first === 'string' ? first : first.text);
      } catch (error) {
        (this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
        const callback = args.at(-1) as unknown;
        if (typeof callback === 'function') return void (callback as (reason: unknown) => void)(error);
        return Promise.reject(error as Error);
      }
      return (super.query as (...all: unknown[]) => unknown)(...(args as unknown[]));
    }
  } as unknown as typeof pg.Client;
}
