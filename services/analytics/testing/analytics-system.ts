import { administrationContract } from '@spark-den/contracts/administration/operations';
import { analyticsContract } from '@spark-den/contracts/analytics/operations';
import type { MetricCode } from '@spark-den/contracts/analytics/types';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import type { AppointmentStatus } from '@spark-den/contracts/scheduling/types';
import { cents, zone, type Cents } from '@spark-den/kernel';
import { fakeService, person, PRACTICE_ID, startTestSystem, type TestSystem } from '@spark-den/testkit';
import { randomUUID } from 'node:crypto';
import { analyticsService } from '../service.ts';

export const contracts = [
  analyticsContract,
  schedulingContract,
  billingContract,
  patientsContract,
  administrationContract,
];
export const manager = person('practice-manager', contracts);
export const frontDesk = person('front-desk-coordinator', contracts);
export const LAKESIDE = '01900000-0000-7000-8001-000000000001';
/** In Phoenix it is still the day before when Chicago's day begins. */
export const DESERT = '01900000-0000-7000-8001-000000000009';
export const NOON = '2026-11-16T18:00:00Z';
export const TODAY = '2026-11-16';

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
export const ledger = new Map<string, { account: string; amountCents: Cents; on: string }[]>();
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

/** Analytics over real PostgreSQL at noon; administration and the ledger answer as the test says. */
export function startAnalytics(): Promise<TestSystem> {
  return startTestSystem({
    services: [analyticsService],
    fakes: [administration, billing],
    now: NOON,
    background: true,
  });
}

/** What tests of the figures do again and again, on the system that `test` gives. */
export function analyticsSteps(test: () => TestSystem) {
  /** Noon again, with nothing recorded. */
  async function forgetEverything(): Promise<void> {
    ledger.clear();
    test().clock.set(NOON);
    await test().withRoot('business', client =>
      client.query(
        'truncate analytics.visit, analytics.cash_posting, analytics.charge_posting, analytics.claim, analytics.activity',
      ),
    );
  }

  const publish = (type: string, key: string, payload: object, at = NOON, practiceId = PRACTICE_ID) =>
    test().publish({ type, key, payload, practiceId, occurredAt: at });

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
    await test().settled();
    return test().as(analyticsContract, viewer).getDashboard({ visitBasis });
  };
  const figure = async (code: MetricCode, basis: 'due' | 'day' = 'due') =>
    (await dashboard(basis)).cards.find(card => card.definition.code === code)?.figure;
  const rows = async (metric: MetricCode, viewer = manager) => {
    await test().settled();
    return (await test().as(analyticsContract, viewer).listMetricRows({ metric })).items;
  };

  return { forgetEverything, publish, visit, dashboard, figure, rows };
}
