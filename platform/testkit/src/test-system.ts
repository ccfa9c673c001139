import { roleUrl, System, withClient, type DatabaseSet } from '@spark-den/adapters';
import { createClient, type Client } from '@spark-den/contracts/client';
import type { AuditEvent } from '@spark-den/contracts/audit/types';
import type { ServiceContract } from '@spark-den/contracts/operation';
import { FixedClock, type Clock } from '@spark-den/kernel';
import {
  credentialReader,
  httpTransport,
  localTransport,
  problemHandlers,
  registerOperations,
  requestIdOf,
  sourceReader,
  type Call,
  type Principal,
  type Reply,
  type ServiceDefinition,
  type Settings,
} from '@spark-den/service-kit';
import Fastify, { type FastifyInstance } from 'fastify';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { pino } from 'pino';
import { fakeAudit, fakeIdentity, type Fake } from './fakes.ts';
import { systemUser } from './people.ts';
import { publish, type PublishedEvent } from './publish.ts';
import { StatementFuse } from './statement-fuse.ts';

export interface TestSystemOptions {
  readonly services: readonly ServiceDefinition[];
  /** Neighbours that the test answers for; audit and identity are there already unless given. */
  readonly fakes?: readonly Fake[];
  readonly now?: string;
  /** The clock of tokens, locks and time-outs; the machine's when left out. */
  readonly systemClock?: Clock;
  /** Also relay events, consume them and run workers. Off: only calls, so that a test sees the outbox itself. */
  readonly background?: boolean;
  readonly settings?: Partial<Settings>;
  readonly checkPermissions?: boolean;
  /** How calls reach the services: in process, or over a socket as between machines. */
  readonly transport?: 'local' | 'http';
}

/** Services over real PostgreSQL with databases of their own, the clock in the test's hand. */
export interface TestSystem {
  readonly system: System;
  readonly clock: FixedClock;
  readonly databases: DatabaseSet;
  /** Cuts every connection at a chosen statement, as a killed process would. */
  readonly fuse: StatementFuse;
  /** Audit events that reached the audit service. */
  readonly audited: AuditEvent[];
  /** A typed client, as this person (or the service itself when left out). */
  as<C extends ServiceContract>(contract: C, principal?: Principal): Client<C>;
  /** The raw answer of one call: status, problem document, headers. */
  dispatch(
    service: string,
    call: Partial<Call> & Pick<Call, 'operation' | 'input'>,
    principal?: Principal,
  ): Promise<Reply>;
  /** A connection as that role, such as `svc_billing`. */
  withRole<T>(
    role: string,
    database: 'business' | 'clinical' | 'shared',
    work: (client: pg.Client) => Promise<T>,
  ): Promise<T>;
  /** A superuser's connection to a database: for planting and for looking past row-level security. */
  withRoot<T>(
    database: 'business' | 'clinical' | 'shared',
    work: (client: pg.Client) => Promise<T>,
  ): Promise<T>;
  /** Lets a neighbour tell an event, now unless said otherwise. @returns its id; `settled` waits for its effect */
  publish(event: Omit<PublishedEvent, 'occurredAt'> & Partial<PublishedEvent>): Promise<string>;
  /** Resolves when outboxes are empty and every consumer has handled all events; fails after 20 s. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

const SECRET = 'test';

export async function startTestSystem(options: TestSystemOptions): Promise<TestSystem> {
  const adminUrl = process.env.TEST_DATABASE_URL;
  if (!adminUrl) throw new Error('TEST_DATABASE_URL is not set: run the tests through Jest');
  const databases: DatabaseSet = { adminUrl, secret: SECRET, prefix: `t_${randomBytes(5).toString('hex')}_` };
  const blobFolder = mkdtempSync(path.join(tmpdir(), 'spark-den-blobs-'));
  const clock = new FixedClock(options.now ?? '2026-11-16T15:00:00Z');
  const audited: AuditEvent[] = [];
  const fuse = new StatementFuse();
  const system = await System.assemble({
    services: options.services,
    fakes: neighbours(options, audited),
    databases,
    settings: {
      ...testSettings(),
      auditAnchorFile: path.join(blobFolder, 'audit-anchors.jsonl'),
      ...options.settings,
    },
    masterKey: randomBytes(32),
    blobFolder,
    log: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
    clock,
    systemClock: options.systemClock,
    migrate: true,
    checkPermissions: options.checkPermissions,
    beforeStatement: statement => fuse.see(statement),
  });
  if (options.background) await system.start();
  const sockets = options.transport === 'http' ? await listenAll(system) : undefined;
  const send = sockets?.send ?? sendLocally(system);
  const root = <T>(database: 'business' | 'clinical' | 'shared', work: (client: pg.Client) => Promise<T>) =>
    withClient(rootUrl(databases, database), work);
  return {
    system,
    clock,
    databases,
    fuse,
    audited,
    as: (contract, principal) =>
      createClient(contract, async request => {
        const reply = await send(
          contract.name,
          {
            operation: request.operation,
            input: request.input,
            idempotencyKey: request.headers['idempotency-key'],
            ifMatch: request.headers['if-match'],
          },
          principal,
        );
        return { status: reply.status, body: reply.body };
      }),
    dispatch: (service, call, principal) => send(service, call, principal),
    withRole: (role, database, work) => withClient(roleUrl(databases, role, database), work),
    withRoot: root,
    publish: event => root('shared', client => publish(client, { occurredAt: clock.now(), ...event })),
    settled: () => settled(system, root),
    async stop() {
      await sockets?.close();
      await system.stop();
      rmSync(blobFolder, { recursive: true, force: true });
      await withClient(adminUrl, async admin => {
        for (const name of ['business', 'clinical', 'shared']) {
          await admin.query(`drop database if exists ${databases.prefix}${name} with (force)`);
        }
      });
    },
  };
}

function neighbours(options: TestSystemOptions, audited: AuditEvent[]): Fake[] {
  const given = [
    ...options.services.map(({ contract }) => contract.name),
    ...(options.fakes ?? []).map(({ contract }) => contract.name),
  ];
  return [
    ...(options.fakes ?? []),
    ...[fakeAudit(audited), fakeIdentity()].filter(({ contract }) => !given.includes(contract.name)),
  ];
}

type PartialCall = Partial<Call> & Pick<Call, 'operation' | 'input'>;
type Send = (service: string, call: PartialCall, principal?: Principal) => Promise<Reply>;

function complete(call: PartialCall, principal: Principal = systemUser()): Call {
  return {
    credential: { kind: 'service', from: 'test', principal },
    requestId: randomUUID(),
    purpose: 'test',
    deadlineMs: 30_000,
    ...call,
  };
}

function runtimeOf(system: System, service: string) {
  const runtime = system.runtimes.get(service);
  if (!runtime) throw new Error(`${service} does not run in this test`);
  return runtime;
}

function sendLocally(system: System): Send {
  return (service, call, principal) => {
    const runtime = runtimeOf(system, service);
    return localTransport(whole => runtime.dispatch(whole))(complete(call, principal));
  };
}

/** A listener per service, and the transport that services use between machines. */
async function listenAll(system: System): Promise<{ send: Send; close(): Promise<void> }> {
  const apps = new Map<string, { app: FastifyInstance; url: string }>();
  for (const [name, runtime] of system.runtimes) {
    const app = Fastify({ genReqId: request => requestIdOf(request.headers) });
    problemHandlers(app);
    registerOperations(app, runtime.definition.contract, {
      prefix: '/api/v1',
      dispatch: (_, call) => runtime.dispatch(call),
      credential: credentialReader(name, system.authenticator),
      sourceAddress: sourceReader(name, system.authenticator),
    });
    apps.set(name, {
      app,
      url: await app.listen({ port: 17_000 + Math.floor(Math.random() * 1_000), host: '127.0.0.1' }),
    });
  }
  return {
    send(service, call, principal) {
      const { contract } = runtimeOf(system, service).definition;
      return httpTransport(
        contract,
        apps.get(service)?.url ?? '',
        system.authenticator,
      )(complete(call, principal));
    },
    async close() {
      await Promise.all([...apps.values()].map(({ app }) => app.close()));
    },
  };
}

type RootQuery = <T>(
  database: 'business' | 'clinical' | 'shared',
  work: (client: pg.Client) => Promise<T>,
) => Promise<T>;

async function settled(system: System, root: RootQuery): Promise<void> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    if (await isSettled(system, root)) return;
    if (performance.now() > deadline) throw new Error('events were still on their way after 20 s');
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

async function isSettled(system: System, root: RootQuery): Promise<boolean> {
  for (const { definition } of system.runtimes.values()) {
    const { name, database } = definition.contract;
    const waiting = await root(database, async client => {
      const { rows } = await client.query<{ n: number }>(
        `select (select count(*) from ${name}.outbox)::int + (select count(*) from ${name}.audit_spool)::int as n`,
      );
      return rows[0]?.n ?? 0;
    });
    if (waiting > 0) return false;
  }
  return root('shared', async client => {
    for (const { definition } of system.runtimes.values()) {
      const types = definition.subscriptions(system.ports).map(({ event }) => event.name);
      if (types.length === 0) continue;
      const { rows } = await client.query<{ behind: boolean }>(
        `select coalesce((select max(sequence) from bus.event where type = any($1)), 0) >
                coalesce((select sequence from bus.consumer_offset where consumer = $2), 0) as behind`,
        [types, definition.contract.name],
      );
      if (rows[0]?.behind) return false;
    }
    return true;
  });
}

function rootUrl(databases: DatabaseSet, name: string): string {
  const url = new URL(databases.adminUrl);
  url.pathname = `/${databases.prefix}${name}`;
  return url.toString();
}

function testSettings(): Omit<Settings, 'auditAnchorFile'> {
  return {
    pmsUrl: 'http://127.0.0.1:17174',
    clinicalUrl: 'http://127.0.0.1:17173',
    identityUrl: 'http://127.0.0.1:17302',
    clearinghouseUrl: 'http://127.0.0.1:17980',
    clearinghouseToken: 'test-clearinghouse-token',
    cardsApiUrl: 'http://127.0.0.1:17981',
    cardsSecretKey: 'sk_test_spark_den',
    cardsWebhookSecret: 'whsec_test_spark_den',
    serviceSecret: randomBytes(32).toString('base64'),
    x12Usage: 'T',
  };
}
