import type {
  EventType,
  Operation,
  ParsedInputOf,
  PayloadOf,
  ServiceContract,
} from '@spark-den/contracts/operation';
import type { Client } from '@spark-den/contracts/client';
import type { Clock } from '@spark-den/kernel';
import type { FastifyPluginAsync } from 'fastify';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Ports } from './ports.ts';
import type { Context } from './context.ts';

/** A function of (context, input); it never sees a request, a reply or a header. */
export type Handler<Op extends Operation, Db> = (
  context: Context<Db>,
  input: ParsedInputOf<Op>,
) => Promise<WireOutputOf<Op>> | WireOutputOf<Op>;

/** What a handler may return: the output before its schema has run. */
export type WireOutputOf<Op> = Op extends Operation<infer _I, infer O, string> ? z.input<O> : never;

export type Handlers<C extends ServiceContract, Db> = {
  readonly [K in keyof C['operations']]: Handler<C['operations'][K], Db>;
};

/** Everything that a delivered event carries. */
export interface Delivered<E extends EventType> {
  readonly id: string;
  readonly type: E['name'];
  readonly key: string;
  readonly practiceId: string;
  readonly occurredAt: string;
  readonly requestId: string;
  readonly payload: PayloadOf<E>;
}

export interface Subscription<Db> {
  readonly event: EventType;
  /** Stable name; with the event's id it is the inbox key. */
  readonly consumer: string;
  /** Runs in a transaction that also holds the inbox row; a throw is retried, then kept as a dead letter. */
  handle(context: Context<Db>, event: Delivered<EventType>): Promise<void>;
}

export function on<E extends EventType, Db>(
  event: E,
  consumer: string,
  handle: (context: Context<Db>, event: Delivered<E>) => Promise<void>,
): Subscription<Db> {
  return { event, consumer, handle: handle as Subscription<Db>['handle'] };
}

/** What a worker gets: it opens its own transactions per practice. */
export interface WorkerRuntime<Db> {
  readonly clock: Clock;
  readonly log: Logger;
  readonly ports: Ports;
  /** Runs `work` as the service itself in a transaction of that practice, with outbox and audit. */
  inPractice<T>(practiceId: string, purpose: string, work: (context: Context<Db>) => Promise<T>): Promise<T>;
  /**
   * A connection as the role `relay_<service>`, outside any practice: it reads only the tables that the
   * service's own migrations grant it and give it a policy for (a look-up before the practice is known, a sealer).
   */
  readonly relayDb: Kysely<Db>;
  /** Ids of the practices that the service knows. */
  practices(): Promise<readonly string[]>;
  call<C extends ServiceContract>(contract: C, practiceId: string): Client<C>;
}

/** Repeats `run` every `everyMs` (of the system's time) while the process lives; never two at once. */
export interface Worker<Db> {
  readonly name: string;
  readonly everyMs: number;
  run(runtime: WorkerRuntime<Db>): Promise<void>;
}

export interface ServiceDefinition<C extends ServiceContract = ServiceContract, Db = unknown> {
  readonly contract: C;
  /** Folder of numbered SQL files, run with `search_path` set to the service's schema. */
  readonly migrations: URL;
  /** Neighbours that the handlers call; the server refuses to start without an address for each. */
  readonly uses: readonly ServiceContract[];
  handlers(ports: Ports, runtime: WorkerRuntime<Db>): Handlers<C, Db>;
  readonly subscriptions: (ports: Ports) => readonly Subscription<Db>[];
  readonly workers: (ports: Ports) => readonly Worker<Db>[];
  /** Extra HTTP routes that are not operations (OIDC, webhooks, clearinghouse callbacks); rare. */
  readonly http?: (
    ports: Ports,
    runtime: WorkerRuntime<Db>,
  ) => FastifyPluginAsync<{ portal?: 'pms' | 'clinical' }>;
  /** Tables without `practice_id`, each with the reason; a test compares this with the catalogue. */
  readonly tablesWithoutPractice: Readonly<Record<string, string>>;
}

/**
 * Checks a definition against its contract and table types, then forgets both types: the platform runs all services alike.
 * @example export const patientsService = defineService<PatientsDatabase>()({ contract, migrations, handlers, … })
 */
export function defineService<Db>() {
  return <C extends ServiceContract>(
    definition: Omit<
      ServiceDefinition<C, Db>,
      'subscriptions' | 'workers' | 'uses' | 'tablesWithoutPractice'
    > &
      Partial<Pick<ServiceDefinition<C, Db>, 'subscriptions' | 'workers' | 'uses' | 'tablesWithoutPractice'>>,
  ): ServiceDefinition =>
    ({
      subscriptions: () => [],
      workers: () => [],
      uses: [],
      tablesWithoutPractice: {},
      ...definition,
    }) as unknown as ServiceDefinition;
}
