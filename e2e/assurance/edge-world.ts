import { identityContract } from '@spark-den/contracts/identity/operations';
import type { Portal } from '@spark-den/contracts/identity/types';
import { signIn, type SignedIn } from '@spark-den/contracts/gateway/sign-in';
import { FixedClock, instant } from '@spark-den/kernel';
import { DEMO_PASSWORD, DEMO_USERS } from '@spark-den/practice-simulator/demo-users';
import { Listeners } from '@spark-den/server/listeners';
import { PrometheusMetrics } from '@spark-den/server/metrics';
import { gatewayWithLimits } from '@spark-den/gateway-service';
import { RATE_LIMITS, type RateLimits } from '@spark-den/gateway-service/rate-limiter';
import type { ServiceDefinition } from '@spark-den/service-kit';
import { freePort } from '@spark-den/tools/free-port';
import { startTestSystem, systemUser, type TestSystem, type TestSystemOptions } from '@spark-den/testkit';
import { pino } from 'pino';

const ENDLESS = Object.fromEntries(
  Object.keys(RATE_LIMITS).map(name => [name, { perMinute: 1e9 }]),
) as unknown as RateLimits;

export interface EdgeWorldOptions extends Pick<TestSystemOptions, 'fakes' | 'checkPermissions'> {
  readonly services: readonly ServiceDefinition[];
  /** Sessions and tokens live by the machine's clock. */
  readonly machineClock?: boolean;
  /** `none` for tests that ask thousands of questions a minute. */
  readonly limits?: 'none';
}

/** Services behind the gateway on real ports, the demo's people installed, the clock of sessions in hand. */
export class EdgeWorld {
  readonly test: TestSystem;
  /** The clock of sessions, tokens and limits. */
  readonly clock: FixedClock;
  readonly urls: Readonly<Record<Portal, string>>;
  readonly #listeners: Listeners;
  readonly #signedIn = new Map<string, Promise<SignedIn>>();

  private constructor(parts: {
    test: TestSystem;
    clock: FixedClock;
    urls: Readonly<Record<Portal, string>>;
    listeners: Listeners;
  }) {
    this.test = parts.test;
    this.clock = parts.clock;
    this.urls = parts.urls;
    this.#listeners = parts.listeners;
  }

  static async start({
    services,
    fakes,
    checkPermissions,
    limits,
    machineClock,
  }: EdgeWorldOptions): Promise<EdgeWorld> {
    const ports = await freePorts(5);
    const [pms, clinical, identityUrl, clearinghouseUrl, cardsApiUrl] = ports.map(
      port => `http://127.0.0.1:${port}`,
    ) as [string, string, string, string, string];
    const urls = { pms, clinical };
    const clock = new FixedClock(instant(Date.now()));
    const test = await startTestSystem({
      services: limits === 'none' ? services.map(withoutLimits) : services,
      fakes,
      checkPermissions,
      systemClock: machineClock ? undefined : clock,
      background: true,
      settings: { pmsUrl: pms, clinicalUrl: clinical, identityUrl, clearinghouseUrl, cardsApiUrl },
    });
    const log = pino({ level: 'silent' });
    const listeners = new Listeners({
      system: test.system,
      bind: '127.0.0.1',
      metrics: new PrometheusMetrics(),
      log,
    });
    await listeners.listen('gateway', portOf(pms), 'pms');
    await listeners.listen('gateway', portOf(clinical), 'clinical');
    await listeners.listen('identity', portOf(identityUrl));
    for (const [practiceId, installation] of Object.entries(DEMO_USERS)) {
      await test.as(identityContract, systemUser(practiceId)).installUsers(installation);
    }
    return new EdgeWorld({ test, clock, urls, listeners });
  }

  async stop(): Promise<void> {
    await this.#listeners.close();
    await this.test.stop();
  }

  /** Lets the clock of sessions run on. */
  pass(ms: number): void {
    this.clock.set(instant(Date.parse(this.clock.now()) + ms));
  }

  /** A fresh sign-in at a portal. */
  signIn(name: string, portal: Portal = 'pms'): Promise<SignedIn> {
    return signIn(this.urls[portal], { email: emailOf(name), password: DEMO_PASSWORD });
  }

  /** A sign-in that tests share: they do not end it. */
  someone(name: string, portal: Portal = 'pms'): Promise<SignedIn> {
    const key = `${portal} ${name}`;
    let known = this.#signedIn.get(key);
    if (!known) this.#signedIn.set(key, (known = this.signIn(name, portal)));
    return known;
  }

  /** A call as that person; without one, as nobody. */
  async call(path: string, init: RequestInit = {}, as?: SignedIn, portal: Portal = 'pms'): Promise<Response> {
    const headers = new Headers(init.headers);
    if (as) headers.set('authorization', `Bearer ${await as.accessToken()}`);
    return fetch(`${this.urls[portal]}${path}`, { redirect: 'manual', ...init, headers });
  }
}

/** The gateway as it is, with limits that nobody reaches. */
function withoutLimits(definition: ServiceDefinition): ServiceDefinition {
  return definition.contract.name === 'gateway' ? gatewayWithLimits(ENDLESS) : definition;
}

/** `frontdesk` of Harbor Point, `frontdesk@northfield` of the other practice. */
function emailOf(name: string): string {
  return name.includes('@') ? `${name}.example` : `${name}@harborpoint.example`;
}

async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
}

export function portOf(url: string): number {
  return Number(new URL(url).port);
}
