import { analyticsContract } from '@spark-den/contracts/analytics/operations';
import { OTHER_PRACTICE_ID, type TestSystem } from '@spark-den/testkit';
import {
  analyticsSteps,
  DESERT,
  LAKESIDE,
  manager,
  NOON,
  startAnalytics,
  TODAY,
} from '../testing/analytics-system.ts';

describe('figures of visits', () => {
  let test: TestSystem;
  const { forgetEverything, publish, visit, figure, rows } = analyticsSteps(() => test);
  beforeAll(async () => {
    test = await startAnalytics();
  });
  afterAll(() => test.stop());
  beforeEach(forgetEverything);

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

  it('DASH-01 (narrow: a day without visits) tells which day has the next ones', async () => {
    const next = async () => (await test.as(analyticsContract, manager).getDashboard({})).nextVisitDay;
    expect(await next()).toBeNull();
    await visit('booked', '2026-11-19T15:00:00.000Z', LAKESIDE, '2026-11-19');
    await visit('cancelled', '2026-11-18T15:00:00.000Z', LAKESIDE, '2026-11-18');
    await visit('booked', '2026-11-19T16:00:00.000Z', LAKESIDE, '2026-11-19');
    await visit('booked', '2026-11-20T16:00:00.000Z', LAKESIDE, '2026-11-20');
    await visit('booked', '2026-11-18T15:00:00.000Z', LAKESIDE, '2026-11-18', OTHER_PRACTICE_ID);
    expect(await next()).toEqual({ date: '2026-11-19', count: 2 });
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
});
