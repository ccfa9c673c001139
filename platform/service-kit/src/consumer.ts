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
  /** Runs work in a transaction of the practice; `contextOf` makes the context of a request within it. */
  readonly inPractice: (
    practiceId: string,
    work: (contextOf: (requestId: string) => Context, tx: Transaction<unknown>) => Promise<void>,
  ) => Promise<void>;
  /** Waits between attempts; tests make it short. */
  readonly wait?: (ms: number) => Promise<void>;
}

const BATCH = 200;
/** So few events are handled in one transaction of their practice. */
const TOGETHER = 16;
const LANES = 4;
const MAX_ATTEMPTS = 8;
const MAX_ATTEMPTS_UNAVAILABLE = 20;

interface Delivery {
  readonly subscription: Subscription<unknown>;
  readonly event: BusEvent;
}

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
    await this.#inLanes(groupBy(await this.#together(events), keyOf));
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
        for (const event of group) {
          for (const delivery of this.#deliveriesOf([event])) await this.#persist(delivery);
        }
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
  }

  /** Handles a few events in one transaction of their practice. @returns those that must be handled one by one */
  async #together(events: readonly BusEvent[]): Promise<readonly BusEvent[]> {
    if (events.length > TOGETHER) return events;
    const left: BusEvent[] = [];
    for (const group of groupBy(events, event => event.practiceId)) {
      const deliveries = this.#deliveriesOf(group);
      const isDone = deliveries.length > 1 && (await this.#handle(deliveries).then(yes, no));
      if (!isDone) left.push(...group);
    }
    return left;
  }

  #deliveriesOf(events: readonly BusEvent[]): Delivery[] {
    return events.flatMap(event =>
      this.#parts.subscriptions
        .filter(subscription => subscription.event.name === event.type)
        .map(subscription => ({ subscription, event })),
    );
  }

  async #handle(deliveries: readonly Delivery[]): Promise<void> {
    const practiceId = deliveries[0]?.event.practiceId ?? '';
    await this.#parts.inPractice(practiceId, async (contextOf, tx) => {
      const taken = await takeFromInbox(tx, practiceId, deliveries);
      for (const { subscription, event } of taken) {
        await subscription.handle(contextOf(event.requestId), event);
      }
    });
  }

  /** Tries until it is handled or given up. */
  async #persist({ subscription, event }: Delivery): Promise<void> {
    for (let attempt = 1; !this.#stopped; attempt += 1) {
      try {
        await this.#handle([{ subscription, event }]);
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
    await this.#parts.inPractice(event.practiceId, async (contextOf, tx) => {
      await sql`
        insert into dead_letter (id, consumer, event_id, practice_id, event, attempts, error_code)
        values (${contextOf(event.requestId).newId()}, ${consumer}, ${event.id}, ${event.practiceId}, ${JSON.stringify(event)}, ${attempts}, ${code})
        on conflict (consumer, event_id) do nothing`.execute(tx);
    });
  }
}

/** @returns those that were not handled before */
async function takeFromInbox(
  tx: Transaction<unknown>,
  practiceId: string,
  deliveries: readonly Delivery[],
): Promise<Delivery[]> {
  const { rows } = await sql<{ consumer: string; eventId: string }>`
    insert into inbox (consumer, event_id, practice_id)
    select consumer, event_id, ${practiceId}
    from unnest(${deliveries.map(({ subscription }) => subscription.consumer)}::text[],
                ${deliveries.map(({ event }) => event.id)}::uuid[]) as delivery (consumer, event_id)
    on conflict do nothing
    returning consumer, event_id`.execute(tx);
  const taken = new Set(rows.map(({ consumer, eventId }) => `${consumer} ${eventId}`));
  return deliveries.filter(({ subscription, event }) => taken.has(`${subscription.consumer} ${event.id}`));
}

const yes = () => true;
const no = () => false;

/** Events are handled in order within one of these. */
const keyOf = (event: BusEvent) => `${event.practiceId}/${event.key}`;

function groupBy(events: readonly BusEvent[], nameOf: (event: BusEvent) => string): BusEvent[][] {
  const groups = new Map<string, BusEvent[]>();
  for (const event of events) {
    const group = groups.get(nameOf(event));
    if (group) group.push(event);
    else groups.set(nameOf(event), [event]);
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
