import { AppError } from '@spark-den/kernel';
import { sql, type Transaction } from 'kysely';
import type { Logger } from 'pino';
import type { BusEvent, EventBus } from './bus.ts';
import type { Context } from './context.ts';
import { sqlState } from './database-errors.ts';
import type { Subscription } from './service.ts';

export interface ConsumerParts {
  readonly service: string;
  readonly bus: EventBus;
  readonly subscriptions: readonly Subscription<unknown>[];
  readonly log: Logger;
  /** Runs work in a transaction of the practice, with the inbox row of this event. */
  readonly inPractice: (
    event: BusEvent,
    work: (context: Context, tx: Transaction<unknown>) => Promise<void>,
  ) => Promise<void>;
  /** Waits between attempts; tests make it short. */
  readonly wait?: (ms: number) => Promise<void>;
}

const BATCH = 200;
const LANES = 4;
const MAX_ATTEMPTS = 8;
const MAX_ATTEMPTS_UNAVAILABLE = 20;

const sleep = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms));

/** Takes a service's events off the bus: in order per key, several keys side by side, each event once in effect. */
export class Consumer {
  readonly #parts: ConsumerParts;
  /** Names of the events that it subscribes to. */
  readonly types: readonly string[];
  #stopped = false;

  constructor(parts: ConsumerParts) {
    this.#parts = parts;
    this.types = [...new Set(parts.subscriptions.map(({ event }) => event.name))];
  }

  /** Handles what is there. @returns whether a full batch was found */
  async consume(): Promise<boolean> {
    const { bus, service } = this.#parts;
    if (this.types.length === 0) return false;
    const events = await bus.pending(service, this.types, BATCH);
    const last = events.at(-1);
    if (!last) return false;
    await this.#inLanes(groupByKey(events));
    if (this.#stopped) return false;
    await bus.moveOffset(service, last.sequence);
    return events.length === BATCH;
  }

  stop(): void {
    this.#stopped = true;
  }

  async #inLanes(groups: readonly BusEvent[][]): Promise<void> {
    const queue = [...groups];
    const lane = async () => {
      for (let group = queue.shift(); group && !this.#stopped; group = queue.shift()) {
        for (const event of group) await this.#deliver(event);
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }

  async #deliver(event: BusEvent): Promise<void> {
    for (const subscription of this.#parts.subscriptions) {
      if (subscription.event.name === event.type) await this.#handle(subscription, event);
    }
  }

  async #handle(subscription: Subscription<unknown>, event: BusEvent): Promise<void> {
    for (let attempt = 1; !this.#stopped; attempt += 1) {
      try {
        await this.#parts.inPractice(event, async (context, tx) => {
          if (await takeFromInbox(tx, subscription.consumer, event))
            await subscription.handle(context, event);
        });
        return;
      } catch (error) {
        if (attempt >= (isUnavailable(error) ? MAX_ATTEMPTS_UNAVAILABLE : MAX_ATTEMPTS)) {
          await this.#bury(subscription, event, attempt, error);
          return;
        }
        await (this.#parts.wait ?? sleep)(Math.min(25 * 2 ** attempt, 5_000));
      }
    }
  }

  async #bury(
    subscription: Subscription<unknown>,
    event: BusEvent,
    attempts: number,
    error: unknown,
  ): Promise<void> {
    const code = error instanceof AppError ? error.code : (sqlState(error) ?? (error as Error).name);
    const { consumer } = subscription;
    this.#parts.log.error(
      { consumer, eventId: event.id, type: event.type, attempts, code, frames: frames(error) },
      'dead letter',
    );
    await this.#parts.inPractice(event, async (context, tx) => {
      await sql`
        insert into dead_letter (id, consumer, event_id, practice_id, event, attempts, error_code)
        values (${context.newId()}, ${consumer}, ${event.id}, ${event.practiceId}, ${JSON.stringify(event)}, ${attempts}, ${code})
        on conflict (consumer, event_id) do nothing`.execute(tx);
    });
  }
}

async function takeFromInbox(tx: Transaction<unknown>, consumer: string, event: BusEvent): Promise<boolean> {
  const taken = await sql`
    insert into inbox (consumer, event_id, practice_id) values (${consumer}, ${event.id}, ${event.practiceId})
    on conflict do nothing`.execute(tx);
  return taken.numAffectedRows === 1n;
}

function groupByKey(events: readonly BusEvent[]): BusEvent[][] {
  const groups = new Map<string, BusEvent[]>();
  for (const event of events) {
    const key = `${event.practiceId}/${event.key}`;
    const group = groups.get(key);
    if (group) group.push(event);
    else groups.set(key, [event]);
  }
  return [...groups.values()];
}

function isUnavailable(error: unknown): boolean {
  return error instanceof AppError && error.kind === 'unavailable';
}

/** Places only: the message of an error may hold data. */
function frames(error: unknown): string[] {
  const stack = (error as Error | undefined)?.stack ?? '';
  return stack
    .split('\n')
    .filter(line => line.trim().startsWith('at '))
    .slice(0, 6);
}
