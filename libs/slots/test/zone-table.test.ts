import { DAY_MS, instant, MINUTE_MS, resolveLocal, toEpochMs, zoneOffsetMinutes } from '@spark-den/kernel';
import type { LocalTime } from '@spark-den/kernel';
import fc from 'fast-check';
import { dateOfDay } from '../src/calendar.ts';
import { ZoneTable } from '../src/zone-table.ts';

const zones = fc.constantFrom(
  'America/New_York',
  'America/Phoenix',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Pacific/Apia',
  'UTC',
);
const RUNS = process.env.ASSURE ? 2_000 : 60;

describe('zone table', () => {
  it('has the offsets of the zone and reads wall clocks as the kernel does, in any order of questions', () => {
    fc.assert(
      fc.property(
        zones,
        fc.array(
          fc.record({
            minute: fc.integer({ min: 0, max: 1439 }),
            day: fc.integer({ min: 19_000, max: 22_000 }),
          }),
          {
            minLength: 1,
            maxLength: 8,
          },
        ),
        (zone, questions) => {
          const table = new ZoneTable(zone);
          for (const { day, minute } of questions) {
            const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
            const expected = toEpochMs(resolveLocal(dateOfDay(day), time as LocalTime, zone).at);
            expect(table.instantOf(day, minute)).toBe(expected);
            const at = day * DAY_MS + minute * MINUTE_MS;
            expect(table.offsetAt(at)).toBe(zoneOffsetMinutes(instant(at), zone) * MINUTE_MS);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('reads every quarter of an hour around both changes of each zone as the kernel does', () => {
    const nights: [string, number][] = [
      ['America/New_York', 20_520],
      ['America/New_York', 20_758],
      ['Australia/Lord_Howe', 20_548],
      ['Australia/Lord_Howe', 20_730],
    ];
    for (const [zone, day] of nights) {
      const table = new ZoneTable(zone);
      for (let minute = 0; minute < 1440; minute += 15) {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        expect(table.instantOf(day, minute)).toBe(
          toEpochMs(resolveLocal(dateOfDay(day), time as LocalTime, zone).at),
        );
      }
    }
  });
});
