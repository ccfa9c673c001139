import { addDays, instant, localDate, localTime, weekday, type LocalDate } from '@spark-den/kernel';
import fc from 'fast-check';
import { compileSchedule, type VisitType, type World } from '../src/index.ts';
import { occurrencesOf, placeSeries, type Series } from '../src/recurring.ts';

const site = { id: 'lakeside', zone: 'America/Chicago' };
const series = (more: Partial<Series> = {}): Series => ({
  from: localDate('2026-10-20'),
  time: localTime('09:00'),
  durationMinutes: 30,
  rule: 'FREQ=WEEKLY;BYDAY=TU',
  atClosure: 'skip',
  ...more,
});
const END = localDate('2026-11-30');

describe('series of visits', () => {
  it('SCH-19 (narrow: the engine) keep their time on the wall through the change of clocks', () => {
    const rows = occurrencesOf(series(), site, [], localDate('2026-11-03'));
    expect(rows.map(row => instant(row.start))).toEqual([
      '2026-10-20T14:00:00.000Z',
      '2026-10-27T14:00:00.000Z',
      '2026-11-03T15:00:00.000Z',
    ]);
  });

  it('SCH-19 (narrow: the engine) skip or move at closures, and never onto one of their own dates', () => {
    const closures = [localDate('2026-10-27'), localDate('2026-10-28')].map(date => ({ siteId: null, date }));
    const given = series({ rule: 'FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4' });
    const shown = (rows: ReturnType<typeof occurrencesOf>) =>
      rows.map(({ index, planned, date, status }) => `${index} ${planned} ${status} ${date}`);
    expect(shown(occurrencesOf(given, site, closures, END))).toEqual([
      '0 2026-10-20 planned 2026-10-20',
      '1 2026-10-22 planned 2026-10-22',
      '2 2026-10-27 skipped 2026-10-27',
      '3 2026-10-29 planned 2026-10-29',
    ]);
    expect(shown(occurrencesOf({ ...given, atClosure: 'move' }, site, closures, END))[2]).toBe(
      '2 2026-10-27 moved 2026-10-30',
    );
    const evening = [{ siteId: 'lakeside', date: localDate('2026-10-20'), start: localTime('18:00') }];
    expect(occurrencesOf(given, site, evening, END)[0]).toMatchObject({ status: 'planned' });
  });

  it('come on the dates that a plain count of weeks and weekdays gives', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 1, max: 4 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (shift, interval, weekdays, monthly) => {
          const from = addDays(localDate('2026-01-01'), shift);
          const to = addDays(from, 120);
          const names = weekdays.map(day => ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][day]!);
          const rule = monthly
            ? `FREQ=MONTHLY;BYDAY=2${names[0]}`
            : `FREQ=WEEKLY;INTERVAL=${interval};WKST=SU;BYDAY=${names.join(',')}`;
          const sunday = addDays(from, -weekday(from));
          const expected: LocalDate[] = [];
          for (let day = 0; day <= 120; day += 1) {
            const date = addDays(from, day);
            const weeks = Math.floor((day + weekday(from)) / 7);
            const fits = monthly
              ? weekday(date) === weekdays[0] && Math.ceil(Number(date.slice(8)) / 7) === 2
              : weekdays.includes(weekday(date)) && weeks % interval === 0;
            if (fits && date >= sunday) expected.push(date);
          }
          const rows = occurrencesOf(series({ from, rule }), site, [], to);
          expect(rows.map(row => row.date)).toEqual(expected);
        },
      ),
      { numRuns: process.env.ASSURE ? 1_000 : 40 },
    );
  });

  it('refuse rules that are not by dates', () => {
    for (const rule of ['FREQ=HOURLY', 'FREQ=WEEKLY;UNTIL=20270101', 'every Tuesday']) {
      expect(() => occurrencesOf(series({ rule }), site, [], END)).toThrow(RangeError);
    }
  });

  it('SCH-19 (narrow: the engine) settle each conflict by itself, with reasons and alternatives', () => {
    const visit: VisitType = { id: 'therapy', durationMinutes: 30, roomPool: null, equipmentPools: [] };
    const rows = occurrencesOf(series({ rule: 'FREQ=WEEKLY;COUNT=2' }), site, [], END);
    const world: World = {
      sites: [site],
      providers: [
        {
          id: 'osei',
          templates: [
            {
              effectiveFrom: localDate('2026-01-01'),
              rules: [{ weekday: 2, start: localTime('08:00'), end: localTime('12:00'), siteId: site.id }],
            },
          ],
        },
      ],
      assets: [],
      closures: [],
      claims: [
        { resourceId: 'osei', siteId: site.id, start: rows[1]!.start, end: rows[1]!.end, ref: 'other' },
      ],
    };
    const range = { start: rows[0]!.start - 1e9, end: rows[1]!.end + 1e9 };
    const wish = { visit, providerId: 'osei', siteId: site.id };
    const [first, second] = placeSeries(compileSchedule(world, range), wish, rows, { from: range.start });
    expect(first).toMatchObject({ slot: { start: rows[0]!.start }, reasons: [], alternatives: [] });
    expect(second).toMatchObject({ slot: null, reasons: [{ code: 'provider-busy', ref: 'other' }] });
    expect(second!.alternatives[0]).toMatchObject({ why: 'same-provider-nearest', shiftMinutes: -30 });
  });
});
