import {
  createPool,
  databaseName,
  setControlledClock,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '@spark-den/adapters';
import type { Instant } from '@spark-den/kernel';
import { readConfig, type Config } from '@spark-den/server/config';
import { PORTS } from '@spark-den/server/ports';
import { SERVICE_NAMES } from '@spark-den/server/registry';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ChildProcesses } from './child-processes.ts';
import { demoInstallation } from './demo-installation.ts';
import { canListen, freePort } from './free-port.ts';
import { onInterrupt } from './interrupt.ts';

export interface SystemStart {
  readonly dataDir: string;
  readonly portOffset: number;
  readonly topology: 'together' | 'apart';
  readonly clock: 'system' | 'controlled';
  /** Throw-away systems need no fsync. */
  readonly durable: boolean;
  readonly progress?: (line: string) => void;
  readonly logLevel?: string;
  /** Providers of the demo practice; two when left out. */
  readonly providers?: number;
  /** What this process ends with when it is interrupted while the system runs; the signal's code when left out. */
  readonly interruptCode?: number;
}

/** A whole system at work: database, services, simulators of the outside world. */
export interface RunningSystem {
  readonly config: Config;
  readonly pmsUrl: string;
  readonly clinicalUrl: string;
  readonly identityUrl: string;
  readonly clearinghouseUrl: string;
  readonly cardsUrl: string;
  readonly postgres: EmbeddedPostgres;
  readonly processes: ChildProcesses;
  /** Sets the time of everything that runs; only with `clock: 'controlled'`. */
  setClock(now: Instant | undefined): Promise<void>;
  stop(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

export async function startSystem(options: SystemStart): Promise<RunningSystem> {
  const progress = options.progress ?? (() => {});
  const offset = options.portOffset;
  await assertPortsFree(offset, options.topology);
  const config = readConfig({ DATA_DIR: options.dataDir, PORT_OFFSET: String(offset), CLOCK: options.clock });
  const ends: (() => Promise<unknown>)[] = [];
  let ended: Promise<void> | undefined;
  const stop = () => (ended ??= endAll(ends).finally(callOff));
  const callOff = onInterrupt(async () => {
    progress('stopping');
    await stop();
    progress('stopped; nothing is left running');
  }, options.interruptCode);
  const postgres = await startEmbeddedPostgres({
    dataDir: path.resolve(options.dataDir, 'postgres'),
    port: PORTS.postgres + offset,
    password: config.SPARK_DATABASE_SECRET,
    durable: options.durable,
  });
  ends.push(() => postgres.stop());
  progress('PostgreSQL is up');
  const processes = new ChildProcesses(ROOT, options.logLevel === 'silent', progress);
  ends.push(() => processes.stopAll());
  const url = (port: number) => `http://localhost:${port + offset}`;
  const inside = (port: number) => `http://127.0.0.1:${port + offset}`;
  const shared = createPool(sharedUrl(postgres, config), { max: 1 });
  ends.push(() => shared.end());
  try {
    await Promise.all([
      startSimulators(processes, config, options.dataDir),
      startServers(processes, config, postgres, options),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    config,
    pmsUrl: url(PORTS.pms),
    clinicalUrl: url(PORTS.clinical),
    identityUrl: url(3002),
    clearinghouseUrl: inside(PORTS.clearinghouse),
    cardsUrl: inside(PORTS.cards),
    postgres,
    processes,
    async setClock(now) {
      await setControlledClock(shared, now);
      const answer = await fetch(`${inside(PORTS.clearinghouse)}/control/clock`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${config.CLEARINGHOUSE_TOKEN}`,
        },
        body: JSON.stringify({ now: now ?? null }),
      });
      if (!answer.ok) throw new Error(`the clearinghouse did not take the time: ${answer.status}`);
    },
    stop,
  };
}

/** What started last ends first. */
async function endAll(ends: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const end of [...ends].reverse()) await end();
}

function sharedUrl(postgres: EmbeddedPostgres, config: Config): string {
  const url = new URL(postgres.superuserUrl);
  url.pathname = `/${databaseName({ adminUrl: '', secret: '', prefix: config.DATABASE_PREFIX }, 'shared')}`;
  return url.toString();
}

/** A system of its own on free ports, for a command that needs one. */
export async function freePortOffset(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const gateway = await freePort(16_000, 900);
    const offset = gateway - PORTS.pms;
    const taken = await Promise.all(allPorts('apart').map(port => canListen(port + offset)));
    if (taken.every(Boolean)) return offset;
  }
  throw new Error('There is no free range of ports.');
}

async function startSimulators(processes: ChildProcesses, config: Config, dataDir: string): Promise<void> {
  const port = (name: 'clearinghouse' | 'cards') => PORTS[name] + config.PORT_OFFSET;
  await Promise.all([
    processes.start({
      name: 'clearinghouse',
      script: 'simulators/payers/src/main.ts',
      environment: {
        PORT: String(port('clearinghouse')),
        CLEARINGHOUSE_TOKEN: config.CLEARINGHOUSE_TOKEN,
        CLEARINGHOUSE_LOG: path.resolve(dataDir, 'clearinghouse.jsonl'),
      },
      port: port('clearinghouse'),
    }),
    processes.start({
      name: 'cards',
      script: 'simulators/cards/src/main.ts',
      environment: {
        PORT: String(port('cards')),
        CARDS_SECRET_KEY: config.CARDS_SECRET_KEY,
        CARDS_WEBHOOK_SECRET: config.CARDS_WEBHOOK_SECRET,
        CARDS_WEBHOOK_URL: `http://127.0.0.1:${PORTS.pms + config.PORT_OFFSET}/webhooks/cards`,
      },
      port: port('cards'),
    }),
  ]);
}

async function startServers(
  processes: ChildProcesses,
  config: Config,
  postgres: EmbeddedPostgres,
  options: SystemStart,
): Promise<void> {
  const installFile = path.resolve(options.dataDir, 'installation.json');
  writeFileSync(installFile, JSON.stringify(demoInstallation(options.providers)), { mode: 0o600 });
  const environment = {
    ...definedOnly(config),
    DATABASE_URL: postgres.superuserUrl,
    DATABASE_IS_EMBEDDED: 'true',
    DATA_DIR: path.resolve(options.dataDir),
    SPARK_PARENT: String(process.pid),
    LOG_LEVEL: options.logLevel ?? 'warn',
  };
  const server = (name: string, own: Record<string, string>) =>
    processes.start({ name, script: 'apps/server/src/main.ts', environment: { ...environment, ...own } });
  if (options.topology === 'together') {
    return server('server', { SERVICES: 'all', INSTALL_FILE: installFile });
  }
  // one first, so that roles and databases are made once; the gateway last: it installs the practice through all others
  const [first = '', ...others] = SERVICE_NAMES.filter(name => name !== 'gateway');
  await server(first, { SERVICES: first });
  await Promise.all(others.map(name => server(name, { SERVICES: name })));
  await server('gateway', { SERVICES: 'gateway', INSTALL_FILE: installFile });
}

function definedOnly(config: Config): Record<string, string> {
  return Object.fromEntries(
    Object.entries(config).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}

/** @throws what to do about the first port that something else listens on */
export async function assertPortsFree(offset: number, topology: 'together' | 'apart'): Promise<void> {
  for (const port of allPorts(topology)) {
    if (!(await canListen(port + offset))) {
      throw new Error(`Port ${port + offset} is in use. Stop what uses it, or start with --port-offset N.`);
    }
  }
}

function allPorts(topology: 'together' | 'apart'): number[] {
  const apart = topology === 'apart' ? [3011, 3012, 3013, 3014, 3015, 3016] : [];
  return [...Object.values(PORTS), 3002, 3004, 3005, 3006, ...apart];
}
