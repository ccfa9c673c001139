import { auditContract } from '@spark-den/contracts/audit/operations';
import { uuidv7, toEpochMs } from '@spark-den/kernel';
import type { Kysely, Transaction } from 'kysely';
import type pg from 'pg';
import { AuditSpool } from './audit-spool.ts';
import type { Authenticator } from './authenticator.ts';
import type { EventBus } from './bus.ts';
import { DEFAULT_PURPOSE, type Call, type Reply } from './call.ts';
import { Consumer } from './consumer.ts';
import type { Context } from './context.ts';
import { createContext } from './create-context.ts';
import { Dispatcher } from './dispatcher.ts';
import { KnownPractices } from './known-practices.ts';
import { Loop } from './loop.ts';
import { clientFactory, type CallTransport } from './neighbours.ts';
import { Notifications } from './notifications.ts';
import type { Ports } from './ports.ts';
import { inPracticeTransaction } from './practice-transaction.ts';
import { servicePrincipal } from './principal.ts';
import { Relay } from './relay.ts';
import type { ServiceDefinition, WorkerRuntime } from './service.ts';
import { writeEnd, type EmittedEvent } from './transaction-end.ts';

export interface RuntimeParts {
  readonly definition: ServiceDefinition;
  readonly ports: Ports;
  readonly db: Kysely<unknown>;
  readonly relayPool: pg.Pool;
  readonly relayDb: Kysely<unknown>;
  readonly bus: EventBus;
  readonly transport: CallTransport;
  readonly authenticator: Authenticator;
  readonly checkPermissions?: boolean;
}

/** Notices wake relays and consumers at once; this is for what no notice told of. */
const SAFETY_NET_MS = 5_000;
/** A round costs the same however much it carries: what people wait for leaves soon, the audit a little later. */
const GATHER_EVENTS_MS = 15;
const GATHER_DELIVERIES_MS = 10;
const GATHER_AUDIT_MS = 250;

/** One service at work in this process: its dispatcher, relay, consumer and workers. */
export class ServiceRuntime {
  readonly definition: ServiceDefinition;
  readonly dispatcher: Dispatcher;
  readonly worker: WorkerRuntime<unknown>;
  readonly #parts: RuntimeParts;
  readonly #practices: KnownPractices;
  readonly #relay: Relay;
  readonly #consumer: Consumer;
  readonly #loops: Loop[] = [];
  readonly #stops: (() => void)[] = [];

  constructor(parts: RuntimeParts) {
    const { definition, ports, bus } = parts;
    const { contract } = definition;
    this.#parts = parts;
    this.#practices = new KnownPractices(parts.db);
    this.definition = definition;
    const log = ports.log.child({ service: contract.name });
    const neighbours = clientFactory(contract.name, definition.uses, parts.transport);
    const base = { ports, neighbours };
    this.worker = {
      clock: ports.clock,
      log,
      ports,
      relayDb: parts.relayDb,
      inPractice: (practiceId, purpose, work) =>
        this.#inPractice(base, practiceId, purpose, contextOf =>
          work(contextOf(`${contract.name}-${newId(ports)}`)),
        ),
      practices: () => this.#practices.list(),
      call: (neighbour, practiceId) =>
        neighbours(neighbour, {
          principal: servicePrincipal(contract.name, practiceId),
          requestId: `${contract.name}-${newId(ports)}`,
          purpose: DEFAULT_PURPOSE,
        }),
    };
    this.dispatcher = new Dispatcher({
      contract,
      handlers: definition.handlers(ports, this.worker),
      db: parts.db,
      authenticator: parts.authenticator,
      spool: new AuditSpool(parts.relayPool, contract.name),
      ports,
      neighbours,
      practices: this.#practices,
      log,
      checkPermissions: parts.checkPermissions,
    });
    const auditor = clientFactory(
      contract.name,
      [auditContract],
      parts.transport,
    )(auditContract, {
      principal: servicePrincipal(contract.name, ''),
      requestId: `${contract.name}-audit-relay`,
      purpose: DEFAULT_PURPOSE,
    });
    this.#relay = new Relay({
      pool: parts.relayPool,
      schema: contract.name,
      bus,
      storeAudit: async events => void (await auditor.ingest({ events: [...events] })),
    });
    this.#consumer = new Consumer({
      service: contract.name,
      bus,
      log,
      subscriptions: definition.subscriptions(ports),
      inPractice: (practiceId, work) => this.#inPractice(base, practiceId, DEFAULT_PURPOSE, work),
    });
  }

  dispatch(call: Call): Promise<Reply> {
    return this.dispatcher.dispatch(call);
  }

  /** Starting is also recovery: what an earlier process left in outbox, spool or bus is carried on. */
  async start(): Promise<void> {
    const { definition, bus, ports } = this.#parts;
    const log = ports.log.child({ service: definition.contract.name });
    const failed = (what: string) => (error: unknown) =>
      log.warn(
        { what, error: (error as Error).name, code: (error as { code?: string }).code },
        'will try again',
      );
    const events = new Loop(
      () => this.#relay.relayEvents(),
      SAFETY_NET_MS,
      failed('relay events'),
      GATHER_EVENTS_MS,
    );
    const audit = new Loop(
      () => this.#relay.relayAudit(),
      SAFETY_NET_MS,
      failed('relay audit'),
      GATHER_AUDIT_MS,
    );
    const consume = new Loop(
      () => this.#consumer.consume(),
      SAFETY_NET_MS,
      failed('consume'),
      GATHER_DELIVERIES_MS,
    );
    this.#loops.push(events, audit, consume);
    for (const worker of definition.workers(ports)) {
      const run = async () => {
        await worker.run(this.worker);
        return false;
      };
      this.#loops.push(new Loop(run, worker.everyMs, failed(worker.name)));
    }
    this.#stops.push(bus.onAppend(this.#consumer.types, () => consume.wake()));
    const queues = new Notifications(this.#parts.relayPool, `relay_${definition.contract.name}`, queue => {
      if (queue !== 'audit_spool') events.wake();
      if (queue !== 'outbox') audit.wake();
    });
    await queues.start();
    this.#stops.push(() => queues.stop());
    for (const loop of this.#loops) loop.wake();
  }

  /** Lets running work end, then stops. */
  async stop(): Promise<void> {
    for (const stop of this.#stops.splice(0)) stop();
    this.#consumer.stop();
    await Promise.all(this.#loops.splice(0).map(loop => loop.stop()));
  }

  async #inPractice<T>(
    base: Parameters<typeof createContext>[0]['parts'],
    practiceId: string,
    purpose: string,
    work: (contextOf: (requestId: string) => Context, tx: Transaction<unknown>) => Promise<T>,
  ): Promise<T> {
    const afterCommit: (() => void)[] = [];
    const principal = servicePrincipal(this.definition.contract.name, practiceId);
    await this.#practices.note(practiceId);
    const result = await inPracticeTransaction(this.#parts.db, practiceId, async tx => {
      const events: EmittedEvent[] = [];
      const contextOf = (requestId: string) =>
        createContext<unknown>({
          parts: base,
          tx,
          principal,
          requestId,
          purpose,
          expectedVersion: undefined,
          details: [],
          events,
          afterCommit,
        });
      const done = await work(contextOf, tx);
      await writeEnd(tx, { practiceId, events, audit: [] });
      return done;
    });
    for (const after of afterCommit) after();
    return result;
  }
}

function newId(ports: Ports): string {
  return uuidv7(toEpochMs(ports.systemClock.now()));
}
