import { billingContract } from '@spark-den/contracts/billing/operations';
import { renderAt, sessionOf } from '@spark-den/ui/portal/testing/render-at';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { namedPatients, PATIENCE } from '../../testing/patients.ts';
import { routes } from './routes.tsx';

const ID = (last: number) => `01900000-0000-7000-8ffe-00000000000${last}`;
const ITEM = {
  itemId: ID(1),
  remittanceId: ID(2),
  trace: 'EFT-77',
  payerName: 'Lakeshore Health',
  patientControlNumber: 'OLD-SYSTEM-9',
  payerClaimNumber: null,
  patientName: 'MARSH, ELENA',
  claimStatusCode: '1',
  serviceDate: '2026-11-03',
  chargeCents: 15_000,
  paidCents: 9_250,
  reason: 'claim_not_found',
  state: 'open',
  openedAt: '2026-11-16T15:00:00.000Z',
};

/** A server with one payment that no claim took, and two claims that come near. */
function setUp() {
  const matched: string[] = [];
  const near = { claimId: ID(4), patientControlNumber: 'C-000017', score: 86, reasons: ['same patient'] };
  namedPatients()
    .on(billingContract, {
      listUnmatchedItems: () => ({ items: matched.length === 0 ? [ITEM] : [], nextCursor: null }),
      listMatchCandidates: () => ({
        items: [
          { ...near, obstacle: null },
          {
            ...near,
            claimId: ID(5),
            patientControlNumber: 'C-000018',
            score: 40,
            obstacle: 'claim_not_found',
          },
        ],
      }),
      matchUnmatchedItem: ({ claimId }) => {
        matched.push(claimId);
        return {};
      },
    })
    .install();
  return matched;
}

const show = (...permissions: string[]) =>
  renderAt(
    `/payments/unmatched?item=${ID(1)}`,
    [{ path: 'payments', children: routes }],
    sessionOf(['patients.patient.read', 'billing.remittance.read', ...permissions]),
  );

describe('unmatched payments', () => {
  it('RCM-10 (narrow: the page of unmatched money) posts waiting money to the claim that a person picks, and the row is gone', async () => {
    const matched = setUp();
    show('billing.remittance.post');
    expect(await screen.findByText('86 of 100', {}, PATIENCE)).toBeInTheDocument();
    expect(screen.getAllByRole('button', { name: /to this claim/ })).toHaveLength(1);
    expect((await axe(document.body)).violations).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Post $92.50 to this claim' }));
    expect(await screen.findByText('Every payment has found its claim')).toBeInTheDocument();
    expect(matched).toEqual([ID(4)]);
  });

  it('shows what waits and why, without a way to post, to who may only read', async () => {
    setUp();
    show();
    await waitFor(() => expect(screen.getByText('86 of 100')).toBeInTheDocument());
    expect(screen.queryByRole('button', { name: /to this claim/ })).toBeNull();
  });
});
