import { billingContract } from '@spark-den/contracts/billing/operations';
import { identityContract } from '@spark-den/contracts/identity/operations';
import { renderAt, sessionOf, USER } from '@spark-den/ui/portal/testing/render-at';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { MARSH, namedPatients, PATIENCE } from '../../testing/patients.ts';
import { routes } from './routes.tsx';

const ID = (last: number) => `01900000-0000-7000-8ffe-00000000000${last}`;

/** A server that keeps one denial as billing would. */
class Desk {
  denial = {
    denialId: ID(1),
    claimId: ID(2),
    chargeLineId: ID(3),
    patientId: MARSH,
    patientControlNumber: 'C-000017',
    payerId: null,
    payerName: 'Lakeshore Health',
    code: 'J3420',
    serviceDate: '2026-11-03',
    group: 'CO',
    reason: '197',
    remarks: [],
    category: 'authorization',
    categoryLabel: 'No authorization',
    rootCauseOwner: 'front desk',
    recoverable: true,
    amountCents: 12_300,
    deniedOn: '2026-11-10',
    deadline: '2099-01-10',
    daysLeft: 60,
    priority: 1,
    ownerId: null as string | null,
    ownerName: null as string | null,
    nextAction: 'Ask for a retroactive authorization',
    nextActionOn: null,
    state: 'open',
    version: 1,
  };
  history: object[] = [];
  readonly changes: object[] = [];

  install(): this {
    namedPatients()
      .on(identityContract, {
        listColleagues: () => ({
          items: [
            { userId: USER, displayName: 'Dana Whitfield' },
            { userId: ID(9), displayName: 'Priya Raman' },
          ],
        }),
      })
      .on(billingContract, {
        getDenial: () => ({ ...this.denial, history: this.history }),
        updateDenial: ({ denialId: _, ...changes }) => {
          this.changes.push(changes);
          const ownerName = changes.ownerId === USER ? 'Dana Whitfield' : 'Priya Raman';
          this.denial = { ...this.denial, ...changes, ownerName, version: 2 } as typeof this.denial;
          return this.denial;
        },
        closeDenial: ({ outcome, note }) => {
          this.denial = { ...this.denial, state: outcome };
          this.history = [
            { at: '2026-11-16T15:00:00.000Z', by: 'Dana Whitfield', what: 'Closed', note, documentId: null },
          ];
          return this.denial;
        },
      })
      .install();
    return this;
  }
}

const show = (...permissions: string[]) =>
  renderAt(
    `/denials/${ID(1)}`,
    [{ path: 'denials', children: routes }],
    sessionOf(['patients.patient.read', 'billing.denial.read', ...permissions]),
  );

describe('a denial', () => {
  it('NAV-15 (narrow: one denial) is taken by a person, and closed only with a reason that stays', async () => {
    const desk = new Desk().install();
    show('billing.denial.work');
    expect(await screen.findByText('Ask for a retroactive authorization', {}, PATIENCE)).toBeInTheDocument();
    expect(await screen.findByText('Marsh, Elena')).toBeInTheDocument();
    expect((await axe(document.body)).violations).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Take it' }));
    expect(await screen.findByText('Dana Whitfield')).toBeInTheDocument();
    expect(desk.denial.ownerId).toBe(USER);
    await userEvent.click(screen.getByRole('button', { name: 'Accept…' }));
    const dialog = within(await screen.findByRole('dialog'));
    const accept = dialog.getByRole('button', { name: 'Accept as denied' });
    expect(accept).toBeDisabled();
    await userEvent.type(dialog.getByLabelText(/^Why/), 'No authorization was ever asked for');
    await userEvent.click(accept);
    expect(await screen.findByText('No authorization was ever asked for')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Accept…' })).toBeNull();
  });

  it('NAV-15 (narrow: one denial) is given to a colleague with the next action and its day', async () => {
    const desk = new Desk().install();
    show('billing.denial.work');
    await userEvent.click(await screen.findByRole('button', { name: 'Plan…' }, PATIENCE));
    const dialog = within(await screen.findByRole('dialog'));
    const action = dialog.getByLabelText(/^Next action/);
    await userEvent.clear(action);
    await userEvent.type(action, 'Call the payer');
    await userEvent.selectOptions(await dialog.findByLabelText('Owner'), 'Priya Raman');
    await userEvent.type(dialog.getByLabelText('On'), '12/01/2026');
    expect((await axe(document.body)).violations).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Save plan' }));
    expect(await screen.findByText('Call the payer')).toBeInTheDocument();
    expect(screen.getByText('Priya Raman')).toBeInTheDocument();
    expect(desk.changes).toEqual([
      { ownerId: ID(9), nextAction: 'Call the payer', nextActionOn: '2026-12-01' },
    ]);
  });

  it('NAV-15 (narrow: the letter) writes no appeal that breaks off after its opening', async () => {
    new Desk().install();
    show('billing.denial.work');
    await userEvent.click(await screen.findByRole('button', { name: 'Write appeal…' }, PATIENCE));
    const dialog = within(await screen.findByRole('dialog'));
    const write = dialog.getByRole('button', { name: 'Write and keep letter' });
    expect(write).toBeDisabled();
    await userEvent.type(dialog.getByLabelText(/^Why the payer/), 'it was authorized on 11/02.');
    expect(write).toBeEnabled();
  });

  it('is only read by who does not work denials', async () => {
    new Desk().install();
    show();
    expect(await screen.findByText('Ask for a retroactive authorization', {}, PATIENCE)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Take it' })).toBeNull();
  });
});
