import { administrationContract } from '@spark-den/contracts/administration/operations';
import { CookieBrowser, type VisitedPage } from '@spark-den/contracts/gateway/sign-in';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { clinicalContract } from '@spark-den/contracts/clinical/operations';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { identityContract } from '@spark-den/contracts/identity/operations';
import { clientIdOf, type Introspection, type Portal } from '@spark-den/contracts/identity/types';
import { FixedClock, instant } from '@spark-den/kernel';
import { problemHandlers } from '@spark-den/service-kit';
import { fakeService, PRACTICE_ID, startTestSystem, systemUser, type TestSystem } from '@spark-den/testkit';
import Fastify from 'fastify';
import { decodeJwt, type JWTPayload } from 'jose';
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { clientSecret } from '../oidc/clients.ts';
import { identityService } from '../service.ts';
import { installations, PASSWORD } from './installations.ts';

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly claims: JWTPayload;
}

export interface TokenAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The identity service with its pages on a port, two practices installed, and the clock of its sessions in hand. */
export class IdentityWorld {
  readonly test: TestSystem;
  readonly clock: FixedClock;
  readonly issuer: string;
  readonly #close: () => Promise<void>;

  private constructor(parts: {
    test: TestSystem;
    clock: FixedClock;
    issuer: string;
    close: () => Promise<void>;
  }) {
    this.test = parts.test;
    this.clock = parts.clock;
    this.issuer = parts.issuer;
    this.#close = parts.close;
  }

  static async start(): Promise<IdentityWorld> {
    const port = randomInt(17_000, 17_900);
    const issuer = `http://127.0.0.1:${port}`;
    const clock = new FixedClock(instant(Date.now()));
    const test = await startTestSystem({
      services: [identityService],
      fakes: [
        ...[patientsContract, billingContract, clinicalContract].map(contract => fakeService(contract, {})),
        fakeService(administrationContract, { listProviders: () => ({ items: [], nextCursor: null }) }),
      ],
      systemClock: clock,
      background: true,
      settings: { identityUrl: issuer },
    });
    const app = Fastify();
    problemHandlers(app);
    const runtime = test.system.runtimes.get('identity');
    if (!runtime?.definition.http) throw new Error('identity has no pages');
    await app.register(runtime.definition.http(test.system.ports, runtime.worker));
    await app.listen({ port, host: '127.0.0.1' });
    for (const [practiceId, installation] of Object.entries(installations)) {
      await test.as(identityContract, systemUser(practiceId)).installUsers(installation);
    }
    const close = async () => {
      await app.close();
      await test.stop();
    };
    return new IdentityWorld({ test, clock, issuer, close });
  }

  stop(): Promise<void> {
    return this.#close();
  }

  /** Lets the clock of sessions run on. */
  pass(ms: number): void {
    this.clock.set(instant(Date.parse(this.clock.now()) + ms));
  }

  /** A browser for which the portals, which do not run here, answer with an empty page. */
  browser(): CookieBrowser {
    return new CookieBrowser((url, init) =>
      String(url).startsWith(this.issuer) ? fetch(url, init) : Promise.resolve(new Response('')),
    );
  }

  /** The system's user of the practice, for internal operations. */
  identity(practiceId = PRACTICE_ID) {
    return this.test.as(identityContract, systemUser(practiceId));
  }

  openSignIn(portal: Portal = 'pms', browser = this.browser()): Promise<Visit> {
    return Visit.open(this, portal, browser);
  }

  async signIn(email: string, portal: Portal = 'pms'): Promise<Tokens> {
    const visit = await this.openSignIn(portal);
    return visit.tokens(await visit.submit(visit.page, { email, password: PASSWORD }));
  }

  redirectUri(portal: Portal): string {
    const { pmsUrl, clinicalUrl } = this.test.system.ports.settings;
    return `${portal === 'pms' ? pmsUrl : clinicalUrl}/session/callback`;
  }

  /** What a portal asks for; `change` replaces parameters, and leaves out those that are `null`. */
  authorizationUrl(portal: Portal, change: Readonly<Record<string, string | null>>): string {
    const parameters = {
      client_id: clientIdOf(portal),
      response_type: 'code',
      redirect_uri: this.redirectUri(portal),
      scope: 'openid api',
      state: 'a-state',
      nonce: 'a-nonce',
      code_challenge_method: 'S256',
      ...change,
    };
    const present = Object.entries(parameters).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    );
    return `${this.issuer}/oauth/authorize?${new URLSearchParams(present).toString()}`;
  }

  async token(portal: Portal, form: Readonly<Record<string, string>>, secret?: string): Promise<TokenAnswer> {
    const password = secret ?? clientSecret(this.test.system.ports.settings, portal);
    const response = await fetch(`${this.issuer}/oauth/token`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`${clientIdOf(portal)}:${password}`).toString('base64')}`,
      },
      body: new URLSearchParams(form).toString(),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  refresh(refreshToken: string, portal: Portal = 'pms'): Promise<TokenAnswer> {
    return this.token(portal, { grant_type: 'refresh_token', refresh_token: refreshToken });
  }

  introspect(claims: JWTPayload, portal: Portal = 'pms'): Promise<Introspection> {
    return this.identity('').introspectSession({
      sessionId: String(claims.sid),
      subject: String(claims.sub),
      portal,
    });
  }
}

/** One browser at the sign-in page. */
export class Visit {
  readonly browser: CookieBrowser;
  readonly page: VisitedPage;
  readonly #world: IdentityWorld;
  readonly #portal: Portal;
  readonly #verifier: string;

  private constructor(parts: {
    world: IdentityWorld;
    portal: Portal;
    browser: CookieBrowser;
    page: VisitedPage;
    verifier: string;
  }) {
    this.#world = parts.world;
    this.#portal = parts.portal;
    this.#verifier = parts.verifier;
    this.browser = parts.browser;
    this.page = parts.page;
  }

  static async open(world: IdentityWorld, portal: Portal, browser: CookieBrowser): Promise<Visit> {
    const verifier = randomBytes(32).toString('base64url');
    const page = await browser.follow(
      world.authorizationUrl(portal, { code_challenge: challengeOf(verifier) }),
    );
    return new Visit({ world, portal, browser, page, verifier });
  }

  async submit(page: VisitedPage, fields: Record<string, string>): Promise<VisitedPage> {
    if (!page.form) throw new Error(`no form at ${page.url}: ${page.text}`);
    return this.browser.submit(page.form, fields);
  }

  /** Redeems the code that the portal's callback got. */
  async redeem(callback: string): Promise<TokenAnswer> {
    const code = new URL(callback).searchParams.get('code') ?? '';
    return this.#world.token(this.#portal, {
      grant_type: 'authorization_code',
      code,
      code_verifier: this.#verifier,
      redirect_uri: this.#world.redirectUri(this.#portal),
    });
  }

  async tokens(page: VisitedPage): Promise<Tokens> {
    const { status, body } = await this.redeem(page.url);
    if (status !== 200) throw new Error(`no tokens at ${page.url}: ${JSON.stringify(body)}`);
    const accessToken = String(body.access_token);
    return { accessToken, refreshToken: String(body.refresh_token), claims: decodeJwt(accessToken) };
  }
}

export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
