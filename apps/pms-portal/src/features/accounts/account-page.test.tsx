import { billingContract } from '@spark-den/contracts/billing/operations';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { renderAt, sessionOf } from '@spark-den/ui/portal/testing/render-at';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { MARSH, namedPatients, OKAFOR, PATIENCE, WREN } from '../../testing/patients.ts';
import { routes } from './routes.tsx';

const ID = (last: number) => `01900000-0000-7000-8ffd-00000000000${last}`;
const LINE = ID(1);
const CHARGE = ID(2);
const CLAIM = ID(3);
const EVENT = ID(4);
const AT = '2026-11-16T15:00:00.000Z';
const RULE = 'Standard charges 2026: 99213 from 01/01/2026';

/** A server with one charge of which the insurer still owes $165.00. */
class Books {
  readonly sent: unknown[] = [];
  guarantor = MARSH;

  install(): this {
    const posting = {
      entryId: ID(5),
      ordinal: 1,
      kind: 'charge',
      account: 'ar_insurance' as const,
      amountCents: 16_500,
      patientId: MARSH,
      claimId: CLAIM,
      chargeLineId: LINE,
      payerId: null,
      reason: null,
      serviceDate: '2026-11-16',
      eventDate: '2026-11-16',
      postingDate: '2026-11-16',
      postedAt: AT,
      causeType: 'charge',
      causeId: CHARGE,
      reversesEntryId: null,
    };
    namedPatients()
      .on(billingContract, {
        getPatientAccount: () => ({
          patientId: MARSH,
          guarantorIds: [this.guarantor],
          balances: { insuranceCents: 16_500, patientCents: 0, unappliedCents: 0 },
          charges: [
            {
              chargeLineId: LINE,
              chargeId: CHARGE,
              claimId: CLAIM,
              code: '99213',
              serviceDate: '2026-11-16',
              billedCents: 16_500,
              insurancePaidCents: 0,
              patientPaidCents: 0,
              adjustedCents: 0,
              writtenOffCents: 0,
              insuranceOpenCents: 16_500,
              patientOpenCents: 0,
            },
          ],
          postings: [posting],
        }),
        getGuarantorAccount: ({ guarantorId }) => {
          const balances = { insuranceCents: 0, patientCents: 2_500, unappliedCents: 0 };
          const patients = [MARSH, OKAFOR, WREN].map(patientId => ({ patientId, balances }));
          return { guarantorId, balances, patients: this.guarantor === OKAFOR ? patients : [] };
        },
        setGuarantor: ({ patientId, guarantorId }) => {
          this.guarantor = guarantorId;
          return { patientId, guarantorId };
        },
        getCharge: () => ({
          chargeId: CHARGE,
          patientId: MARSH,
          encounterId: ID(6),
          encounterVersion: 2,
          appointmentId: null,
          providerId: ID(7),
          locationId: ID(8),
          placeOfService: '11',
          dateOfService: '2026-11-16',
          source: 'encounter',
          sourceEventId: EVENT,
          status: 'posted',
          underReview: false,
          diagnoses: ['I10'],
          diagnosisLabels: ['Essential (primary) hypertension'],
          lines: [
            {
              lineId: LINE,
              lineNumber: 1,
              code: '99213',
              label: 'Established visit, low',
              modifiers: [],
              units: 1,
              diagnosisPointers: [1],
              unitChargeCents: 16_500,
              chargeCents: 16_500,
              expectedAllowedCents: 13_200,
              pricedBy: { feeScheduleId: ID(9), feeScheduleName: 'Standard charges 2026', rule: RULE },
            },
          ],
          totalCents: 16_500,
          findings: [],
          coverageId: null,
          payerId: null,
          claimId: CLAIM,
          coveredLaterAt: null,
          version: 2,
          createdAt: AT,
          postedAt: AT,
        }),
        explainBalance: ({ account }) =>
          account === 'ar_insurance'
            ? {
                totalCents: 16_500,
                postingCount: 1,
                postings: [{ ...posting, runningCents: 16_500 }],
                byKind: [],
              }
            : { totalCents: 0, postingCount: 0, postings: [], byKind: [] },
        transferResponsibility: input => {
          this.sent.push(input);
          return { entryId: ID(5) };
        },
      })
      .on(patientsContract, {
        searchPatients: () => ({
          items: [
            {
              id: OKAFOR,
              mrn: 'M10043',
              name: { family: 'Okafor', given: 'Elena', middle: null, suffix: null },
              nameUsed: null,
              birthDate: '1968-04-12',
              sex: 'female',
            },
          ],
          nextCursor: null,
        }),
      })
      .install();
    return this;
  }
}

const show = (...permissions: string[]) =>
  renderAt(
    `/accounts/${MARSH}`,
    [{ path: 'accounts', children: routes }],
    sessionOf(['billing.ledger.read', 'patients.patient.read', ...permissions]),
  );

const openCharge = async () => {
  await userEvent.click(
    await screen.findByRole('button', { name: '99213: how this charge is made' }, PATIENCE),
  );
  return within(await screen.findByRole('complementary', { name: 'Detail' }));
};

describe('the account of a patient', () => {
  it('BDB-06 a charge says which encounter and event it came from, which rule priced it, and what is open', async () => {
    new Books().install();
    show('billing.charge.read');
    const detail = await openCharge();
    expect(await detail.findByText('The encounter as amended, version 2')).toBeInTheDocument();
    expect(detail.getByText(EVENT)).toBeInTheDocument();
    expect(detail.getByText(RULE)).toBeInTheDocument();
    expect(detail.getByText('$132.00')).toBeInTheDocument();
    expect(await detail.findByText('1 posting')).toBeInTheDocument();
    expect((await axe(document.body)).violations).toEqual([]);
  });

  it('moves what the insurer owes to the patient, once somebody says why', async () => {
    const books = new Books().install();
    show('billing.payment.allocate');
    const detail = await openCharge();
    await userEvent.click(detail.getByRole('button', { name: 'Move to patient…' }));
    const dialog = within(await screen.findByRole('dialog'));
    const confirm = dialog.getByRole('button', { name: 'Move to patient · $165.00' });
    expect(confirm).toBeDisabled();
    await userEvent.type(dialog.getByLabelText(/^Why/), 'Not a member on that day');
    await userEvent.click(confirm);
    await waitFor(() =>
      expect(books.sent).toEqual([
        { chargeLineId: LINE, amountCents: 16_500, note: 'Not a member on that day' },
      ]),
    );
  });

  it('BDB-10 (narrow: the guarantor) names who answers for the account, and leads to the others of the family', async () => {
    const books = new Books().install();
    show('billing.payment.allocate');
    await userEvent.click(await screen.findByRole('button', { name: 'Change guarantor…' }, PATIENCE));
    const dialog = within(await screen.findByRole('dialog'));
    const confirm = dialog.getByRole('button', { name: 'Name guarantor' });
    expect(confirm).toBeDisabled();
    await userEvent.type(dialog.getByLabelText(/^Patient/), 'oka');
    await userEvent.click(await screen.findByRole('option', { name: /Okafor/ }));
    await userEvent.click(confirm);
    const guarantor = await screen.findByRole('link', { name: 'Okafor, Elena' });
    expect(guarantor).toHaveAttribute('href', `/accounts/${OKAFOR}`);
    const brother = await screen.findByRole('link', { name: 'Wren, Elena' });
    expect(brother).toHaveAttribute('href', `/accounts/${WREN}`);
    expect(screen.getByText('$25.00')).toBeInTheDocument();
    expect(books.guarantor).toBe(OKAFOR);
  });

  it('PAT-23 (narrow: a payment at the desk) shows the front desk the balances and takes a payment, without the ledger', async () => {
    const collected: unknown[] = [];
    namedPatients()
      .on(billingContract, {
        getPatientBalance: ({ patientId }) => ({
          patientId,
          balances: { insuranceCents: 0, patientCents: 4_200, unappliedCents: 0 },
        }),
        collectPayment: input => {
          collected.push(input);
          return { number: 'R-000012', amountCents: input.amountCents };
        },
      })
      .install();
    renderAt(
      `/accounts/${MARSH}`,
      [{ path: 'accounts', children: routes }],
      sessionOf(['billing.balance.read', 'billing.payment.collect', 'patients.patient.read']),
    );
    expect(await screen.findByText('$42.00', {}, PATIENCE)).toBeInTheDocument();
    expect((await axe(document.body)).violations).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Take payment' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText(/^Amount/), '42');
    await userEvent.click(dialog.getByRole('button', { name: 'Post payment · $42.00' }));
    await waitFor(() =>
      expect(collected).toMatchObject([{ patientId: MARSH, tender: 'cash', amountCents: 4_200 }]),
    );
  });

  it('offers no move and no write-off to who may only read', async () => {
    new Books().install();
    show();
    const detail = await openCharge();
    expect(await detail.findByText('1 posting')).toBeInTheDocument();
    expect(detail.queryByRole('button', { name: /Move|Write/ })).toBeNull();
  });
});
