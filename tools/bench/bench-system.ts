import { startEmbeddedPostgres, System, type DatabaseSet } from '@spark-den/adapters';
import { createClient, type Client } from '@spark-den/contracts/client';
import type { RoleKey, ServiceContract } from '@spark-den/contracts/operation';
import { SERVICES } from '@spark-den/server/registry';
import { localTransport, type Principal } from '@spark-den/service-kit';
import { person } from '@spark-den/testkit';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { demoInstallation } from '../demo-installation.ts';
import { freePort } from '../free-port.ts';

/** All services in this process over a durable PostgreSQL of their own, with the demo practices installed. */
export interface BenchSystem {
  readonly system: System;
  readonly databases: DatabaseSet;
  readonly superuserUrl: string;
  as<C extends ServiceContract>(contract: C, role: RoleKey): Client<C>;
  principal(role: RoleKey): Principal;
  stop(): Promise<void>;
}

export async function startBenchSystem(): Promise<BenchSystem> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'spark-den-bench-'));
  const postgres = await startEmbeddedPostgres({
    dataDir: path.join(dataDir, 'pg'),
    port: await freePort(),
    password: 'bench',
    durable: true,
  });
  const databases = { adminUrl: postgres.superuserUrl, secret: 'bench', prefix: 'bench_' };
  const system = await System.assemble({
    services: SERVICES,
    databases,
    settings: {
      pmsUrl: 'http://127.0.0.1:17174',
      clinicalUrl: 'http://127.0.0.1:17173',
      identityUrl: 'http://127.0.0.1:17302',
      clearinghouseUrl: 'http://127.0.0.1:17980',
      clearinghouseToken: 'bench-token',
      cardsApiUrl: 'http://127.0.0.1:17981',
      cardsSecretKey: 'sk_test_bench',
      cardsWebhookSecret: 'whsec_bench',
      serviceSecret: randomBytes(32).toString('base64'),
      x12Usage: 'T',
    },
    masterKey: randomBytes(32),
    blobFolder: path.join(dataDir, 'blobs'),
    log: pino({ level: 'silent' }),
    clock: 'system',
    migrate: true,
    poolSize: 16,
  });
  await system.start();
  const contracts = SERVICES.map(({ contract }) => contract);
  const bench: BenchSystem = {
    system,
    databases,
    superuserUrl: postgres.superuserUrl,
    principal: role => person(role, contracts),
    as: (contract, role) => clientAs(system, contract, person(role, contracts)),
    async stop() {
      await system.stop();
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  for (const step of demoInstallation()) {
    const reply = await system.ports.directory.dispatch(step.service, {
      operation: step.operation,
      input: step.input,
      credential: {
        kind: 'service',
        from: 'bench',
        principal: { ...bench.principal('practice-manager'), kind: 'service', practiceId: step.practiceId },
      },
      requestId: randomUUID(),
      purpose: 'bench',
      idempotencyKey: randomUUID(),
      deadlineMs: 60_000,
    });
    if (reply.status !== 200) throw new Error(`${step.service}.${step.operation}: ${reply.body}`);
  }
  return bench;
}

function clientAs<C extends ServiceContract>(system: System, contract: C, principal: Principal): Client<C> {
  const runtime = system.runtimes.get(contract.name);
  if (!runtime) throw new Error(`${contract.name} does not run here`);
  const send = localTransport(call => runtime.dispatch(call));
  return createClient(contract, async request =>
    send({
      operation: request.operation,
      input: request.input,
      credential: { kind: 'service', from: 'bench', principal },
      requestId: randomUUID(),
      purpose: 'bench',
      idempotencyKey: request.headers['idempotency-key'],
      ifMatch: request.headers['if-match'],
      deadlineMs: 120_000,
    }),
  );
}
