import { identityContract } from '@spark-den/contracts/identity/operations';
import { MINUTE_MS } from '@spark-den/kernel';
import { person } from '@spark-den/testkit';
import { BILLING, FRONT_DESK, PASSWORD, PHYSICIAN } from '../testing/installations.ts';
import { challengeOf, IdentityWorld } from '../testing/identity-world.ts';
import { clientIdOf } from '@spark-den/contracts/identity/types';

describe('the OpenID provider', () => {
  let world: IdentityWorld;
  beforeAll(async () => {
    world = await IdentityWorld.start();
  });
  afterAll(() => world.stop());

  const errorOf = async (change: Record<string, string | null>) => {
    const base = { code_challenge: challengeOf('v'.repeat(43)) };
    const page = await world.browser().follow(world.authorizationUrl('pms', { ...base, ...change }));
    const { searchParams, hash } = new URL(page.url);
    const answered = searchParams.get('error') ?? new URLSearchParams(hash.slice(1)).get('error');
    return answered ?? (JSON.parse(page.text) as { error: string }).error;
  };

  it('SEC-01 (narrow row: keys do not rotate) gives ES256 tokens for five minutes that name a subject, a session and one audience', async () => {
    const { accessToken, claims } = await world.signIn(FRONT_DESK.email);
    const header = JSON.parse(Buffer.from(accessToken.split('.')[0] ?? '', 'base64url').toString()) as object;
    expect(header).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
    expect(claims).toMatchObject({ sub: FRONT_DESK.id, aud: 'urn:sparkden:pms', iss: world.issuer });
    expect(Number(claims.exp) - Number(claims.iat)).toBe(300);
    const known = ['sub', 'sid', 'aud', 'iss', 'iat', 'exp', 'jti', 'client_id', 'scope'];
    expect(Object.keys(claims).filter(name => !known.includes(name))).toEqual([]);
    await expect(world.introspect(claims)).resolves.toMatchObject({
      active: true,
      principal: { roles: FRONT_DESK.roles },
    });
  });

  it('SSO-02 asks for PKCE with S256 and refuses every other way', async () => {
    await expect(errorOf({ code_challenge: null, code_challenge_method: null })).resolves.toBe(
      'invalid_request',
    );
    await expect(errorOf({ code_challenge_method: 'plain' })).resolves.toBe('invalid_request');
    await expect(errorOf({ response_type: 'token' })).resolves.toMatch(
      /unsupported_response_type|invalid_request/,
    );
    await expect(errorOf({ response_type: 'id_token token' })).resolves.toMatch(
      /unsupported_response_type|invalid_request/,
    );
    await expect(
      errorOf({ scope: 'openid everything', redirect_uri: 'http://127.0.0.1:17174/session/callback/x' }),
    ).resolves.toBe('invalid_redirect_uri');
    await expect(errorOf({ redirect_uri: 'http://127.0.0.1:17174/session/callback?x=1' })).resolves.toBe(
      'invalid_redirect_uri',
    );
    await expect(errorOf({ client_id: 'somebody' })).resolves.toBe('invalid_client');
    await expect(errorOf({ resource: 'urn:sparkden:clinical' })).resolves.toBe('invalid_target');
  });

  it('SSO-02 (narrow: what a person sees) explains a sign-in that cannot go on as a page, not as data', async () => {
    const address = world.authorizationUrl('pms', { client_id: 'somebody' });
    const reply = await fetch(address, { headers: { accept: 'text/html,*/*;q=0.8' } });
    const page = await reply.text();
    expect(page).toContain('This sign-in cannot go on');
    expect(page).not.toMatch(/<script|invalid_client/);
    expect(reply.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'nonce-/);
  });

  it('SSO-02 redeems a code once, with its verifier, by its client; a second use ends the session', async () => {
    const visit = await world.openSignIn();
    const callback = await visit.submit(visit.page, { email: BILLING.email, password: PASSWORD });
    const code = new URL(callback.url).searchParams.get('code') ?? '';
    const wrongVerifier = { code_verifier: 'w'.repeat(43), redirect_uri: world.redirectUri('pms') };
    const grant = { grant_type: 'authorization_code', code };
    expect(await world.token('pms', { ...grant, ...wrongVerifier })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
    expect(await world.token('pms', { ...grant, ...wrongVerifier }, 'not-the-secret')).toMatchObject({
      status: 401,
    });
    const first = await visit.redeem(callback.url);
    expect(first.status).toBe(200);
    expect(await visit.redeem(callback.url)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await world.refresh(String(first.body.refresh_token))).toMatchObject({ status: 400 });
  });

  it('SEC-01 rotates refresh tokens; one that is used twice ends the session', async () => {
    const { refreshToken, claims } = await world.signIn(BILLING.email);
    const second = await world.refresh(refreshToken);
    expect(second.status).toBe(200);
    expect(second.body.refresh_token).not.toBe(refreshToken);
    expect(await world.refresh(refreshToken)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
    expect(await world.refresh(String(second.body.refresh_token))).toMatchObject({ status: 400 });
    await expect(world.introspect(claims)).resolves.toMatchObject({ active: false, reason: 'revoked' });
  });

  it('SEC-01 of two concurrent uses of a refresh token at most one gets tokens', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { refreshToken } = await world.signIn(FRONT_DESK.email);
      const answers = await Promise.all(Array.from({ length: 4 }, () => world.refresh(refreshToken)));
      expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    }
  });

  it('SSO-06 one sign-in opens both portals, each with a token of its own, and sign-out closes both', async () => {
    const first = await world.openSignIn('pms');
    const pms = await first.tokens(
      await first.submit(first.page, { email: PHYSICIAN.email, password: PASSWORD }),
    );
    const second = await world.openSignIn('clinical', first.browser);
    expect(second.page.form).toBeUndefined();
    const clinical = await second.tokens(second.page);
    expect([pms.claims.aud, clinical.claims.aud]).toEqual(['urn:sparkden:pms', 'urn:sparkden:clinical']);
    expect(clinical.claims.sid).toBe(pms.claims.sid);
    await expect(world.identity('').signOut({ refreshToken: pms.refreshToken })).resolves.toEqual({
      ended: true,
    });
    expect(await world.refresh(clinical.refreshToken, 'clinical')).toMatchObject({ status: 400 });
    await expect(world.introspect(clinical.claims, 'clinical')).resolves.toMatchObject({ active: false });
    const again = await world.openSignIn('clinical', first.browser);
    expect(again.page.form?.step).toBe('password');
  });

  it('SSO-06 (narrow row: one policy for all roles, no kiosk) a portal that no role opens stays closed', async () => {
    const visit = await world.openSignIn('clinical');
    const page = await visit.submit(visit.page, { email: FRONT_DESK.email, password: PASSWORD });
    expect(new URL(page.url).searchParams.get('error')).toBe('access_denied');
  });

  it('SSO-06 ends a session after 15 idle minutes, and refreshing does not extend it', async () => {
    const { claims, refreshToken } = await world.signIn(FRONT_DESK.email);
    world.pass(14 * MINUTE_MS);
    const renewed = await world.refresh(refreshToken);
    expect(renewed.status).toBe(200);
    world.pass(2 * MINUTE_MS);
    await expect(world.introspect(claims)).resolves.toMatchObject({ active: false, reason: 'idle' });
    expect(await world.refresh(String(renewed.body.refresh_token))).toMatchObject({ status: 400 });
  });

  it('SSO-06 ends a session after twelve hours, however busy it was', async () => {
    const { claims, refreshToken } = await world.signIn(FRONT_DESK.email);
    const identity = world.test.as(identityContract, {
      ...person('front-desk-coordinator', []),
      id: FRONT_DESK.id,
      sessionId: String(claims.sid),
    });
    for (let minutes = 0; minutes < 12 * 60 - 10; minutes += 10) {
      world.pass(10 * MINUTE_MS);
      await identity.recordActivity({});
    }
    await expect(world.introspect(claims)).resolves.toMatchObject({ active: true });
    world.pass(10 * MINUTE_MS);
    await expect(world.introspect(claims)).resolves.toMatchObject({ active: false, reason: 'expired' });
    expect(await world.refresh(refreshToken)).toMatchObject({ status: 400 });
  });

  it('SEC-01 a session begun by someone else cannot be completed in another browser', async () => {
    const attacker = await world.openSignIn();
    const victim = world.browser();
    if (!attacker.page.form) throw new Error('no form');
    const page = await victim.submit(attacker.page.form, { email: FRONT_DESK.email, password: PASSWORD });
    expect(page.status).toBe(400);
    expect(page.url).not.toContain('code=');
  });

  it('keeps no token, code or session id in readable form', async () => {
    const { refreshToken } = await world.signIn(FRONT_DESK.email);
    const dump = await world.test.withRoot('shared', async client => {
      const { rows } = await client.query<{ text: string }>(
        'select row_to_json(r)::text as text from identity.oidc_record r',
      );
      return rows.map(row => row.text).join('\n');
    });
    expect(dump).not.toContain(refreshToken);
    expect(dump).toContain(clientIdOf('pms'));
  });
});
