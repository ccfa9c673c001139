import { auditService } from '@spark-den/audit-service';
import { administrationContract } from '@spark-den/contracts/administration/operations';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { clinicalContract } from '@spark-den/contracts/clinical/operations';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { gatewayService } from '@spark-den/gateway-service';
import { identityService } from '@spark-den/identity-service';
import { MINUTE_MS } from '@spark-den/kernel';
import { fakeService, PRACTICE_ID } from '@spark-den/testkit';
import { createHmac, randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { EdgeWorld } from './edge-world.ts';

const cardEvents: unknown[] = [];

describe('the edge', () => {
  let world: EdgeWorld;
  beforeAll(async () => {
    world = await EdgeWorld.start({
      services: [identityService, auditService, gatewayService],
      fakes: [
        fakeService(administrationContract, {}),
        fakeService(patientsContract, {}),
        fakeService(clinicalContract, {}),
        fakeService(billingContract, {
          recordCardEvent: (input, call) => {
            cardEvents.push({ input, credential: call.credential });
            return { effect: 'booked' as const };
          },
        }),
      ],
    });
  }, 300_000);
  afterAll(() => world.stop());

  const sameOrigin = () => ({ origin: world.urls.pms, 'sec-fetch-site': 'same-origin' });

  it('SHARED-01 signs people in through the portal and tells who they are', async () => {
    const person = await world.someone('frontdesk');
    const answer = await world.call('/api/v1/identity/me', {}, person);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      user: { displayName: 'Grace Kim' },
      practice: { name: 'Harbor Point Family Medicine', zone: 'America/Chicago' },
      roles: [{ key: 'front-desk-coordinator' }],
      portals: ['pms'],
    });
  });

  it('SEC-01 a token for one portal is refused by the other', async () => {
    const person = await world.someone('osei');
    const answer = await world.call('/api/v1/identity/me', {}, person, 'clinical');
    expect(answer.status).toBe(401);
  });

  it('SEC-06 keeps the refresh token out of reach of scripts and of other sites', async () => {
    const person = await world.signIn('billing');
    const first = await person.browser.request(`${world.urls.pms}/session/refresh`, {
      method: 'POST',
      headers: sameOrigin(),
    });
    const cookie = first.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/^sparkden-pms-session=/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Strict');
    expect(Object.keys((await first.json()) as object).sort()).toEqual(['accessToken', 'expiresIn']);
    const strangers: Record<string, string>[] = [
      {},
      { origin: 'https://evil.example' },
      { origin: `${world.urls.pms}.evil.example` },
      { origin: world.urls.clinical },
      { origin: world.urls.pms, 'sec-fetch-site': 'cross-site' },
      { origin: world.urls.pms, 'sec-fetch-site': 'same-site' },
      { origin: 'null' },
    ];
    for (const headers of strangers) {
      for (const path of ['/session/refresh', '/session/logout']) {
        const forged = await person.browser.request(`${world.urls.pms}${path}`, { method: 'POST', headers });
        expect([path, headers, forged.status]).toEqual([path, headers, 403]);
      }
    }
    expect((await world.call('/api/v1/identity/me', {}, person)).status).toBe(200);
  });

  it('SEC-01 two tabs that refresh at once both go on', async () => {
    const person = await world.signIn('counselor');
    const url = `${world.urls.pms}/session/refresh`;
    const cookie = [...person.browser.cookiesOf('127.0.0.1')].map(pair => pair.join('=')).join('; ');
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => fetch(url, { method: 'POST', headers: { ...sameOrigin(), cookie } })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map(answer => answer.headers.getSetCookie()[0])).size).toBe(1);
  });

  it('SSO-06 signing out of one portal ends both at once', async () => {
    const pms = await world.signIn('reyes');
    const token = await pms.accessToken();
    await pms.signOut();
    world.pass(3_000);
    const later = await world.call('/api/v1/identity/me', { headers: { authorization: `Bearer ${token}` } });
    expect(later.status).toBe(401);
    const refresh = await pms.browser.request(`${world.urls.pms}/session/refresh`, {
      method: 'POST',
      headers: sameOrigin(),
    });
    expect(refresh.status).toBe(401);
  });

  it('SSO-06 only real activity extends the idle limit; a background call with any parameter does not', async () => {
    const start = world.clock.now();
    const admin = await world.signIn('admin@northfield');
    const json = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    const policy = (await (await world.call('/api/v1/identity/policy', {}, admin)).json()) as {
      version: number;
    };
    const change = await world.call(
      '/api/v1/identity/policy',
      {
        method: 'PUT',
        headers: { ...json, 'if-match': `"${policy.version}"` },
        body: JSON.stringify({ secondFactor: 'optional', idleMinutes: 2, absoluteHours: 12 }),
      },
      admin,
    );
    expect(change.status).toBe(200);
    const person = await world.signIn('frontdesk@northfield');
    world.pass(MINUTE_MS);
    const activity = { method: 'POST', headers: json, body: '{}' };
    expect((await world.call('/api/v1/identity/session/activity', activity, person)).status).toBe(200);
    world.pass(1.5 * MINUTE_MS);
    expect((await world.call('/api/v1/identity/me', {}, person)).status).toBe(200);
    const refresh = () =>
      person.browser.request(`${world.urls.pms}/session/refresh`, { method: 'POST', headers: sameOrigin() });
    expect((await refresh()).status).toBe(200);
    world.pass(0.6 * MINUTE_MS);
    for (const query of ['', '?skip_timeout_reset=1', '?activity=true', '?keepalive=1']) {
      const answer = await world.call(`/api/v1/identity/me${query}`, {}, person);
      expect([query, answer.status]).toEqual([query, 401]);
    }
    expect((await world.call('/api/v1/identity/session/activity', activity, person)).status).toBe(401);
    expect((await refresh()).status).toBe(401);
    world.clock.set(start);
  });

  it('SEC-03 answers 429 with Retry-After, per person, whatever addresses they claim', async () => {
    const person = await world.signIn('analyst');
    const body = JSON.stringify({ currentPassword: 'not-this-one', newPassword: 'a-long-enough-one' });
    const attempt = (number: number) =>
      world.call(
        '/api/v1/identity/me/password',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.0.0.${number}` },
          body,
        },
        person,
      );
    const answers = await Promise.all(Array.from({ length: 90 }, (_, number) => attempt(number)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(10);
    for (const answer of refused) {
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await answer.json()).toMatchObject({ code: 'platform.rate_limited' });
    }
    expect((await world.call('/api/v1/identity/me', {}, person)).status).toBe(200);
  });

  it('SEC-06 sets the header set on every kind of answer', async () => {
    const person = await world.someone('frontdesk');
    const answers = await Promise.all([
      world.call('/api/v1/identity/me', {}, person),
      world.call('/api/v1/identity/me'),
      world.call('/api/v1/nothing/here', { method: 'POST' }),
      world.call('/api/v1/identity/users', {}, person),
      world.call('/api/v1/identity/me/password', {
        method: 'POST',
        body: '{',
        headers: { 'content-type': 'application/json' },
      }),
      world.call('/api/v1/openapi.json'),
      world.call('/api/docs'),
      world.call('/'),
      world.call('/assets/none.js'),
      world.call('/session/login'),
      world.call('/session/refresh', { method: 'POST' }),
      world.call('/webhooks/cards', { method: 'POST', body: '{}' }),
      world.call('/healthz'),
      world.call('/ws'),
    ]);
    for (const answer of answers) {
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect([answer.url, policy]).toEqual([answer.url, expect.stringContaining("object-src 'none'")]);
      expect(policy).toContain("base-uri 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
      expect(answer.headers.get('permissions-policy')).toContain('geolocation=()');
      expect(answer.headers.get('x-request-id')).toMatch(/^[\w-]{8,64}$/);
      if (answer.url.includes('/api/')) expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('APIS-01 (narrow: browsable page) describes every open operation, without a script', async () => {
    const document = (await (await world.call('/api/v1/openapi.json')).json()) as {
      openapi: string;
      paths: object;
    };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toContain('/identity/me');
    expect(Object.keys(document.paths)).not.toContain('/identity/introspections');
    const page = await (await world.call('/api/docs')).text();
    expect(page).toContain('/identity/me');
    expect(page).not.toContain('<script');
  });

  it('SEC-02 internal operations have no address at the edge', async () => {
    const person = await world.someone('frontdesk');
    const body = JSON.stringify({ sessionId: randomUUID(), subject: randomUUID(), portal: 'pms' });
    const headers = { 'content-type': 'application/json', 'x-service-token': 'x' };
    const answer = await world.call(
      '/api/v1/identity/introspections',
      { method: 'POST', headers, body },
      person,
    );
    expect(answer.status).toBe(404);
  });

  it('XNAV-03 carries patient, visit, encounter and way back to the other portal once, for the same person, for a minute', async () => {
    const pms = await world.someone('osei');
    const ids = { patientId: randomUUID(), appointmentId: randomUUID(), encounterId: randomUUID() };
    const context = { ...ids, returnPath: '/calendar' };
    const issue = async () => {
      const answer = await world.call(
        '/api/v1/navigation/contexts',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ target: 'clinical', context }),
        },
        pms,
      );
      return (await answer.json()) as { token: string; url: string };
    };
    const redeem = async (token: string, as = pms) => {
      const body = JSON.stringify({ token });
      const headers = { 'content-type': 'application/json' };
      return world.call('/api/v1/navigation/contexts/redemptions', { method: 'POST', headers, body }, as);
    };
    const { token, url } = await issue();
    expect(url).toMatch(new RegExp(`^${world.urls.clinical}/\\?ctx=`));
    expect((await redeem(token, await world.someone('frontdesk'))).status).toBe(422);
    const redeemed = await redeem(token);
    expect([redeemed.status, await redeemed.json()]).toMatchObject([200, context]);
    expect((await redeem(token)).status).toBe(422);
    const late = await issue();
    const issuedAt = world.clock.now();
    world.pass(MINUTE_MS + 2_000);
    expect((await redeem(late.token)).status).toBe(422);
    world.clock.set(issuedAt);
    const forged = await redeem(`${late.token.slice(0, -4)}AAAA`);
    expect(forged.status).toBe(422);
  });

  it('XNAV-01 issues no way into a portal that the roles do not open', async () => {
    const person = await world.someone('frontdesk');
    const body = JSON.stringify({ target: 'clinical', context: {} });
    const headers = { 'content-type': 'application/json' };
    const answer = await world.call('/api/v1/navigation/contexts', { method: 'POST', headers, body }, person);
    expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'gateway.portal_closed' }]);
  });

  it('XNAV-02 a person signed in at one portal enters the other without a form', async () => {
    const person = await world.signIn('nurse', 'clinical');
    const page = await person.browser.follow(`${world.urls.pms}/session/login?return=/api/docs`);
    expect(page.form).toBeUndefined();
    expect(page.url).toBe(`${world.urls.pms}/api/docs`);
  });

  it('sends nobody to another site after signing in', async () => {
    for (const target of [
      '//evil.example',
      'https://evil.example/',
      '/\\evil.example',
      'javascript:alert(1)',
      '\t//evil.example',
    ]) {
      const person = await world.someone('nurse', 'clinical');
      const page = await person.browser.follow(
        `${world.urls.clinical}/session/login?return=${encodeURIComponent(target)}`,
      );
      expect(new URL(page.url).origin).toBe(world.urls.clinical);
    }
  });

  it("HOOK-02 (narrow: payments and refunds, no disputes) takes the card processor's messages by their signature over the very bytes", async () => {
    const practice = PRACTICE_ID;
    const object = {
      id: 'cs_1',
      object: 'checkout.session',
      amount_total: 2_500,
      payment_intent: 'pi_1',
      payment_status: 'paid',
      metadata: { practiceId: practice, checkoutId: randomUUID() },
    };
    const body = JSON.stringify({ id: 'evt_1', type: 'checkout.session.completed', data: { object } });
    const seconds = Math.floor(Date.parse(world.clock.now()) / 1000);
    const sign = (text: string, at = seconds) =>
      `t=${at},v1=${createHmac('sha256', world.test.system.ports.settings.cardsWebhookSecret).update(`${at}.${text}`).digest('hex')}`;
    const send = (text: string, signature: string) =>
      world.call('/webhooks/cards', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'stripe-signature': signature },
        body: text,
      });
    expect((await send(body, sign(body))).status).toBe(200);
    expect(cardEvents).toMatchObject([
      {
        input: { eventId: 'evt_1', type: 'paid', amountCents: 2_500, processorReference: 'pi_1' },
        credential: { principal: { practiceId: practice } },
      },
    ]);
    expect((await send(`${body} `, sign(body))).status).toBe(401);
    expect((await send(body, sign(body, seconds - 600))).status).toBe(401);
    expect((await send(body, 't=1,v1=00')).status).toBe(401);
    expect(cardEvents).toHaveLength(1);
  });

  describe('live updates', () => {
    const open = (origin: string) =>
      new Promise<{ socket: WebSocket; closed: Promise<number>; messages: { type: string }[] }>(
        (resolve, reject) => {
          const socket = new WebSocket(`${world.urls.pms.replace('http', 'ws')}/ws`, { origin });
          const messages: { type: string }[] = [];
          const closed = new Promise<number>(done => socket.on('close', code => done(code)));
          socket.on('message', data => messages.push(JSON.parse(String(data as Buffer)) as { type: string }));
          socket.on('open', () => resolve({ socket, closed, messages }));
          socket.on('error', reject);
        },
      );

    it('SEC-06 opens no socket for a page of another site, none without a token', async () => {
      await expect(open('https://evil.example')).rejects.toThrow('403');
      const { socket, closed } = await open(world.urls.pms);
      socket.send(JSON.stringify({ accessToken: 'a.b.c' }));
      expect(await closed).toBe(4401);
    });

    it('SEC-01 SSO-06 sends events of the own practice and closes within 5 s when the session ends', async () => {
      const admin = await world.someone('admin');
      const person = await world.signIn('nurse');
      const stranger = await world.signIn('frontdesk@northfield');
      const mine = await open(world.urls.pms);
      const theirs = await open(world.urls.pms);
      mine.socket.send(JSON.stringify({ accessToken: await person.accessToken() }));
      theirs.socket.send(JSON.stringify({ accessToken: await stranger.accessToken() }));
      await new Promise(resolve => setTimeout(resolve, 300));
      const me = (await (await world.call('/api/v1/identity/me', {}, person)).json()) as {
        session: { id: string };
      };
      const started = performance.now();
      const revoked = await world.call(
        `/api/v1/identity/sessions/${me.session.id}`,
        { method: 'DELETE', headers: { 'idempotency-key': randomUUID() } },
        admin,
      );
      expect(revoked.status).toBe(200);
      expect(await mine.closed).toBe(4401);
      expect(performance.now() - started).toBeLessThan(5_000);
      expect(theirs.messages).toEqual([]);
      expect(theirs.socket.readyState).toBe(WebSocket.OPEN);
      theirs.socket.close();
    });
  });
});
