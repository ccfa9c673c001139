import { administrationContract } from '@spark-den/contracts/administration/operations';
import { auditContract } from '@spark-den/contracts/audit/operations';
import { identityContract } from '@spark-den/contracts/identity/operations';
import { renderAt, sessionOf } from '@spark-den/ui/portal/testing/render-at';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { namedPatients, PATIENCE } from '../../testing/patients.ts';
import { routes } from './routes.tsx';

const role = (key: string, name: string) => ({
  key,
  name,
  description: `What ${name.toLowerCase()} does`,
  permissions: [],
  userCount: 1,
  version: 1,
});
const PROVIDER = '01900000-0000-7000-8ffe-000000000021';
const ROLES = [role('front-desk-coordinator', 'Front desk'), role('billing-manager', 'Biller')];

/** A server with one account, which makes others. */
function setUp() {
  const created: unknown[] = [];
  const changed: unknown[] = [];
  const user = (email: string, displayName: string, roles: readonly string[]) => ({
    id: '01900000-0000-7000-8ffe-000000000001',
    email,
    displayName,
    providerId: null,
    roles,
    status: 'active',
    hasSecondFactor: false,
    mustChangePassword: false,
    lastSignInAt: null,
    createdAt: '2026-11-16T15:00:00.000Z',
    version: 1,
  });
  const api = namedPatients().on(identityContract, {
    listUsers: () => ({
      items: [user('kim@harborpoint.example', 'Grace Kim', ['front-desk-coordinator'])],
      nextCursor: null,
    }),
    listRoles: () => ({ roles: ROLES, permissions: [], dutyRules: [] }),
    updateUser: input => {
      changed.push(input);
      return user('kim@harborpoint.example', input.displayName ?? '', ['front-desk-coordinator']);
    },
    createUser: input => {
      created.push(input);
      return {
        user: user(input.email, input.displayName, input.roles),
        oneTimePassword: 'oak-river-41-lamp',
      };
    },
  });
  api.install();
  return { api, created, changed };
}
const show = (path: string, ...permissions: string[]) =>
  renderAt(
    `/admin/${path}`,
    [{ path: 'admin', children: routes }],
    sessionOf(['identity.user.read', 'audit.event.read', ...permissions]),
  );

describe('administration', () => {
  it('NAV-28 (narrow: a new account) makes an account with its roles and shows the first password once', async () => {
    const { created } = setUp();
    show('users', 'identity.user.manage');
    await userEvent.click(await screen.findByRole('button', { name: 'New user' }, PATIENCE));
    await userEvent.click(screen.getByRole('button', { name: 'Create user' }));
    expect(screen.getByRole('alert')).toHaveTextContent('need attention');
    expect(created).toEqual([]);
    await userEvent.type(screen.getByLabelText(/^Name/), 'Nora Field');
    await userEvent.type(screen.getByLabelText(/^E-mail/), 'field@harborpoint.example');
    await userEvent.click(await screen.findByLabelText('Biller'));
    await userEvent.click(screen.getByRole('button', { name: 'Create user' }));
    expect(await screen.findByTestId('one-time-password')).toHaveTextContent('oak-river-41-lamp');
    expect(created).toMatchObject([{ displayName: 'Nora Field', roles: ['billing-manager'] }]);
    await userEvent.click(screen.getByRole('button', { name: 'I have handed it over' }));
    expect(screen.queryByText('oak-river-41-lamp')).toBeNull();
  });

  it('NAV-28 (narrow: name and provider) mends a name and says whose provider record the account signs as', async () => {
    const { api, changed } = setUp();
    api.on(administrationContract, {
      listProviders: () => ({
        items: [{ id: PROVIDER, firstName: 'Grace', lastName: 'Kim', credential: 'NP' }],
        nextCursor: null,
      }),
    });
    show('users?user=01900000-0000-7000-8ffe-000000000001', 'identity.user.manage');
    await userEvent.click(await screen.findByRole('button', { name: 'Edit…' }, PATIENCE));
    const dialog = within(await screen.findByRole('dialog'));
    const name = dialog.getByLabelText(/^Name/);
    await userEvent.clear(name);
    await userEvent.type(name, 'Grace Kim-Lee');
    await userEvent.selectOptions(await dialog.findByLabelText('Signs as'), 'Grace Kim, NP');
    expect((await axe(document.body)).violations).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Save user' }));
    expect(await screen.findByText('Grace Kim-Lee was changed')).toBeInTheDocument();
    expect(changed).toMatchObject([{ displayName: 'Grace Kim-Lee', providerId: PROVIDER }]);
  });

  it('lists accounts by their roles’ names, without a way to make one for who may only read', async () => {
    setUp();
    show('users');
    expect(await screen.findByText('Front desk', {}, PATIENCE)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'New user' })).toBeNull();
    expect((await axe(document.body)).violations).toEqual([]);
  });

  it('NAV-32 (narrow: its seal) says at which position the audit log is broken', async () => {
    const { api } = setUp();
    api.on(auditContract, {
      searchEvents: () => ({ items: [], nextCursor: null }),
      getIntegrity: () => ({
        sealedEvents: 900,
        lastVerification: { ok: false, events: 411, batches: 4, finding: { position: 412 } },
      }),
    });
    show('audit');
    expect(await screen.findByText('Broken at position 412', {}, PATIENCE)).toBeInTheDocument();
  });
});
