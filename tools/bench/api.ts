import { databaseName } from '@spark-den/adapters';
import { createClient, fetchTransport } from '@spark-den/contracts/client';
import { signIn } from '@spark-den/contracts/gateway/sign-in';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { localDate } from '@spark-den/kernel';
import { DEMO_PASSWORD } from '@spark-den/practice-simulator/demo-users';
import autocannon from 'autocannon';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Bench } from '../bench.ts';
import { freePort } from '../free-port.ts';
import { freePortOffset, startSystem, type RunningSystem } from '../system.ts';
import { percent, perSecond } from './measure.ts';

const CONNECTIONS = 16;
const SECONDS = 6;

/** A patient read with session check, row-level security and audit, beside a select by key without any of them. */
export const benchApi: Bench = async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'spark-den-bench-'));
  const system = await startSystem({
    dataDir,
    portOffset: await freePortOffset(),
    topology: 'apart',
    clock: 'system',
    durable: true,
    logLevel: 'silent',
  });
  try {
    const session = await signIn(system.pmsUrl, {
      email: 'frontdesk@harborpoint.example',
      password: DEMO_PASSWORD,
    });
    const token = await session.accessToken();
    const patientId = await registerSomebody(system, token);
    const barePort = await startBare(system);
    const patients = `http://127.0.0.1:${patientsContract.port + system.config.PORT_OFFSET}`;
    const bare = await load(`http://127.0.0.1:${barePort}/patients/${patientId}`, {});
    const ours = await load(`${patients}/api/v1/patients/${patientId}`, { authorization: `Bearer ${token}` });
    const share = ours / bare;
    return [
      {
        what: 'patient read, 16 connections',
        ours: perSecond(ours),
        peer: `bare Fastify and pg ${perSecond(bare)}`,
      },
      { what: 'patient read, share of bare', ours: percent(share), peer: 'limit 30 %', kept: share >= 0.3 },
    ];
  } finally {
    await system.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

async function registerSomebody(system: RunningSystem, token: string): Promise<string> {
  const client = createClient(
    patientsContract,
    fetchTransport(`${system.pmsUrl}/api/v1`, () => ({ authorization: `Bearer ${token}` })),
  );
  const { patientId } = await client.registerPatient({
    demographics: {
      name: { family: 'Bench', given: 'Mark' },
      birthDate: localDate('1980-02-03'),
      sex: 'male',
      phones: [{ use: 'mobile', number: '3125550123' }],
    },
  });
  return patientId;
}

async function startBare(system: RunningSystem): Promise<number> {
  const port = await freePort();
  const url = new URL(system.postgres.superuserUrl);
  url.pathname = `/${databaseName({ adminUrl: '', secret: '', prefix: system.config.DATABASE_PREFIX }, 'business')}`;
  await system.processes.start({
    name: 'bare',
    script: 'tools/bench/bare-server.ts',
    environment: { PORT: String(port), DATABASE_URL: url.toString() },
    port,
  });
  return port;
}

async function load(url: string, headers: Record<string, string>): Promise<number> {
  await autocannon({ url, headers, connections: CONNECTIONS, duration: 2 });
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: SECONDS });
  if (result.non2xx > 0) throw new Error(`${result.non2xx} answers of ${url} were not 200`);
  return result.requests.average;
}
