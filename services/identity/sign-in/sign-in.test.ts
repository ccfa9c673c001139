import { identityContract } from '@spark-den/contracts/identity/operations';
import { MINUTE_MS } from '@spark-den/kernel';
import { person, PRACTICE_ID } from '@spark-den/testkit';
import { totpAt } from '../second-factor/totp.ts';
import { ADMIN, BILLING, FRONT_DESK, MANAGER, NORTHFIELD_ADMIN, PASSWORD } from '../testing/installations.ts';
import { IdentityWorld } from '../testing/identity-world.ts';

const NO_MATCH = 'do not match an open account';
const admin = person('practice-administrator', [identityContract]);

describe('signing in', () => {
  let world: IdentityWorld;
  beforeAll(async () => {
    world = await IdentityWorld.start();
  });
  afterAll(() => world.stop());

  const attempt = async (email: string, password: string) => {
    const visit = await world.openSignIn();
    return visit.submit(visit.page, { email, password });
  };
  const nowMs = () => Date.parse(world.clock.now());

  it('SHARED-01 says the same of a wrong password, an unknown address and a closed account', async () => {
    const wrong = await attempt(MANAGER.email, 'not-the-password');
    const unknown = await attempt('nobody@harborpoint.example', PASSWORD);
    const visible = (text: string) => /role="alert"[^]*?<\/p>/.exec(text)?.[0];
    expect(visible(wrong.text)).toContain(NO_MATCH);
    expect(visible(unknown.text)).toBe(visible(wrong.text));
    expect(wrong.url).not.toContain('code=');
  });

  it('SHARED-01 the page carries no script, its style by nonce, and says what the policy asks', async () => {
    const response = await fetch((await world.openSignIn()).page.url);
    expect(response.status).toBe(400); // another browser: the address alone opens nothing
    const { page } = await world.openSignIn();
    expect(page.text).not.toMatch(/<script|javascript:|\son\w+=/);
    expect(page.text).toContain('makes a second factor optional');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; style-src 'nonce-[^']+'/);
    expect(policy).not.toContain('unsafe');
  });

  it('SEC-03 locks an account after five wrong passwords in a row, also for the right one, and opens it later', async () => {
    for (let failure = 0; failure < 5; failure += 1) await attempt(BILLING.email, 'not-the-password');
    expect((await attempt(BILLING.email, PASSWORD)).text).toContain(NO_MATCH);
    const user = await world.test.as(identityContract, admin).getUser({ userId: BILLING.id });
    expect(user.status).toBe('locked');
    world.pass(MINUTE_MS + 1_000);
    expect((await attempt(BILLING.email, PASSWORD)).url).toContain('code=');
  });

  it('SEC-03 limits attempts on one name, whether it exists or not', async () => {
    let last = await attempt('flood@harborpoint.example', 'x'.repeat(8));
    for (let count = 0; count < 10; count += 1)
      last = await attempt('flood@harborpoint.example', 'x'.repeat(8));
    expect([last.status, last.text.includes('Too many attempts')]).toEqual([429, true]);
    world.pass(MINUTE_MS);
    expect((await attempt('flood@harborpoint.example', 'x'.repeat(8))).status).toBe(200);
  });

  it('HIPAA-01 (narrow: sign-in) writes down who signed in, who failed and who was locked', async () => {
    await attempt(MANAGER.email, 'not-the-password');
    await attempt(MANAGER.email, PASSWORD);
    await world.test.settled();
    const actions = world.test.audited
      .filter(event => event.actorId === MANAGER.id)
      .map(event => event.action);
    expect(actions).toEqual(expect.arrayContaining(['identity.sign_in_failed', 'identity.signed_in']));
    expect(world.test.audited.map(event => event.action)).toContain('identity.account_locked');
  });

  it('NAV-28 a new user changes the one-time password at the first sign-in, to one that is not common', async () => {
    const created = await world.test.as(identityContract, admin).createUser({
      email: 'New.Nurse@HarborPoint.example',
      displayName: 'Nora Quill',
      roles: ['nurse'],
    });
    expect(created.user).toMatchObject({ email: 'new.nurse@harborpoint.example', mustChangePassword: true });
    const visit = await world.openSignIn();
    const change = await visit.submit(visit.page, {
      email: 'new.nurse@harborpoint.example',
      password: created.oneTimePassword,
    });
    expect(change.form?.step).toBe('new-password');
    for (const weak of ['password1', 'Summer2026!', 'noraquill', created.oneTimePassword, 'qwertyuiop12']) {
      const refused = await visit.submit(change, { password: weak, repeated: weak });
      expect([weak, refused.form?.step]).toEqual([weak, 'new-password']);
    }
    const good = { password: 'seven grey herons', repeated: 'seven grey herons' };
    await expect(visit.submit(change, good).then(page => page.url)).resolves.toContain('code=');
    expect((await attempt('new.nurse@harborpoint.example', created.oneTimePassword)).text).toContain(
      NO_MATCH,
    );
  });

  it('SHARED-01 asks for the code of an enrolled person; a code works once', async () => {
    const session = await world.signIn(FRONT_DESK.email);
    const me = {
      ...person('front-desk-coordinator', []),
      id: FRONT_DESK.id,
      sessionId: String(session.claims.sid),
    };
    const identity = world.test.as(identityContract, me);
    await expect(identity.startSecondFactor({ password: 'wrong' })).rejects.toMatchObject({
      code: 'identity.password_wrong',
    });
    const { secret, uri } = await identity.startSecondFactor({ password: PASSWORD });
    expect(uri).toContain('otpauth://totp/Spark%20Den');
    expect((await attempt(FRONT_DESK.email, PASSWORD)).url).toContain('code='); // not confirmed yet
    await expect(identity.confirmSecondFactor({ code: '000000' })).rejects.toMatchObject({
      code: 'identity.code_wrong',
    });
    await identity.confirmSecondFactor({ code: totpAt(secret, nowMs()) });
    world.pass(MINUTE_MS);

    const visit = await world.openSignIn();
    const asked = await visit.submit(visit.page, { email: FRONT_DESK.email, password: PASSWORD });
    expect(asked.form?.step).toBe('code');
    const code = totpAt(secret, nowMs());
    const done = await visit.submit(asked, { code });
    const tokens = await visit.tokens(done);
    await expect(world.introspect(tokens.claims)).resolves.toMatchObject({
      principal: { amr: ['pwd', 'otp', 'mfa'] },
    });

    const again = await world.openSignIn();
    const second = await again.submit(again.page, { email: FRONT_DESK.email, password: PASSWORD });
    const refused = await again.submit(second, { code });
    expect([refused.form?.step, refused.text.includes('was used already')]).toEqual(['code', true]);
    await expect(identity.removeSecondFactor({ password: PASSWORD, code })).rejects.toMatchObject({
      code: 'identity.code_wrong',
    });
    world.pass(MINUTE_MS);
    await identity.removeSecondFactor({ password: PASSWORD, code: totpAt(secret, nowMs()) });
  });

  it('SHARED-01 where the policy requires a second factor, nobody gets in without enrolling', async () => {
    const northfield = {
      ...person('practice-administrator', [identityContract]),
      practiceId: '01900000-0000-7000-8000-000000000002',
    };
    const identity = world.test.as(identityContract, northfield);
    const { version, ...policy } = await identity.getPolicy({});
    await identity.changePolicy({ ...policy, secondFactor: 'required' }, { version });
    const visit = await world.openSignIn();
    const enrol = await visit.submit(visit.page, { email: NORTHFIELD_ADMIN.email, password: PASSWORD });
    expect(enrol.form?.step).toBe('enrol');
    const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(enrol.text)?.[1] ?? '').replaceAll(' ', '');
    const wrong = await visit.submit(enrol, { code: '000000' });
    expect(wrong.form?.step).toBe('enrol');
    expect(wrong.text.replaceAll(' ', '')).toContain(secret);
    const done = await visit.submit(wrong, { code: totpAt(secret, nowMs()) });
    expect(done.url).toContain('code=');
    const stored = await world.test.withRoot('shared', async client => {
      const { rows } = await client.query<{ totp_secret: string }>(
        'select totp_secret from identity.account where id = $1',
        [NORTHFIELD_ADMIN.id],
      );
      return rows[0]?.totp_secret ?? '';
    });
    expect(stored).toMatch(/^v1:/);
    expect(stored).not.toContain(secret);
  });

  it('NAV-28 a disabled account loses its sessions at once and cannot sign in; its record stays', async () => {
    const { claims, refreshToken } = await world.signIn(MANAGER.email);
    const identity = world.test.as(identityContract, admin);
    await identity.disableUser({ userId: MANAGER.id, reason: 'left the practice' });
    await expect(world.introspect(claims)).resolves.toMatchObject({ active: false });
    expect((await world.refresh(refreshToken)).status).toBe(400);
    expect((await attempt(MANAGER.email, PASSWORD)).text).toContain(NO_MATCH);
    await expect(identity.getUser({ userId: MANAGER.id })).resolves.toMatchObject({
      status: 'disabled',
      displayName: 'Luis Ortega',
    });
    await expect(
      world.test.withRole('svc_identity', 'shared', client => client.query('delete from identity.account')),
    ).rejects.toMatchObject({ code: '42501' });
    await identity.enableUser({ userId: MANAGER.id });
    expect((await attempt(MANAGER.email, PASSWORD)).url).toContain('code=');
  });

  it('SEC-07 (narrow: passwords) stores Argon2id with 19 MiB, two passes, one lane', async () => {
    const hashes = await world.test.withRoot('shared', async client => {
      const { rows } = await client.query<{ password_hash: string }>(
        'select password_hash from identity.account',
      );
      return rows.map(row => row.password_hash);
    });
    for (const hash of hashes) expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('DB-01 (narrow: identity) shows the service nothing outside a practice, and the sign-in role no more than it needs', async () => {
    const rows = await world.test.withRole(
      'svc_identity',
      'shared',
      async client => (await client.query('select 1 from identity.account')).rowCount,
    );
    expect(rows).toBe(0);
    for (const statement of [
      "update identity.account set status = 'active'",
      "update identity.account set email = 'x'",
      "insert into identity.account_role values ('" +
        PRACTICE_ID +
        "', '" +
        ADMIN.id +
        "', 'billing-manager')",
      'select 1 from identity.granted_default',
    ]) {
      await expect(
        world.test.withRole('relay_identity', 'shared', client => client.query(statement)),
      ).rejects.toMatchObject({ code: '42501' });
    }
  });
});
