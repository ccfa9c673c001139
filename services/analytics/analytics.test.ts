import { administrationContract } from '@spark-den/contracts/administration/operations';
import { analyticsContract } from '@spark-den/contracts/analytics/operations';
import type { MetricCode } from '@spark-den/contracts/analytics/types';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import type { AppointmentStatus } from '@spark-den/contracts/scheduling/types';
import { cents, zone, type Cents } from '@spark-den/kernel';
import {
  fakeService,
  OTHER_PRACTICE_ID,
  person,
  PRACTICE_ID,
  startTestSystem,
  type TestSystem,
} from '@spark-den/testkit';
import { randomUUID } from 'node:crypto';
import { analyticsService } from './service.ts';

const contracts = [
  analyticsContract,
  schedulingContract,
  billingContract,
  patientsContract,
  administrationContract,
];
const manager = person('practice-manager', contracts);
const frontDesk = person('front-desk-coordinator', contracts);
const LAKESIDE = '01900000-0000-7000-8001-000000000001';
/** In Phoenix it is still the day before when Chicago's day begins. */
const DESERT = '01900000-0000-7000-8001-000000000009';
const NOON = '2026-11-16T18:00:00Z';
const TODAY = '2026-11-16';

const address = {
  line1: '410 Lakeshore Drive',
  line2: null,
  city: 'Evanston',
  state: 'IL',
  postalCode: '602014410',
};
const location = (id: string, name: string, place: string) => ({
  id,
  name,
  address,
  phone: '8475550100',
  zone: zone(place),
  placeOfService: '11',
  active: true,
});
const administration = fakeService(administrationContract, {
  getPractice: () => ({
    id: PRACTICE_ID,
    name: 'Harbor Point',
    zone: 'America/Chicago',
    billingNpi: '1990000105',
    taxId: '36-4000001',
    taxonomyCode: '207Q00000X',
    address,
    phone: '8475550100',
    tradingPartner: {
      submitterId: 'HARBORPT',
      receiverId: 'BRIGHTCH',
      receiverName: 'Brightline',
      contactName: 'Billing',
      contactPhone: '8475550100',
    },
    policies: { missingChargeHours: 48, billHoldDays: 0 },
  }),
  listLocations: () => ({
    items: [location(LAKESIDE, 'Lakeside', 'America/Chicago'), location(DESERT, 'Desert', 'America/Phoenix')],
    nextCursor: null,
  }),
});

/** What the ledger holds per receipt or remittance. */
const ledger = new Map<string, { account: string; amountCents: Cents; on: string }[]>();
const billing = fakeService(billingContract, {
  explainBalance: input => {
    const id = input.receiptId ?? input.remittanceId ?? '';
    const postings = (ledger.get(id) ?? []).filter(line => !input.account || line.account === input.account);
    return {
      totalCents: cents(0),
      postingCount: postings.length,
      byKind: [],
      postings: postings.map((line, index) => ({
        entryId: id,
        ordinal: index,
        kind: 'receipt',
        account: line.account as 'cash_drawer',
        amountCents: line.amountCents,
        runningCents: cents(0),
        patientId: null,
        claimId: null,
        chargeLineId: null,
        payerId: null,
        reason: null,
        serviceDate: null,
        eventDate: line.on,
        postingDate: line.on,
        postedAt: '2026-11-16T17:00:00.000Z',
        causeType: 'receipt',
        causeId: id,
        reversesEntryId: null,
      })),
    };
  },
});

describe('analytics', () => {
  let test: TestSystem;
  beforeAll(async () => {
    test = await startTestSystem({
      services: [analyticsService],
      fakes: [administration, billing],
      now: NOON,
      background: true,
    });
  });
  afterAll(() => test.stop());
  beforeEach(async () => {
    ledger.clear();
    test.clock.set(NOON);
    await test.withRoot('business', client =>
      client.query(
        'truncate analytics.visit, analytics.cash_posting, analytics.charge_posting, analytics.claim, analytics.activity',
      ),
    );
  });

  const publish = (type: string, key: string, payload: object, at = NOON, practiceId = PRACTICE_ID) =>
    test.publish({ type, key, payload, practiceId, occurredAt: at });

  async function visit(
    status: AppointmentStatus,
    start = '2026-11-16T15:00:00.000Z',
    locationId = LAKESIDE,
    date = start.slice(0, 10),
    practiceId = PRACTICE_ID,
  ) {
    const appointmentId = randomUUID();
    const facts = {
      appointmentId,
      patientId: randomUUID(),
      providerId: randomUUID(),
      locationId,
      appointmentTypeId: randomUUID(),
      start,
      end: start,
      date,
    };
    await publish('AppointmentBooked', appointmentId, facts, start, practiceId);
    if (status !== 'booked') {
      await publish(
        'AppointmentStatusChanged',
        appointmentId,
        { ...facts, from: 'booked', to: status, at: start, undone: false },
        start,
        practiceId,
      );
    }
    return facts;
  }

  const dashboard = async (visitBasis: 'due' | 'day' = 'due', viewer = manager) => {
    await test.settled();
    return test.as(analyticsContract, viewer).getDashboard({ visitBasis });
  };
  const figure = async (code: MetricCode, basis: 'due' | 'day' = 'due') =>
    (await dashboard(basis)).cards.find(card => card.definition.code === code)?.figure;
  const rows = async (metric: MetricCode, viewer = manager) => {
    await test.settled();
    return (await test.as(analyticsContract, viewer).listMetricRows({ metric })).items;
  };

  it("DASH-01 counts today's visits where they take place, against the same weekday of four weeks", async () => {
    for (const status of [
      'booked',
      'arrived',
      'checked-in',
      'in-room',
      'with-provider',
      'ready-checkout',
      'checked-out',
    ] as const) {
      await visit(status);
    }
    for (const status of ['cancelled', 'no-show', 'left-without-being-seen', 'entered-in-error'] as const)
      await visit(status);
    await visit('booked', '2026-11-17T15:00:00.000Z');
    await visit('checked-out', '2026-11-09T15:00:00.000Z');
    await visit('checked-out', '2026-11-02T15:00:00.000Z');
    await visit('checked-out', '2026-11-02T16:00:00.000Z');
    await visit('booked', '2026-11-15T15:00:00.000Z');
    await visit('booked', '2026-11-16T15:00:00.000Z', LAKESIDE, TODAY, OTHER_PRACTICE_ID);
    expect(await figure('appointments-today')).toEqual({
      value: 7,
      numerator: 7,
      denominator: null,
      baseline: 2,
      change: 5,
    });
    expect((await rows('appointments-today')).filter(row => row.counted)).toHaveLength(7);
    expect(await rows('appointments-today')).toHaveLength(11);

    // half past midnight of Tuesday in Chicago is still Monday in Phoenix
    test.clock.set('2026-11-17T06:30:00Z');
    await visit('booked', '2026-11-17T05:00:00.000Z', DESERT, '2026-11-16');
    expect((await figure('appointments-today'))?.value).toBe(2);
  });

  it('DASH-01 compares with nothing where there is no record yet', async () => {
    await visit('booked');
    expect(await figure('appointments-today')).toMatchObject({ value: 1, baseline: null, change: null });
  });

  it('DASH-01 follows a visit that moves to another day', async () => {
    const facts = await visit('booked');
    expect((await figure('appointments-today'))?.value).toBe(1);
    await publish('AppointmentMoved', facts.appointmentId, {
      ...facts,
      start: '2026-11-18T15:00:00.000Z',
      date: '2026-11-18',
      fromStart: facts.start,
      fromProviderId: facts.providerId,
      fromLocationId: LAKESIDE,
    });
    expect((await figure('appointments-today'))?.value).toBe(0);
  });

  it('DASH-02 (narrow: no day close) shows payments posted, apart from charges, equal to the cash lines of the ledger', async () => {
    const [receipt, remittance, lastWeek] = [randomUUID(), randomUUID(), randomUUID()];
    ledger.set(receipt, [
      { account: 'cash_drawer', amountCents: cents(25_00), on: TODAY },
      { account: 'unapplied_patient', amountCents: cents(-25_00), on: TODAY },
    ]);
    ledger.set(remittance, [{ account: 'cash_insurance', amountCents: cents(152_40), on: TODAY }]);
    ledger.set(lastWeek, [{ account: 'cash_insurance', amountCents: cents(100_00), on: '2026-11-09' }]);
    const payment = { receiptId: receipt, patientId: randomUUID(), appointmentId: null, purpose: 'copay' };
    await publish('PatientPaymentPosted', receipt, payment);
    for (const remittanceId of [remittance, lastWeek]) {
      await publish('RemittancePosted', remittanceId, {
        remittanceId,
        fileId: randomUUID(),
        claimCount: 1,
        unmatchedCount: 0,
      });
    }
    const chargeId = randomUUID();
    const charge = { chargeId, patientId: randomUUID(), encounterId: null, amountCents: 165_00 };
    await publish('ChargePosted', chargeId, {
      ...charge,
      appointmentId: null,
      providerId: randomUUID(),
      locationId: LAKESIDE,
      payerId: null,
      dateOfService: TODAY,
    });
    expect(await figure('payments-posted-today')).toMatchObject({
      value: 177_40,
      baseline: 100_00,
      change: 77_40,
    });
    expect(await figure('charges-posted-today')).toMatchObject({ value: 165_00 });
    const behind = await rows('payments-posted-today');
    expect(behind.reduce((sum, row) => sum + (row.amountCents ?? 0), 0)).toBe(177_40);
    expect(behind.map(row => row.entityId).sort()).toEqual([receipt, remittance].sort());

    ledger.get(receipt)?.push({ account: 'cash_drawer', amountCents: cents(-25_00), on: TODAY });
    await publish('BalanceChanged', payment.patientId, {
      patientId: payment.patientId,
      causeType: 'receipt',
      causeId: receipt,
    });
    await publish('ChargeVoided', chargeId, charge);
    expect((await figure('payments-posted-today'))?.value).toBe(152_40);
    expect((await figure('charges-posted-today'))?.value).toBe(0);
  });

  it('DASH-03 shows kept over due so far or over the whole day, as chosen', async () => {
    await visit('checked-out');
    await visit('no-show');
    await visit('arrived', '2026-11-16T19:00:00.000Z');
    await visit('booked', '2026-11-16T20:00:00.000Z');
    await visit('cancelled');
    expect(await figure('visits-kept-today', 'due')).toMatchObject({
      numerator: 2,
      denominator: 3,
      value: 667,
    });
    expect(await figure('visits-kept-today', 'day')).toMatchObject({
      numerator: 2,
      denominator: 4,
      value: 500,
    });
  });

  it('DASH-03 knows of a change within two seconds', async () => {
    const facts = await visit('booked');
    await test.settled();
    await publish('AppointmentStatusChanged', facts.appointmentId, {
      ...facts,
      from: 'booked',
      to: 'arrived',
      at: NOON,
      undone: false,
    });
    const started = performance.now();
    while (
      (await test.as(analyticsContract, manager).getDashboard({})).cards.every(
        card => card.figure.numerator !== 1 || card.definition.code !== 'visits-kept-today',
      )
    ) {
      expect(performance.now() - started).toBeLessThan(2000);
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  });

  it('DASH-04 divides clean claims by first submissions of thirty days and shows the formula', async () => {
    const claim = async (clean: boolean, submittedAt: string | null) => {
      const state = { claimId: randomUUID(), patientId: randomUUID(), payerId: randomUUID() };
      await publish(
        'ClaimCreated',
        state.claimId,
        { ...state, payerOrder: 'primary', status: 'ready', dateOfService: TODAY, totalCents: 100_00, clean },
        '2026-09-01T12:00:00Z',
      );
      const submission = { ...state, batchId: randomUUID(), versionNumber: 1 };
      if (submittedAt) await publish('ClaimSubmitted', state.claimId, submission, submittedAt);
      return submission;
    };
    await claim(true, '2026-11-16T12:00:00Z');
    await claim(true, '2026-10-18T12:00:00Z');
    const touched = await claim(false, '2026-11-01T12:00:00Z');
    await publish(
      'ClaimSubmitted',
      touched.claimId,
      { ...touched, versionNumber: 2 },
      '2026-11-10T12:00:00Z',
    );
    await claim(true, null);
    await claim(false, '2026-10-17T12:00:00Z');
    await claim(true, '2026-10-01T12:00:00Z');
    const card = (await dashboard()).cards.find(({ definition }) => definition.code === 'clean-claim-rate');
    expect(card?.figure).toEqual({ numerator: 2, denominator: 3, value: 667, baseline: 500, change: 167 });
    expect(card?.definition).toMatchObject({
      citation: expect.stringContaining('CL-1'),
      formula: expect.stringContaining('÷'),
    });
    expect((await rows('clean-claim-rate')).map(row => row.what).sort()).toEqual([
      'clean',
      'clean',
      'touched',
    ]);
  });

  it('DASH-06 keeps a feed that tells each viewer only what they could open', async () => {
    const patientId = randomUUID();
    const checkedIn = await visit('booked');
    await publish(
      'AppointmentCheckedIn',
      checkedIn.appointmentId,
      { ...checkedIn, checkedInAt: NOON, overriddenGates: [] },
      '2026-11-16T18:01:00Z',
    );
    await publish(
      'EligibilityChecked',
      patientId,
      {
        patientId,
        coverageId: randomUUID(),
        checkId: randomUUID(),
        appointmentId: null,
        serviceDate: TODAY,
        status: 'active',
      },
      '2026-11-16T18:02:00Z',
    );
    await publish(
      'BalanceChanged',
      patientId,
      { patientId, causeType: 'write_off', causeId: randomUUID() },
      '2026-11-16T18:03:00Z',
    );
    await publish(
      'BalanceChanged',
      patientId,
      { patientId, causeType: 'charge', causeId: randomUUID() },
      '2026-11-16T18:04:00Z',
    );
    await test.settled();
    const kinds = async (viewer: typeof manager) =>
      (await test.as(analyticsContract, viewer).listActivity({})).items.map(item => item.kind);
    expect(await kinds(manager)).toEqual([
      'written-off',
      'insurance-verified',
      'checked-in',
      'appointment-booked',
    ]);
    expect(await kinds(frontDesk)).toEqual(['insurance-verified', 'checked-in', 'appointment-booked']);
    expect(await kinds(person('practice-manager', contracts, OTHER_PRACTICE_ID))).toEqual([]);
    const first = await test.as(analyticsContract, manager).listActivity({ limit: 3 });
    const rest = await test
      .as(analyticsContract, manager)
      .listActivity({ limit: 3, cursor: first.nextCursor ?? '' });
    expect(rest.items.map(item => item.kind)).toEqual(['appointment-booked']);
  });

  it('shows a viewer the figures of their roles and no others', async () => {
    expect((await dashboard('due', frontDesk)).cards.map(card => card.definition.code)).toEqual([
      'appointments-today',
      'visits-kept-today',
    ]);
    await expect(rows('payments-posted-today', frontDesk)).rejects.toMatchObject({
      code: 'analytics.metric_not_permitted',
    });
    expect((await test.as(analyticsContract, frontDesk).listMetrics({})).items).toHaveLength(2);
  });
});
