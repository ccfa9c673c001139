import { billingContract } from '@spark-den/contracts/billing/operations';
import type { RemittanceSummary } from '@spark-den/contracts/billing/remittance-types';
import { renderAt, sessionOf } from '@spark-den/ui/portal/testing/render-at';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import type { z } from 'zod';
import { MARSH, namedPatients, PATIENCE } from '../../testing/patients.ts';
import { routes } from './routes.tsx';

type Summary = z.input<typeof RemittanceSummary>;

const ID = (last: number) => `01900000-0000-7000-8ffc-00000000000${last}`;
const HELD = ID(1);
const POSTED = ID(2);
const AT = '2026-11-16T15:00:00.000Z';

const summary = (remittanceId: string, status: RemittanceSummary['status']): Summary => ({
  remittanceId,
  fileId: ID(3),
  trace: 'CA20261116000011',
  payerName: 'CASCADE MUTUAL',
  paymentMethod: 'ACH',
  paymentDate: '2026-11-16',
  amountCents: 10_000,
  status,
  reason: status === 'held' ? 'same_payment_other_claims' : null,
  claimCount: 1,
  lineCount: 1,
  unmatchedCount: 0,
  unappliedCents: 0,
  providerAdjustmentCents: 2_500,
  receivedAt: AT,
  postedAt: status === 'posted' ? AT : null,
});

const claim = (number: string) => ({
  claimPaymentId: ID(4),
  ordinal: 1,
  patientControlNumber: number,
  payerClaimNumber: null,
  claimId: null,
  patientId: MARSH,
  patientName: 'MARSH, ELENA',
  statusCode: '1',
  state: 'information' as const,
  matchedBy: null,
  chargeCents: 16_500,
  paidCents: 12_500,
  patientResponsibilityCents: 2_500,
  contractualCents: 1_500,
  deniedCents: 0,
  reversesId: null,
  adjustments: [],
  lines: [
    {
      ordinal: 1,
      lineControlNumber: null,
      chargeLineId: null,
      code: '99213',
      modifiers: [],
      units: 1,
      chargeCents: 16_500,
      allowedCents: 15_000,
      paidCents: 12_500,
      serviceDate: '2026-11-09',
      adjustments: [
        { group: 'CO', reason: '45', amountCents: 1_500, quantity: null },
        { group: 'PR', reason: '3', amountCents: 2_500, quantity: null },
      ],
      remarks: [],
    },
  ],
});

/** A server with a posted remittance, and a held one of the same payment that names another claim. */
function setUp() {
  const decisions: unknown[] = [];
  const plb = [{ provider: '1234567893', reason: 'WO', reference: 'ICN7', amountCents: 2_500 }];
  namedPatients()
    .on(billingContract, {
      getRemittance: ({ remittanceId }) => ({
        ...summary(remittanceId, remittanceId === HELD ? 'held' : 'posted'),
        findings: [],
        providerAdjustments: plb,
        claims: [claim(remittanceId === HELD ? 'C00000002V1' : 'C00000001V1')],
        rival: remittanceId === HELD ? summary(POSTED, 'posted') : null,
      }),
      decideRemittance: input => {
        decisions.push(input);
        return summary(HELD, 'posted');
      },
    })
    .install();
  return decisions;
}

const show = (remittanceId: string) =>
  renderAt(
    `/payments/remittances/${remittanceId}`,
    [{ path: 'payments', children: routes }],
    sessionOf(['patients.patient.read', 'billing.remittance.read', 'billing.remittance.post']),
  );

describe('a remittance', () => {
  it('RCM-10 (narrow: the page) a held one stands beside the posted one, claim by claim, until a person decides', async () => {
    const decisions = setUp();
    show(HELD);
    const books = within(await screen.findByRole('region', { name: 'In the books' }, PATIENCE));
    expect(await books.findByText('C00000001V1')).toBeInTheDocument();
    expect(
      within(screen.getByRole('region', { name: 'This one' })).getByText('C00000002V1'),
    ).toBeInTheDocument();
    expect((await axe(document.body)).violations).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Post as its own…' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText(/^Why/), 'Two checks');
    await userEvent.click(dialog.getByRole('button', { name: 'Post remittance · $100.00' }));
    await waitFor(() =>
      expect(decisions).toEqual([{ remittanceId: HELD, decision: 'post', note: 'Two checks' }]),
    );
  });

  it('says what was taken at the level of the provider, and why each service was reduced, in words', async () => {
    setUp();
    show(POSTED);
    expect(await screen.findByText('Earlier overpayment taken back (WO)', {}, PATIENCE)).toBeInTheDocument();
    expect(screen.getByText('−$25.00')).toBeInTheDocument();
    expect(screen.getByText('CO-45 contract $15.00')).toBeInTheDocument();
    expect(screen.getByText('PR-3 copay $25.00')).toBeInTheDocument();
  });
});
