import { administrationContract } from '@spark-den/contracts/administration/operations';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { renderAt, sessionOf } from '@spark-den/ui/portal/testing/render-at';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { MARSH, namedPatients, PATIENCE } from '../../testing/patients.ts';
import { routes } from './routes.tsx';

const ID = (last: number) => `01900000-0000-7000-8ffe-00000000000${last}`;
const AT = '2026-11-16T15:00:00.000Z';

/** A server with one posted charge that the patient is asked for, though a coverage of its date came since. */
class Books {
  readonly billed: unknown[] = [];

  install(): this {
    const charge = () => ({
      chargeId: ID(1),
      patientId: MARSH,
      encounterId: null,
      encounterVersion: null,
      appointmentId: null,
      providerId: ID(2),
      locationId: ID(3),
      placeOfService: '11',
      dateOfService: '2026-11-16',
      source: 'hand' as const,
      sourceEventId: null,
      status: 'posted' as const,
      underReview: false,
      diagnoses: ['I10'],
      diagnosisLabels: ['Hypertension'],
      lines: [],
      totalCents: 16_500,
      findings: [],
      coverageId: this.billed.length > 0 ? ID(4) : null,
      payerId: null,
      claimId: this.billed.length > 0 ? ID(5) : null,
      coveredLaterAt: AT,
      version: 2 + this.billed.length,
      createdAt: AT,
      postedAt: AT,
    });
    const none = () => ({ items: [], nextCursor: null });
    namedPatients()
      .on(administrationContract, { listProviders: none, listLocations: none })
      .on(billingContract, {
        getCharge: charge,
        billInsurer: input => {
          this.billed.push(input);
          return charge();
        },
      })
      .install();
    return this;
  }
}

describe('a posted charge that a coverage covers by now', () => {
  it('NAV-04 is billed to the insurer after a word about patients who paid in full, and leads to its claim', async () => {
    const books = new Books().install();
    const { container } = renderAt(
      `/charges/${ID(1)}`,
      [{ path: 'charges', children: routes }],
      sessionOf(['patients.patient.read', 'billing.charge.read', 'billing.charge.edit']),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Bill insurance' }, PATIENCE));
    const dialog = within(screen.getByRole('dialog', { name: 'Bill the charge to insurance' }));
    expect(dialog.getByText(/may ask that their plan is not told/)).toBeInTheDocument();
    expect((await axe(container)).violations).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Bill · $165.00' }));
    expect(await screen.findByRole('link', { name: 'Open claim' }, PATIENCE)).toHaveAttribute(
      'href',
      `/claims/${ID(5)}`,
    );
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Bill insurance' })).not.toBeInTheDocument(),
    );
    expect(books.billed).toEqual([{ chargeId: ID(1) }]);
  });

  it('NAV-04 is not offered to who may only read charges', async () => {
    new Books().install();
    renderAt(
      `/charges/${ID(1)}`,
      [{ path: 'charges', children: routes }],
      sessionOf(['patients.patient.read', 'billing.charge.read']),
    );
    await screen.findByRole('heading', { name: 'Charge' }, PATIENCE);
    expect(screen.queryByRole('button', { name: 'Bill insurance' })).not.toBeInTheDocument();
  });
});
