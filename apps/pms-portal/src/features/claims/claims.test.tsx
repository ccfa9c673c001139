import type { Claim } from '@spark-den/contracts/billing/claim-types';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { FakeApi } from '@spark-den/contracts/testing/fake-api';
import { identityContract } from '@spark-den/contracts/identity/operations';
import { cents, instant, localDate } from '@spark-den/kernel';
import { renderAt, sessionOf, USER } from '@spark-den/ui/portal/testing/render-at';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { MARSH, PATIENCE } from '../../testing/patients.ts';
import { routes } from './routes.tsx';

const ID = (last: number) => `01900000-0000-7000-8ffe-00000000000${last}`;
const RAMAN = ID(9);
const BEYOND: Claim['findings'][number] = {
  ruleId: 'CR-205',
  layer: 'codes',
  severity: 'notice',
  message: 'The date of service is past the newest code tables; the newest ones answered.',
  source: 'Editions of the loaded code tables',
  fields: ['dateOfService'],
  remedy: 'Load the current tables. The claim may go.',
};

const CLAIM: Claim = {
  claimId: ID(1),
  patientControlNumber: 'C00000017V1',
  patientId: MARSH,
  patientName: 'Marsh, Elena',
  payerId: ID(2),
  payerName: 'Lakeshore Health',
  coverageId: ID(3),
  payerOrder: 'primary',
  providerId: ID(4),
  dateOfService: localDate('2026-11-20'),
  status: 'held',
  reason: 'The coverage is unclear',
  ownerId: null,
  nextActionOn: null,
  totalCents: cents(16_500),
  errorCount: 0,
  warningCount: 0,
  fileByDate: localDate('2027-05-15'),
  version: 3,
  createdAt: instant('2026-11-20T20:00:00Z'),
  updatedAt: instant('2026-11-20T20:00:00Z'),
  frequency: '1',
  payerClaimNumber: null,
  placeOfService: '11',
  locationId: ID(5),
  diagnoses: ['I10'],
  diagnosisLabels: ['Essential (primary) hypertension'],
  lines: [],
  findings: [BEYOND],
  versions: [],
  previousClaimId: null,
  nextClaimId: null,
  chargeIds: [],
  allowedActions: ['release'],
};

/** A server that keeps one claim as billing would, and knows who may work it. */
class Desk {
  claim = CLAIM;
  readonly asked: unknown[] = [];
  readonly assigned: unknown[] = [];

  install(): this {
    new FakeApi()
      .on(identityContract, {
        listColleagues: ({ permission }) => ({
          items: [
            { userId: USER, displayName: 'Dana Whitfield' },
            { userId: RAMAN, displayName: `Priya Raman` },
          ].filter(() => permission === 'billing.claim.edit'),
        }),
      })
      .on(billingContract, {
        getClaim: () => this.claim,
        listClaimEvents: () => ({ items: [], nextCursor: null }),
        countClaims: () => ({ items: [{ status: 'held', count: 1, totalCents: 16_500 }] }),
        listClaims: input => {
          this.asked.push(input);
          return { items: input.ownerId === this.claim.ownerId ? [this.claim] : [], nextCursor: null };
        },
        assignClaim: input => {
          this.assigned.push(input);
          const { ownerId, nextActionOn } = input;
          this.claim = { ...this.claim, ownerId, nextActionOn, version: this.claim.version + 1 };
          return this.claim;
        },
        listClaimBatches: () => ({ items: [BATCH], nextCursor: null }),
        getClaimBatch: () => ({
          ...BATCH,
          claims: [this.claim],
          notices: [{ message: BEYOND.message, remedy: BEYOND.remedy, claimCount: 1 }],
        }),
      })
      .install();
    return this;
  }
}

const BATCH = {
  batchId: ID(7),
  batchNumber: 12,
  status: 'sent',
  interchangeControlNumber: '000000012',
  claimCount: 1,
  totalCents: 16_500,
  fileId: null,
  createdAt: '2026-11-20T20:05:00.000Z',
  sentAt: '2026-11-20T20:05:00.000Z',
};

const show = (path: string, ...permissions: string[]) =>
  renderAt(path, [{ path: 'claims', children: routes }], sessionOf(['billing.claim.read', ...permissions]));

describe('a claim as work', () => {
  it('NAV-13 (narrow: an owner and a date) is given to a colleague with what to do next, and stands under Mine for its owner', async () => {
    const desk = new Desk().install();
    const page = show(`/claims/${CLAIM.claimId}`, 'billing.claim.edit');
    await userEvent.click(await screen.findByRole('button', { name: 'Assign' }, PATIENCE));
    const dialog = within(await screen.findByRole('dialog'));
    const owner = dialog.getByLabelText('Owner');
    expect(owner).toHaveDisplayValue('Dana Whitfield (me)');
    await userEvent.selectOptions(owner, 'Priya Raman');
    await userEvent.type(dialog.getByLabelText('Next action'), '12/01/2026');
    await userEvent.type(dialog.getByLabelText('What to do'), 'Call the payer');
    expect((await axe(document.body)).violations).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Assign claim' }));
    expect(await screen.findByText('Priya Raman')).toBeInTheDocument();
    expect(await screen.findByText('12/01/2026')).toBeInTheDocument();
    expect(desk.assigned).toEqual([
      { claimId: CLAIM.claimId, ownerId: RAMAN, nextActionOn: '2026-12-01', note: 'Call the payer' },
    ]);
    page.unmount();
    desk.claim = { ...desk.claim, ownerId: USER };
    show('/claims?view=mine', 'billing.claim.edit');
    expect((await screen.findAllByText('Marsh, Elena'))[0]).toBeInTheDocument();
    expect(desk.asked.at(-1)).toMatchObject({ ownerId: USER });
  });

  it('is only read by who does not work claims', async () => {
    new Desk().install();
    show(`/claims/${CLAIM.claimId}`);
    expect(await screen.findByText('The coverage is unclear', {}, PATIENCE)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Assign' })).toBeNull();
  });
});

describe('tables that end before the date of service', () => {
  it('RCM-08 (narrow: where it is told) are named once on the batch, and on no claim', async () => {
    new Desk().install();
    const claim = show(`/claims/${CLAIM.claimId}`);
    expect(await screen.findByText('Passed every check', {}, PATIENCE)).toBeInTheDocument();
    expect(screen.queryByText(/code tables/)).toBeNull();
    claim.unmount();
    show(`/claims/batches?batch=${BATCH.batchId}`);
    expect(await screen.findByText(BEYOND.message)).toBeInTheDocument();
    expect(screen.getByText(/1 of 1 claim\. Load the current tables/)).toBeInTheDocument();
  });
});
