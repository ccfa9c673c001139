import { identityContract } from '@spark-den/contracts/identity/operations';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { ROLE_KEYS } from '@spark-den/contracts/operation';
import { OTHER_PRACTICE_ID, person, secondPerson } from '@spark-den/testkit';
import { DUTY_RULES, findDutyConflict } from '../roles/separation-of-duties.ts';
import { ADMIN, BILLING, FRONT_DESK, MANAGER, NORTHFIELD_ADMIN } from '../testing/installations.ts';
import { IdentityWorld } from '../testing/identity-world.ts';

const admin = person('practice-administrator', [identityContract]);

describe('users and roles', () => {
  let world: IdentityWorld;
  beforeAll(async () => {
    world = await IdentityWorld.start();
  });
  afterAll(() => world.stop());
  const identity = (who = admin) => world.test.as(identityContract, who);

  it('every role starts with the permissions that contracts grant it', async () => {
    const { roles, permissions } = await identity().listRoles({});
    expect(roles.map(({ key }) => key)).toEqual(ROLE_KEYS);
    for (const role of roles) {
      const declared = Object.entries({ ...billingContract.permissions, ...identityContract.permissions })
        .filter(([, grant]) => (grant.roles as readonly string[]).includes(role.key))
        .map(([key]) => key);
      expect(role.permissions).toEqual(expect.arrayContaining(declared));
    }
    expect(permissions.length).toBeGreaterThan(30);
  });

  it('NAV-29 no role of a new practice joins duties that must stay apart', async () => {
    const { roles } = await identity().listRoles({});
    for (const role of roles)
      expect([role.key, findDutyConflict(new Set(role.permissions))]).toEqual([role.key, undefined]);
    for (const rule of DUTY_RULES) {
      expect(rule.one.filter(key => rule.other.includes(key))).toEqual([]);
      const known = new Set(Object.keys({ ...billingContract.permissions, ...identityContract.permissions }));
      expect([...rule.one, ...rule.other].filter(key => !known.has(key))).toEqual([]);
    }
  });

  it('names whom work can be given to, to everybody of the practice and to nobody else', async () => {
    const permission = 'billing.denial.work';
    const desk = person('front-desk-coordinator', [identityContract]);
    const names = async () => (await identity(desk).listColleagues({ permission })).items;
    expect(await names()).toEqual([{ userId: BILLING.id, displayName: BILLING.displayName }]);
    await identity().disableUser({ userId: BILLING.id, reason: 'On leave' });
    expect(await names()).toEqual([]);
    await identity().enableUser({ userId: BILLING.id });
    const abroad = person('front-desk-coordinator', [identityContract], OTHER_PRACTICE_ID);
    expect((await identity(abroad).listColleagues({ permission })).items).not.toContainEqual(
      expect.objectContaining({ userId: BILLING.id }),
    );
  });

  it('NAV-29 refuses roles and grants that together break separation of duties, and says which', async () => {
    const user = await identity().getUser({ userId: BILLING.id });
    await expect(
      identity().assignRoles(
        { userId: BILLING.id, roles: ['billing-manager', 'practice-manager'] },
        { version: user.version },
      ),
    ).rejects.toMatchObject({ code: 'identity.duties_conflict', fields: { rule: 'post-and-approve' } });
    const { roles } = await identity().listRoles({});
    const manager = roles.find(({ key }) => key === 'practice-manager');
    const permissions = [...(manager?.permissions ?? []), 'billing.remittance.post'];
    await expect(
      identity().changeRole({ role: 'practice-manager', permissions }, { version: manager?.version }),
    ).rejects.toMatchObject({ code: 'identity.duties_conflict' });
    await expect(identity().getUser({ userId: BILLING.id })).resolves.toMatchObject({
      roles: ['billing-manager'],
    });
  });

  it('NAV-29 a change of role or grant reaches open sessions at once', async () => {
    const { claims } = await world.signIn(FRONT_DESK.email);
    const before = await world.introspect(claims);
    expect(before.principal?.permissions).not.toContain('billing.claim.read');
    const { roles } = await identity().listRoles({});
    const role = roles.find(({ key }) => key === 'front-desk-coordinator');
    const changed = await identity().changeRole(
      { role: 'front-desk-coordinator', permissions: [...(role?.permissions ?? []), 'billing.claim.read'] },
      { version: role?.version },
    );
    expect(changed.version).toBe((role?.version ?? 0) + 1);
    expect((await world.introspect(claims)).principal?.permissions).toContain('billing.claim.read');
    await expect(
      identity().changeRole({ role: 'front-desk-coordinator', permissions: [] }, { version: role?.version }),
    ).rejects.toMatchObject({ code: 'identity.role_changed' });
  });

  it('NAV-29 explains why somebody may not, and which role would change it', async () => {
    const answer = await identity().explainAccess({
      userId: FRONT_DESK.id,
      permission: 'billing.refund.approve',
    });
    expect(answer).toMatchObject({ allowed: false, wouldBeGrantedBy: ['practice-manager'] });
    expect(answer.explanation).toContain('Practice manager');
    const allowed = await identity().explainAccess({
      userId: MANAGER.id,
      permission: 'billing.refund.approve',
    });
    expect(allowed).toMatchObject({ allowed: true, grantedBy: ['practice-manager'] });
    await expect(
      identity().explainAccess({ userId: MANAGER.id, permission: 'billing.nothing' }),
    ).rejects.toMatchObject({ code: 'identity.permission_unknown' });
  });

  it('NAV-28 keeps at least one administrator, and nobody takes away their own access', async () => {
    await expect(identity().disableUser({ userId: ADMIN.id, reason: 'x' })).rejects.toMatchObject({
      code: 'identity.not_yourself',
    });
    const other = { ...secondPerson('practice-administrator', [identityContract]) };
    await expect(identity(other).disableUser({ userId: ADMIN.id, reason: 'x' })).rejects.toMatchObject({
      code: 'identity.last_administrator',
    });
    const { version } = await identity().getUser({ userId: ADMIN.id });
    await expect(
      identity(other).assignRoles({ userId: ADMIN.id, roles: ['nurse'] }, { version }),
    ).rejects.toMatchObject({
      code: 'identity.last_administrator',
    });
    const { roles } = await identity().listRoles({});
    const role = roles.find(({ key }) => key === 'practice-administrator');
    await expect(
      identity().changeRole(
        { role: 'practice-administrator', permissions: ['identity.user.read'] },
        { version: role?.version },
      ),
    ).rejects.toMatchObject({ code: 'identity.last_administrator' });
  });

  it('NAV-28 lists users by page, role and status; another practice sees none of them', async () => {
    const first = await identity().listUsers({ limit: 2 });
    expect(first.items).toHaveLength(2);
    const rest = await identity().listUsers({ limit: 50, cursor: first.nextCursor ?? '' });
    const names = [...first.items, ...rest.items].map(user => user.displayName);
    expect(names).toEqual([...names].sort());
    expect(names).toEqual(expect.arrayContaining(['Nadia Petrov', 'Grace Kim']));
    expect(names).not.toContain(NORTHFIELD_ADMIN.displayName);
    const nurses = await identity().listUsers({ role: 'billing-manager' });
    expect(nurses.items.map(user => user.id)).toEqual([BILLING.id]);
    const stranger = person('practice-administrator', [identityContract], OTHER_PRACTICE_ID);
    await expect(identity(stranger).getUser({ userId: BILLING.id })).rejects.toMatchObject({
      code: 'identity.user_not_found',
    });
    await expect(identity(stranger).disableUser({ userId: BILLING.id, reason: 'x' })).rejects.toMatchObject({
      code: 'identity.user_not_found',
    });
    await expect(identity(stranger).resetUser({ userId: BILLING.id })).rejects.toMatchObject({
      code: 'identity.user_not_found',
    });
  });

  it('SSO-06 lists sessions with place and age; one that is revoked is over', async () => {
    const { claims } = await world.signIn(BILLING.email);
    const { items } = await identity().listSessions({ userId: BILLING.id });
    expect(items[0]).toMatchObject({ id: claims.sid, displayName: 'Priya Raman', portals: ['pms'] });
    await identity().revokeSession({ sessionId: String(claims.sid) });
    await expect(world.introspect(claims)).resolves.toMatchObject({ active: false, reason: 'revoked' });
    await expect(identity().revokeSession({ sessionId: String(claims.sid) })).rejects.toMatchObject({
      code: 'identity.session_not_found',
    });
    const stranger = person('practice-administrator', [identityContract], OTHER_PRACTICE_ID);
    const again = await world.signIn(BILLING.email);
    await expect(
      identity(stranger).revokeSession({ sessionId: String(again.claims.sid) }),
    ).rejects.toMatchObject({
      code: 'identity.session_not_found',
    });
    await expect(world.introspect(again.claims)).resolves.toMatchObject({ active: true });
  });
});
