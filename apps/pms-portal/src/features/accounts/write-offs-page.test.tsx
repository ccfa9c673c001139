import { billingContract } from '@spark-den/contracts/billing/operations';
import { AppError } from '@spark-den/kernel';
import { renderAt, sessionOf } from '@spark-den/ui/portal/testing/render-at';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MARSH, namedPatients, OKAFOR, PATIENCE } from '../../testing/patients.ts';
import { routes } from './routes.tsx';

const ID = (last: number) => `01900000-0000-7000-8ffe-00000000000${last}`;
const asked = (last: number, patientId: string, amountCents: number) => ({
  writeOffId: ID(last),
  patientId,
  chargeLineId: ID(9),
  holder: 'patient',
  reason: 'small_balance',
  amountCents,
  note: 'Not worth a stamp',
  state: 'requested' as string,
  requestedBy: 'Priya Raman',
  requestedAt: '2026-11-16T15:00:00.000Z',
  decidedBy: null as string | null,
  version: 1,
});

/** A server that lets nobody approve the first request: it is the person's own. */
function setUp() {
  const rows = [asked(1, MARSH, 450), asked(2, OKAFOR, 31_000)];
  namedPatients()
    .on(billingContract, {
      listWriteOffs: () => ({ items: rows, nextCursor: null }),
      decideWriteOff: ({ writeOffId, approve }) => {
        const row = rows.find(each => each.writeOffId === writeOffId)!;
        if (row.patientId === MARSH)
          throw new AppError('forbidden', 'billing.same_person', { title: 'Somebody else must decide this' });
        Object.assign(row, { state: approve ? 'posted' : 'declined', decidedBy: 'Dana Whitfield' });
        return row;
      },
    })
    .install();
}

const show = (...permissions: string[]) =>
  renderAt(
    '/accounts/write-offs',
    [{ path: 'accounts', children: routes }],
    sessionOf(['billing.ledger.read', 'patients.patient.read', ...permissions]),
  );
const row = (name: string) => within(screen.getByRole('row', { name: new RegExp(name) }));

describe('write-offs', () => {
  it('RCM-30 (narrow: the page) a second person decides; the own request is refused with its reason', async () => {
    setUp();
    show('billing.write_off.approve');
    await screen.findByText('Okafor, Elena', {}, PATIENCE);
    await userEvent.click(row('Okafor').getByRole('button', { name: 'Approve' }));
    expect(await row('Okafor').findByText('Dana Whitfield')).toBeInTheDocument();
    await userEvent.click(row('Marsh').getByRole('button', { name: 'Approve' }));
    expect(await screen.findByText('Somebody else must decide this')).toBeInTheDocument();
    expect(row('Marsh').getByRole('button', { name: 'Approve' })).toBeInTheDocument();
  });

  it('offers no decision to who may not approve', async () => {
    setUp();
    show();
    expect(await screen.findByText('Okafor, Elena', {}, PATIENCE)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });
});
