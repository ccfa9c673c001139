import { billingContract } from '@spark-den/contracts/billing/operations';
import { renderAt, sessionOf } from '@spark-den/ui/portal/testing/render-at';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { MARSH, namedPatients, PATIENCE } from '../../testing/patients.ts';
import { routes } from './routes.tsx';

const RECEIPT = '01900000-0000-7000-8ffe-000000000001';

/** A receipt of $50.00, of which $12.50 became another patient's. */
function setUp(movedCents: number) {
  namedPatients()
    .on(billingContract, {
      listReceipts: () => ({
        items: [
          {
            receiptId: RECEIPT,
            number: 'R-000007',
            patientId: MARSH,
            guarantorId: MARSH,
            tender: 'cash',
            purpose: 'deposit',
            amountCents: 5_000,
            appliedCents: 1_000,
            unappliedCents: 4_000 - movedCents,
            movedCents,
            refundedCents: 0,
            appointmentId: null,
            reference: null,
            receivedAt: '2026-11-16T15:00:00.000Z',
            receivedOn: '2026-11-16',
            receivedBy: 'Grace Kim',
            state: 'posted',
          },
        ],
        nextCursor: null,
      }),
    })
    .install();
  renderAt(
    `/payments/receipts?receipt=${RECEIPT}`,
    [{ path: 'payments', children: routes }],
    sessionOf(['patients.patient.read', 'billing.balance.read']),
  );
}
const detail = async () => within(await screen.findByRole('complementary', { name: 'Detail' }, PATIENCE));

describe('a receipt', () => {
  it('RCM-20 (narrow: where a receipt’s money is) tells what became another patient’s apart from the credit left', async () => {
    setUp(1_250);
    const peek = await detail();
    expect(await peek.findByText('Moved to another patient')).toBeInTheDocument();
    expect(peek.getByText('$12.50')).toBeInTheDocument();
    expect(peek.getByText('$27.50')).toBeInTheDocument();
    expect((await axe(document.body)).violations).toEqual([]);
  });

  it('says nothing of a move that never was', async () => {
    setUp(0);
    const peek = await detail();
    expect(await peek.findByText('$40.00')).toBeInTheDocument();
    expect(peek.queryByText('Moved to another patient')).toBeNull();
  });
});
