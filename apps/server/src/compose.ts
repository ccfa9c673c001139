import { startEmbeddedPostgres, System, type EmbeddedPostgres } from '@spark-den/adapters';
import type { Settings } from '@spark-den/service-kit';
import { codes, EditionStore } from '@spark-den/codes';
import path from 'node:path';
import { pino, type Logger } from 'pino';
import type { Config } from './config.ts';
import { Listeners } from './listeners.ts';
import { install } from './install.ts';
import { PrometheusMetrics } from './metrics.ts';
import { PORTS } from './ports.ts';
import { CONTRACTS, loadServices, SERVICE_NAMES, SHARED_SERVICES, type ServiceName } from './registry.ts';

/** A running server; `stop` drains it. */
export interface Server {
  readonly system: System;
  stop(): Promise<void>;
}

/** The only place that reads topology (`SERVICES`) and infrastructure (`DATABASE_URL`, `CLOCK`). */
export async function compose(config: Config, progress: (line: string) => void = () => {}): Promise<Server> {
  const log = pino({ level: config.LOG_LEVEL });
  const names = chooseServices(config.SERVICES);
  const chosen = await loadServices(names);
  const alone = names.length < SERVICE_NAMES.length;
  const postgres = config.DATABASE_URL ? undefined : await startPostgres(config);
  if (postgres) progress('PostgreSQL is up');
  const unwatchCodes = useCodes(path.resolve(config.DATA_DIR, 'codes'), log);
  const metrics = new PrometheusMetrics();
  const address = (port: number) => `http://${config.BIND}:${port + config.PORT_OFFSET}`;
  const system = await System.assemble({
    services: chosen,
    remote: CONTRACTS.filter(({ name }) => !chosen.some(({ contract }) => contract.name === name)).map(
      contract => ({
        contract,
        url: address(contract.port),
      }),
    ),
    databases: {
      adminUrl: postgres?.superuserUrl ?? config.DATABASE_URL ?? '',
      secret: config.SPARK_DATABASE_SECRET,
      prefix: config.DATABASE_PREFIX,
    },
    settings: settingsOf(config),
    masterKey: Buffer.from(config.SPARK_MASTER_KEY, 'base64'),
    blobFolder: path.resolve(config.DATA_DIR, 'blobs'),
    log,
    clock: config.CLOCK,
    metrics,
    migrate: true,
    progress: line => progress(`migrated ${line}`),
  });
  progress('services are assembled');
  const listeners = new Listeners({ system, bind: config.BIND, metrics, log });
  await system.start();
  if (config.INSTALL_FILE) await install(system, config.INSTALL_FILE, progress);
  for (const { contract } of chosen) {
    if (contract.name === 'gateway') {
      await listeners.listen('gateway', PORTS.pms + config.PORT_OFFSET, 'pms');
      await listeners.listen('gateway', PORTS.clinical + config.PORT_OFFSET, 'clinical');
    } else if (alone || SHARED_SERVICES.has(contract.name)) {
      await listeners.listen(contract.name, contract.port + config.PORT_OFFSET);
    }
  }
  return {
    system,
    async stop() {
      unwatchCodes();
      await listeners.close();
      await system.stop();
      await postgres?.stop();
    },
  };
}

/** Takes the code tables of a folder, now and whenever one is loaded or rolled back. */
function useCodes(folder: string, log: Logger): () => void {
  const editions = new EditionStore(folder);
  // watched before it is read, so that nothing comes between
  const unwatch = editions.watch(() => {
    try {
      codes.use(editions);
      log.info({ editions: editions.list().length }, 'code tables taken anew');
    } catch (error) {
      log.error({ err: error }, 'code tables cannot be read; those in use stay');
    }
  });
  codes.use(editions);
  return unwatch;
}

function chooseServices(list: string): readonly ServiceName[] {
  if (list === 'all') return SERVICE_NAMES;
  return list.split(',').map(name => {
    const found = SERVICE_NAMES.find(known => known === name.trim());
    if (!found)
      throw new Error(`SERVICES names "${name}", which there is not. There are: ${SERVICE_NAMES.join(', ')}`);
    return found;
  });
}

function startPostgres(config: Config): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({
    dataDir: path.resolve(config.DATA_DIR, 'postgres'),
    port: PORTS.postgres + config.PORT_OFFSET,
    password: config.SPARK_DATABASE_SECRET,
    durable: true,
  });
}

function settingsOf(config: Config): Settings {
  const open = (port: number) => `http://${config.PUBLIC_HOST}:${port + config.PORT_OFFSET}`;
  const inside = (port: number) => `http://127.0.0.1:${port + config.PORT_OFFSET}`;
  return {
    pmsUrl: open(PORTS.pms),
    clinicalUrl: open(PORTS.clinical),
    identityUrl: open(3002),
    clearinghouseUrl: config.CLEARINGHOUSE_URL ?? inside(PORTS.clearinghouse),
    clearinghouseToken: config.CLEARINGHOUSE_TOKEN,
    cardsApiUrl: config.CARDS_API_URL ?? inside(PORTS.cards),
    cardsSecretKey: config.CARDS_SECRET_KEY,
    cardsWebhookSecret: config.CARDS_WEBHOOK_SECRET,
    serviceSecret: config.SPARK_SERVICE_SECRET,
    auditAnchorFile: path.resolve(config.DATA_DIR, 'audit-anchors.jsonl'),
    x12Usage: config.X12_USAGE,
  };
}
