import { analyticsContract } from '@spark-den/contracts/analytics/operations';
import { OTHER_PRACTICE_ID, person, type TestSystem } from '@spark-den/testkit';
import { randomUUID } from 'node:crypto';
import {
  analyticsSteps,
  contracts,
  frontDesk,
  manager,
  NOON,
  startAnalytics,
  TODAY,
} from '../testing/analytics-system.ts';

describe('what a viewer sees', () => {
  let test: TestSystem;
  const { forgetEverything, publish, visit, dashboard, rows } = analyticsSteps(() => test);
  beforeAll(async () => {
    test = await startAnalytics();
  });
  afterAll(() => test.stop());
  beforeEach(forgetEverything);

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
