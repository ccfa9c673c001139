import { DAY_MS, localDate, localTime, MINUTE_MS } from '@spark-den/kernel';
import fc from 'fast-check';
import { compileSchedule, findSlots, journeysOf, minuteInstant, type World } from '../src/index.ts';
import { TravelTimes } from '../src/travel.ts';

const RUNS = process.env.ASSURE ? 1_000 : 100;
const ZONE = 'America/Chicago';
const sites = [
  { id: 'lakeside', zone: ZONE },
  { id: 'hillcrest', zone: ZONE },
];
const rush = { start: localTime('07:00'), end: localTime('09:00'), minutes: 50 };
const travel = [{ fromSiteId: 'hillcrest', toSiteId: 'lakeside', minutes: 20, bands: [rush] }];
const at = (time: string) => Date.parse(`2026-11-02T${time}:00-06:00`);
const world = (until: string): World => ({
  sites,
  providers: [
    {
      id: 'osei',
      templates: [
        {
          effectiveFrom: localDate('2026-01-01'),
          rules: [{ weekday: 1, start: localTime('08:00'), end: localTime('12:00'), siteId: 'lakeside' }],
        },
      ],
    },
  ],
  assets: [],
  closures: [],
  claims: [{ resourceId: 'osei', siteId: 'hillcrest', start: at('06:00'), end: at(until) }],
  travel,
});
const visit = { id: 'follow-up', durationMinutes: 20, roomPool: null, equipmentPools: [] };

describe('travel between sites', () => {
  const first = (until: string) => {
    const range = { start: at('00:00'), end: at('23:00') };
    const search = { ...range, visit, stepMinutes: 5, limit: 1 };
    return minuteInstant(findSlots(compileSchedule(world(until), range), search).slots[0]!.start);
  };

  it('SCH-05 (narrow: the engine) takes the minutes of the hour at which it begins', () => {
    expect(first('07:30')).toBe('2026-11-02T14:20:00.000Z');
    // to wait for the end of the rush is quicker than to drive in it
    expect(first('08:50')).toBe('2026-11-02T15:20:00.000Z');
    expect(first('09:30')).toBe('2026-11-02T15:50:00.000Z');
  });

  it('SCH-05 (narrow: the engine) is there to be shown on the view of a day', () => {
    const range = { start: at('00:00'), end: at('23:00') };
    const given = world('07:30');
    const next = { resourceId: 'osei', siteId: 'lakeside', start: at('09:30'), end: at('10:00') };
    expect(journeysOf({ ...given, claims: [next, ...given.claims] }, range)).toEqual([
      {
        providerId: 'osei',
        fromSiteId: 'hillcrest',
        toSiteId: 'lakeside',
        start: at('09:10'),
        end: at('09:30'),
      },
    ]);
    expect(journeysOf(given, range)).toEqual([]);
  });

  const time = fc
    .integer({ min: 0, max: 95 })
    .map(quarter => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${(quarter % 4) * 15 || '00'}`);
  const bands = fc.array(
    fc.record({
      start: time.map(localTime),
      end: time.map(localTime),
      minutes: fc.constantFrom(0, 5, 45, 90),
    }),
    { maxLength: 3 },
  );

  it('SCH-05 (narrow: the engine) who leaves at the last moment arrives in time, and no later one does', () => {
    const night = Date.parse('2026-11-01T00:00:00Z');
    fc.assert(
      fc.property(bands, fc.integer({ min: 0, max: 2 * 288 }), (given, step) => {
        const times = new TravelTimes([{ ...travel[0]!, bands: given }], new Map(sites.map(s => [s.id, s])));
        const due = night + step * 5 * MINUTE_MS;
        const arrives = (free: number) => times.arrival('hillcrest', 'lakeside', free);
        const departure = times.departure('hillcrest', 'lakeside', due);
        expect(arrives(departure)).toBeLessThanOrEqual(due);
        for (let free = Math.ceil((departure + 1) / MINUTE_MS) * MINUTE_MS; free <= due; free += MINUTE_MS) {
          expect(arrives(free)).toBeGreaterThan(due);
        }
        // leaving later never brings anybody there earlier
        expect(arrives(due)).toBeLessThanOrEqual(arrives(due + 5 * MINUTE_MS));
        expect(arrives(due) - due).toBeLessThan(DAY_MS);
      }),
      { numRuns: RUNS },
    );
  });
});
