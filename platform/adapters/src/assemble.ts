import { identityContract } from '@spark-den/contracts/identity/operations';
import type { ServiceContract } from '@spark-den/contracts/operation';
import type { Clock } from '@spark-den/kernel';
import { toEpochMs } from '@spark-den/kernel';
import {
  assertContracts,
  Authenticator,
  clientFactory,
  DEFAULT_PURPOSE,
  fromWire,
  httpTransport,
  localTransport,
  PostgresBus,
  servicePrincipal,
  ServiceRuntime,
  type Call,
  type CallMetrics,
  type CallTransport,
  type Directory,
  type Ports,
  type Reply,
  type ServiceDefinition,
  type Settings,
} from '@spark-den/service-kit';
import type pg from 'pg';
import type { Logger } from 'pino';
import { FileBlobStore } from './blobs.ts';
import { PracticeCipher } from './cipher.ts';
import { ControlledClock, systemClock } from './clock.ts';
import { createKysely, createPool } from './connection.ts';
import { prepareDatabases, roleUrl, type DatabaseSet } from './databases.ts';
import { createOutboundHttp } from './outbound-http.ts';

export interface SystemOptions {
  /** Services that run in this process. */
  readonly services: readonly ServiceDefinition[];
  /** Services that run elsewhere, by address. */
  readonly remote?: readonly { readonly contract: ServiceContract; readonly url: string }[];
  /** Neighbours that a test answers for. */
  readonly fakes?: readonly {
    readonly contract: ServiceContract;
    readonly dispatch: (call: Call) => Promise<Reply>;
  }[];
  readonly databases: DatabaseSet;
  readonly settings: Settings;
  readonly masterKey: Buffer;
  readonly blobFolder: string;
  readonly log: Logger;
  /** `controlled` follows the time that the command line sets; a clock object is for tests. */
  readonly clock: 'system' | 'controlled' | Clock;
  readonly metrics?: CallMetrics;
  /** Tokens and time-outs; only tests give another than the machine's. */
  readonly systemClock?: Clock;
  readonly migrate: boolean;
  readonly poolSize?: number;
  readonly checkPermissions?: boolean;
  readonly beforeStatement?: (statement: string) => void;
  readonly progress?: (line: string) => void;
}

/** Services, assembled with their adapters and connected to each other; nothing listens yet. */
export class System {
  readonly ports: Ports;
  readonly runtimes: ReadonlyMap<string, ServiceRuntime>;
  readonly authenticator: Authenticator;
  readonly controlledClock: ControlledClock;
  readonly #bus: PostgresBus;
  readonly #pools: readonly pg.Pool[];

  private constructor(parts: {
    ports: Ports;
    runtimes: ReadonlyMap<string, ServiceRuntime>;
    authenticator: Authenticator;
    controlledClock: ControlledClock;
    bus: PostgresBus;
    pools: readonly pg.Pool[];
  }) {
    this.ports = parts.ports;
    this.runtimes = parts.runtimes;
    this.authenticator = parts.authenticator;
    this.controlledClock = parts.controlledClock;
    this.#bus = parts.bus;
    this.#pools = parts.pools;
  }

  /** Connects and, where asked, migrates; refuses incomplete contracts and unknown neighbours. */
  static async assemble(options: SystemOptions): Promise<System> {
    const local = options.services.map(({ contract }) => contract);
    const remote = options.remote ?? [];
    const fakes = options.fakes ?? [];
    const contracts = [...local, ...[...remote, ...fakes].map(({ contract }) => contract)];
    assertContracts(local);
    assertNeighbours(options.services, contracts);
    if (options.migrate) await prepareDatabases(options.databases, options.services, options.progress);

    const pools: pg.Pool[] = [];
    const pool = (role: string, database: 'business' | 'clinical' | 'shared', max: number) => {
      const made = createPool(roleUrl(options.databases, role, database), {
        max,
        beforeStatement: options.beforeStatement,
      });
      pools.push(made);
      return made;
    };
    const busPool = pool('svc_bus', 'shared', 6);
    const bus = new PostgresBus(busPool);
    await bus.start();
    const machineClock = options.systemClock ?? systemClock;
    const controlledClock = new ControlledClock(busPool);
    if (options.clock === 'controlled') await controlledClock.start();
    const clock =
      options.clock === 'system'
        ? machineClock
        : options.clock === 'controlled'
          ? controlledClock
          : options.clock;

    const runtimes = new Map<string, ServiceRuntime>();
    const routes = new Map<string, CallTransport>();
    const transport: CallTransport = (service, call) => {
      const route = routes.get(service);
      if (!route) throw new Error(`no address for the service ${service}`);
      return route(service, call);
    };
    const authenticator = createAuthenticator(transport, options.settings, machineClock);
    for (const { contract, url } of remote) {
      const send = httpTransport(contract, url, authenticator);
      routes.set(contract.name, (_, call) => send(call));
    }
    for (const { contract, dispatch } of fakes) {
      const send = localTransport(dispatch);
      routes.set(contract.name, (_, call) => send(call));
    }
    const directory: Directory = { contracts, dispatch: transport };
    const ports = createPorts({ options, clock, machineClock, bus, directory });

    for (const definition of options.services) {
      const { name, database } = definition.contract;
      const relayPool = pool(`relay_${name}`, database, 5);
      const runtime = new ServiceRuntime({
        definition,
        ports,
        db: createKysely<unknown>(pool(`svc_${name}`, database, options.poolSize ?? 8)),
        relayPool,
        relayDb: createKysely<unknown>(relayPool),
        bus,
        transport,
        authenticator,
        checkPermissions: options.checkPermissions,
      });
      runtimes.set(name, runtime);
      const send = localTransport(call => runtime.dispatch(call));
      routes.set(name, (_, call) => send(call));
    }
    return new System({ ports, runtimes, authenticator, controlledClock, bus, pools });
  }

  async start(): Promise<void> {
    for (const runtime of this.runtimes.values()) await runtime.start();
  }

  /** Whether the databases answer. */
  async isReady(): Promise<boolean> {
    try {
      await Promise.all(this.#pools.map(pool => pool.query('select 1')));
      return true;
    } catch {
      return false;
    }
  }

  /** Drains: workers first, then the bus, then connections. */
  async stop(): Promise<void> {
    await Promise.all([...this.runtimes.values()].map(runtime => runtime.stop()));
    this.controlledClock.stop();
    this.#bus.stop();
    await Promise.all(this.#pools.map(pool => pool.end()));
  }
}

function createAuthenticator(transport: CallTransport, settings: Settings, clock: Clock): Authenticator {
  const identity = clientFactory(
    'platform',
    [identityContract],
    transport,
  )(identityContract, {
    principal: servicePrincipal('platform', ''),
    requestId: 'authentication',
    purpose: DEFAULT_PURPOSE,
  });
  return new Authenticator({
    signingKeys: async () =>
      (await identity.getSigningKeys({})) as Awaited<
        ReturnType<ConstructorParameters<typeof Authenticator>[0]['signingKeys']>
      >,
    introspect: async session => {
      const { active, principal } = await identity.introspectSession(session);
      return active && principal ? fromWire(principal) : undefined;
    },
    serviceSecret: Buffer.from(settings.serviceSecret, 'base64'),
    nowMs: () => toEpochMs(clock.now()),
  });
}

function createPorts(parts: {
  options: SystemOptions;
  clock: Clock;
  machineClock: Clock;
  bus: PostgresBus;
  directory: Directory;
}): Ports {
  const { options, bus } = parts;
  const { settings } = options;
  const cipher = new PracticeCipher(options.masterKey);
  const live = parts.directory.contracts
    .flatMap(contract => Object.values(contract.events))
    .filter(event => event.live);
  return {
    clock: parts.clock,
    systemClock: parts.machineClock,
    log: options.log,
    blobs: new FileBlobStore(options.blobFolder, cipher),
    cipher,
    http: createOutboundHttp([settings.clearinghouseUrl, settings.cardsApiUrl, settings.identityUrl]),
    settings,
    metrics: options.metrics,
    follow: listener =>
      followBus(
        bus,
        live.map(({ name }) => name),
        listener,
      ),
    directory: parts.directory,
  };
}

/** Live updates: what comes after now, read once per append. */
function followBus(
  bus: PostgresBus,
  types: readonly string[],
  listener: Parameters<Ports['follow']>[0],
): () => void {
  let after: number | undefined;
  let reading: Promise<void> | undefined;
  let again = false;
  const read = async () => {
    after ??= await bus.head();
    for (;;) {
      again = false;
      const events = await bus.read(types, after, 500);
      for (const event of events) listener(event);
      after = events.at(-1)?.sequence ?? after;
      if (!again && events.length < 500) return;
    }
  };
  const wake = () => {
    again = true;
    reading ??= read()
      .catch(() => {})
      .finally(() => {
        reading = undefined;
      });
  };
  wake();
  return bus.onAppend(types, wake);
}

function assertNeighbours(
  services: readonly ServiceDefinition[],
  contracts: readonly ServiceContract[],
): void {
  const known = new Set(contracts.map(({ name }) => name));
  for (const { contract, uses } of services) {
    for (const neighbour of [...uses.map(({ name }) => name), 'audit', 'identity']) {
      if (!known.has(neighbour))
        throw new Error(
          `${contract.name} calls ${neighbour}, which has neither a place in this process nor an address`,
        );
    }
  }
}
