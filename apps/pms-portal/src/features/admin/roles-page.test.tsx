import { identityContract } from '@spark-den/contracts/identity/operations';
import { AppError } from '@spark-den/kernel';
import { renderAt, sessionOf } from '@spark-den/ui/portal/testing/render-at';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { namedPatients, PATIENCE } from '../../testing/patients.ts';
import { routes } from './routes.tsx';

const CLAIMS = { key: 'billing.claim.read', label: 'See claims and their files', service: 'billing' };
const REFUNDS = { key: 'billing.refund.approve', label: 'Approve or decline refunds', service: 'billing' };
const DUTY = {
  id: 'post-and-approve',
  title: 'Who posts payments or asks for refunds never approves them',
  reason: 'Every refund and every large write-off needs a second person.',
  one: ['billing.refund.request'],
  other: [REFUNDS.key],
};

/** A server with two roles; the biller may not approve refunds, whatever is asked. */
function setUp() {
  const roles = ['front-desk-coordinator', 'billing-manager'].map((key, index) => ({
    key,
    name: ['Front desk', 'Biller'][index] ?? '',
    description: 'What the role is for.',
    permissions: [] as readonly string[],
    userCount: index + 1,
    version: 1,
  }));
  namedPatients()
    .on(identityContract, {
      listRoles: () => ({ roles, permissions: [CLAIMS, REFUNDS], dutyRules: [DUTY] }),
      getPolicy: () => ({ secondFactor: 'optional', idleMinutes: 15, absoluteHours: 12, version: 1 }),
      changeRole: ({ role: key, permissions }) => {
        const role = roles.find(candidate => candidate.key === key);
        if (!role) throw new Error(`no role ${key}`);
        if (key === 'billing-manager' && permissions.includes(REFUNDS.key))
          throw new AppError('rule_violated', 'identity.duties_conflict', {
            title: 'These permissions must not be held by one person.',
          });
        Object.assign(role, { permissions, version: role.version + 1 });
        return role;
      },
    })
    .install();
  return roles;
}

const show = (...permissions: string[]) =>
  renderAt(
    '/admin/roles',
    [{ path: 'admin', children: routes }],
    sessionOf(['identity.user.read', ...permissions]),
  );
const box = (label: string) => screen.findByLabelText(label, {}, PATIENCE);
const button = (name: string) => screen.getByRole('button', { name });

describe('roles', () => {
  it('NAV-29 (narrow: the page) grants what is checked when it is saved, and nothing that is discarded', async () => {
    const [frontDesk] = setUp();
    show('identity.role.manage');
    await userEvent.click(await box(CLAIMS.label));
    await userEvent.click(button('Discard'));
    expect(await box(CLAIMS.label)).not.toBeChecked();
    expect(button('Save changes')).toBeDisabled();
    await userEvent.click(await box(CLAIMS.label));
    await userEvent.click(button('Save changes'));
    expect(await screen.findByText(/Front desk was changed/)).toBeInTheDocument();
    expect(frontDesk).toMatchObject({ permissions: [CLAIMS.key], version: 2 });
    expect(await box(CLAIMS.label)).toBeChecked();
    expect((await axe(document.body)).violations).toEqual([]);
  });

  it('NAV-29 (narrow: the page) says which duties stay apart, and why a grant was refused', async () => {
    const [, biller] = setUp();
    show('identity.role.manage');
    expect(await screen.findByText(DUTY.title, {}, PATIENCE)).toBeInTheDocument();
    const views = screen.getByRole('group', { name: 'Roles' });
    await userEvent.click(within(views).getByRole('button', { name: /Biller/ }));
    await userEvent.click(await box(REFUNDS.label));
    await userEvent.click(button('Save changes'));
    expect(await screen.findByText(/must not be held by one person/)).toBeInTheDocument();
    expect(biller).toMatchObject({ permissions: [], version: 1 });
    // What was checked stays on the page, to be mended.
    expect(await box(REFUNDS.label)).toBeChecked();
  });

  it('NAV-29 (narrow: the page) shows who may only look what is granted, without a way to change it', async () => {
    setUp();
    show();
    expect(await box(CLAIMS.label)).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Save changes' })).toBeNull();
  });
});
