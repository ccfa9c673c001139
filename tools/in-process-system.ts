import { startEmbeddedPostgres, System, type DatabaseSet, type SystemOptions } from '@spark-den/adapters';
import { createClient, type Client } from '@spark-den/contracts/client';
import type { ServiceContract } from '@spark-den/contracts/operation';
import {
  localTransport,
  servicePrincipal,
  type Principal,
  type ServiceDefinition,
} from '@spark-den/service-kit';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import type { Installation } from '@spark-den/server/install';
import { freePort } from './free-port.ts';

export interface InProcessOptions {
  readonly services: readonly ServiceDefinition[];
  readonly fakes?: SystemOptions['fakes'];
  readonly durable: boolean;
  readonly poolSize?: number;
}

/** Services in this process over a PostgreSQL of their own in a temporary folder, removed at the end. */
export interface InProcessSystem {
  readonly system: System;
  readonly databases: DatabaseSet;
  readonly superuserUrl: string;
  /** A typed client that acts as this principal. */
  as<C extends ServiceContract>(contract: C, principal: Principal): Client<C>;
  install(steps: Installation): Promise<void>;
  stop(): Promise<void>;
}

export async function startInProcess(options: InProcessOptions): Promise<InProcessSystem> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'spark-den-'));
  const postgres = await startEmbeddedPostgres({
    dataDir: path.join(dataDir, 'postgres'),
    port: await freePort(),
    password: randomBytes(16).toString('hex'),
    durable: options.durable,
  });
  const databases = {
    adminUrl: postgres.superuserUrl,
    secret: randomBytes(16).toString('hex'),
    prefix: 'own_',
  };
  const nowhere = 'http://127.0.0.1:17999';
  const system = await System.assemble({
    services: options.services,
    fakes: options.fakes,
    databases,
    settings: {
      pmsUrl: nowhere,
      clinicalUrl: nowhere,
      identityUrl: nowhere,
      clearinghouseUrl: nowhere,
      clearinghouseToken: randomUUID(),
      cardsApiUrl: nowhere,
      cardsSecretKey: `sk_test_${randomUUID()}`,
      cardsWebhookSecret: `whsec_${randomUUID()}`,
      serviceSecret: randomBytes(32).toString('base64'),
      x12Usage: 'T',
      auditAnchorFile: path.join(dataDir, 'audit-anchors.jsonl'),
    },
    masterKey: randomBytes(32),
    blobFolder: path.join(dataDir, 'blobs'),
    log: pino({ level: 'silent' }),
    clock: 'system',
    migrate: true,
    poolSize: options.poolSize,
  });
  await system.start();
  return {
    system,
    databases,
    superuserUrl: postgres.superuserUrl,
    as: (contract, principal) => clientAs(system, contract, principal),
    async install(steps) {
      for (const { service, operation, practiceId, input } of steps) {
        const { contract } = definitionOf(system, service);
        const client = clientAs(system, contract, servicePrincipal('installation', practiceId)) as Record<
          string,
          (input: unknown) => Promise<unknown>
        >;
        await client[operation]?.(input);
      }
    },
    async stop() {
      await system.stop();
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function definitionOf(system: System, service: string): ServiceDefinition {
  const runtime = system.runtimes.get(service);
  if (!runtime) throw new Error(`${service} does not run here`);
  return runtime.definition;
}

function clientAs<C extends ServiceContract>(system: System, contract: C, principal: Principal): Client<C> {
  const runtime = system.runtimes.get(contract.name);
  if (!runtime) throw new Error(`${contract.name} does not run here`);
  const send = localTransport(call => runtime.dispatch(call));
  return createClient(contract, request =>
    send({
      operation: request.operation,
      input: request.input,
      credential: { kind: 'service', from: 'command', principal },
      requestId: randomUUID(),
      purpose: 'command',
      idempotencyKey: request.headers['idempotency-key'],
      ifMatch: request.headers['if-match'],
      deadlineMs: 300_000,
    }),
  );
}
