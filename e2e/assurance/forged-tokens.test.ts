import { loadServices } from '@spark-den/server/registry';
import { systemUser } from '@spark-den/testkit';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { EdgeWorld } from './edge-world.ts';
import { httpCall, openOperations } from './operations.ts';

type Forgery = readonly [name: string, token: string];

describe('forged and stale tokens, and sign-ins of somebody else', () => {
  let world: EdgeWorld;
  let forgeries: Forgery[];
  beforeAll(async () => {
    world = await EdgeWorld.start({ services: await loadServices(), limits: 'none' });
    forgeries = await forge(world);
  }, 300_000);
  afterAll(() => world.stop());

  const call = (index: number, token: string) => {
    const described = openOperations[index % openOperations.length];
    if (!described) throw new Error('there are no operations');
    const { path, init } = httpCall(described.operation, {});
    return world.call(path, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });
  };

  it('the genuine token opens what the forged ones must not', async () => {
    const person = await world.someone('admin');
    expect((await world.call('/api/v1/identity/me', {}, person)).status).toBe(200);
    expect(forgeries.length).toBeGreaterThanOrEqual(40);
    expect(new Set(forgeries.map(([, token]) => token)).size).toBe(forgeries.length);
  });

  it('SEC-01 G6 are refused by every operation', async () => {
    const accepted: string[] = [];
    const all = process.env.ASSURE !== undefined;
    for (const [index, { operation, name }] of openOperations.entries()) {
      if (operation.permission === 'public') continue;
      const some = all
        ? forgeries
        : [0, 1, 2].map(step => forgeries[(index * 3 + step) % forgeries.length] as Forgery);
      for (const [kind, token] of some) {
        const { status } = await call(index, token);
        if (status !== 401) accepted.push(`${name}: ${kind} got ${status}`);
      }
    }
    expect(accepted).toEqual([]);
  }, 600_000);

  it('SEC-01 G6 each of them is refused where the genuine one is let in', async () => {
    const accepted: string[] = [];
    for (const [kind, token] of forgeries) {
      const { status } = await world.call('/api/v1/identity/me', {
        headers: { authorization: `Bearer ${token}` },
      });
      if (status !== 401) accepted.push(`${kind}: ${status}`);
    }
    expect(accepted).toEqual([]);
  });

  it('SSO-02 takes back only the sign-in that this browser began, by its state and its nonce', async () => {
    const { browser } = await world.signIn('frontdesk');
    const isLetIn = async (at: string, change: (parameters: URLSearchParams) => void) => {
      let url = new URL('/session/login?return=/', world.urls.pms);
      for (let hop = 0; hop < 12; hop += 1) {
        if (url.pathname === at) change(url.searchParams);
        const answer = await browser.request(url.href);
        if (url.pathname === '/session/callback')
          return answer.headers.getSetCookie().some(line => line.startsWith('sparkden-pms-session='));
        url = new URL(answer.headers.get('location') ?? '', url);
      }
      throw new Error('did not come back');
    };
    const otherState = (parameters: URLSearchParams) =>
      parameters.set('state', `${parameters.get('state')?.slice(0, 8) ?? ''}${'x'.repeat(35)}`);
    expect(await isLetIn('/session/callback', () => {})).toBe(true);
    expect(await isLetIn('/session/callback', otherState)).toBe(false);
    expect(await isLetIn('/oauth/authorize', parameters => parameters.set('nonce', 'another'))).toBe(false);
  });

  it('SEC-01 G6 a token in any other place than the header is no token', async () => {
    const person = await world.someone('admin');
    const token = await person.accessToken();
    const attempts: [string, RequestInit][] = [
      [`/api/v1/identity/me?access_token=${token}`, {}],
      [
        '/api/v1/identity/me',
        { headers: { cookie: `access_token=${token}; authorization=Bearer ${token}` } },
      ],
      ['/api/v1/identity/me', { headers: { authorization: token } }],
      ['/api/v1/identity/me', { headers: { authorization: `Basic ${token}` } }],
      ['/api/v1/identity/me', { headers: { 'x-access-token': token } }],
      ['/api/v1/identity/me', { headers: { authorization: `Bearer ${token}, Bearer ${token}` } }],
    ];
    for (const [path, init] of attempts)
      expect([path, (await world.call(path, init)).status]).toEqual([path, 401]);
  });

  it('SEC-01 G7 a session that was revoked is refused on every operation within 5 s', async () => {
    const admin = await world.someone('admin');
    const person = await world.signIn('manager');
    const token = await person.accessToken();
    expect((await world.call('/api/v1/identity/me', {}, person)).status).toBe(200);
    const { sid } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      sid: string;
    };
    const init = { method: 'DELETE', headers: { 'idempotency-key': randomUUID() } };
    expect((await world.call(`/api/v1/identity/sessions/${sid}`, init, admin)).status).toBe(200);
    world.pass(2_500);
    const open: string[] = [];
    for (const [index, { operation, name }] of openOperations.entries()) {
      if (operation.permission !== 'public' && (await call(index, token)).status !== 401) open.push(name);
    }
    expect(open).toEqual([]);
  }, 300_000);
});

async function forge(world: EdgeWorld): Promise<Forgery[]> {
  const genuine = await (await world.signIn('admin')).accessToken();
  const [head = '', body = '', signature = ''] = genuine.split('.');
  const header = decode(head) as { kid: string; alg: string; typ: string };
  const claims = decode(body) as JWTPayload;
  const attacker = await generateKeyPair('ES256', { extractable: true });
  const rsa = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(attacker.publicKey);
  const publicKeys = (await (
    await fetch(`${world.test.system.ports.settings.identityUrl}/oauth/jwks`)
  ).json()) as { keys: { kid: string }[] };
  const publicText = JSON.stringify(publicKeys.keys[0]);
  const signed = (change: object, extra: object = {}, key = attacker.privateKey) =>
    new SignJWT({ ...claims, ...change }).setProtectedHeader({ ...header, ...extra } as never).sign(key);
  const unsigned = (extra: object, change: object = {}) =>
    `${encode({ ...header, ...extra })}.${encode({ ...claims, ...change })}.`;
  const hmac = (secret: string | Buffer, extra: object = {}) => {
    const input = `${encode({ ...header, alg: 'HS256', ...extra })}.${body}`;
    return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
  };
  const rebody = (change: object) => `${head}.${encode({ ...claims, ...change })}.${signature}`;
  const rehead = (change: object) => `${encode({ ...header, ...change })}.${body}.${signature}`;
  const serviceSecret = Buffer.from(world.test.system.ports.settings.serviceSecret, 'base64');
  const later = Math.floor(Date.now() / 1000) + 3_600;
  const bytes = Buffer.from(signature, 'base64url');
  const flipped = Buffer.from(bytes);
  flipped[10] = (flipped[10] ?? 0) ^ 1;
  return [
    ['no algorithm', new UnsecuredJWT(claims).encode()],
    ['alg none', unsigned({ alg: 'none' })],
    ['alg None', unsigned({ alg: 'None' })],
    ['alg NONE', unsigned({ alg: 'NONE' })],
    ['alg empty', unsigned({ alg: '' })],
    ['alg null', unsigned({ alg: null })],
    ['alg missing', unsigned({ alg: undefined })],
    ['none with the genuine signature', `${encode({ ...header, alg: 'none' })}.${body}.${signature}`],
    ['HMAC with the public key', hmac(publicText)],
    ['HMAC with the key id', hmac(header.kid)],
    ['HMAC with an empty secret', hmac('')],
    ['HMAC with the secret of service calls', hmac(serviceSecret)],
    ['HMAC HS512 label', hmac(publicText, { alg: 'HS512' })],
    ['another key under the genuine id', await signed({})],
    ['another key under its own id', await signed({}, { kid: 'mine' })],
    ['another key without an id', await signed({}, { kid: undefined })],
    ['another key that it brings along', await signed({}, { kid: undefined, jwk })],
    ['another key by address', await signed({}, { kid: 'mine', jku: 'https://evil.example/keys' })],
    ['another key by certificate address', await signed({}, { x5u: 'https://evil.example/cert' })],
    ['another key by certificate', await signed({}, { x5c: ['MIIB'] })],
    ['key id as a path', await signed({}, { kid: '../../../../dev/null' })],
    ['key id as a query', await signed({}, { kid: "' or '1'='1" })],
    [
      'an RSA key',
      await new SignJWT(claims).setProtectedHeader({ ...header, alg: 'RS256' }).sign(rsa.privateKey),
    ],
    ['an unknown critical header', await signed({}, { crit: ['b64'], b64: true })],
    ['another subject', rebody({ sub: randomUUID() })],
    ['another session', rebody({ sid: randomUUID() })],
    ['the other portal', rebody({ aud: 'urn:sparkden:clinical' })],
    ['both portals', rebody({ aud: ['urn:sparkden:pms', 'urn:sparkden:clinical'] })],
    ['another issuer', rebody({ iss: 'https://evil.example' })],
    ['a later end', rebody({ exp: later })],
    ['no end', rebody({ exp: undefined })],
    ['more permissions', rebody({ permissions: ['*'], roles: ['practice-administrator'] })],
    ['another type', rehead({ typ: 'JWT' })],
    ['another type of ours', rehead({ typ: 'service+jwt' })],
    ['a changed algorithm label', rehead({ alg: 'ES384' })],
    ['no signature', `${head}.${body}.`],
    ['two parts', `${head}.${body}`],
    ['four parts', `${genuine}.${signature}`],
    ['a flipped bit', `${head}.${body}.${flipped.toString('base64url')}`],
    ['a signature of zeros', `${head}.${body}.${Buffer.alloc(64).toString('base64url')}`],
    ['a random signature', `${head}.${body}.${randomBytes(64).toString('base64url')}`],
    ['a short signature', `${head}.${body}.${bytes.subarray(0, 63).toString('base64url')}`],
    ['a long signature', `${head}.${body}.${Buffer.concat([bytes, Buffer.alloc(1)]).toString('base64url')}`],
    ['no body', `${head}..${signature}`],
    ['a body that is no object', `${head}.${encode([claims])}.${signature}`],
    ['a service call', await serviceCall(world, 'identity')],
    ['a service call to the gateway', await serviceCall(world, 'gateway')],
    ['a token of the other portal', await (await world.signIn('osei', 'clinical')).accessToken()],
    ['a random word', randomBytes(40).toString('base64url')],
    ['an empty word', '.'],
  ];
}

/** What services call each other with, for this audience. */
function serviceCall(world: EdgeWorld, audience: string): Promise<string> {
  return world.test.system.authenticator.signServiceCall('gateway', audience, systemUser());
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString());
}
