import fc from 'fast-check';
import {
  addDays,
  addMonths,
  ageOn,
  instant,
  isLocalDate,
  localDate,
  localDateAt,
  localDayRange,
  localTime,
  localTimeAt,
  msBetween,
  resolveLocal,
  weekday,
  HOUR_MS,
} from './time.ts';

const ZONES = ['America/Chicago', 'America/Phoenix', 'America/New_York', 'Pacific/Honolulu'];

describe('time', () => {
  it('moves a wall-clock time in the spring gap later by the gap, and takes the first of an autumn overlap', () => {
    const gap = resolveLocal(localDate('2027-03-14'), localTime('02:30'), 'America/Chicago');
    expect(gap).toEqual({ at: '2027-03-14T08:30:00.000Z', resolution: 'gap' });
    expect(localTimeAt(gap.at, 'America/Chicago')).toBe('03:30');
    const overlap = resolveLocal(localDate('2026-11-01'), localTime('01:30'), 'America/Chicago');
    expect(overlap).toEqual({ at: '2026-11-01T06:30:00.000Z', resolution: 'overlap' });
  });

  it('knows days of 23, 24 and 25 hours', () => {
    const hours = (date: string, zone: string) => {
      const { start, end } = localDayRange(localDate(date), zone);
      return msBetween(start, end) / HOUR_MS;
    };
    expect(hours('2027-03-14', 'America/Chicago')).toBe(23);
    expect(hours('2026-11-01', 'America/Chicago')).toBe(25);
    expect(hours('2026-11-01', 'America/Phoenix')).toBe(24);
  });

  it('comes back to the same wall clock for every minute that exists', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 3650 }),
        fc.integer({ min: 0, max: 1439 }),
        (zone, day, minute) => {
          const date = addDays(localDate('2020-01-01'), day);
          const time = localTime(
            `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
          );
          const resolved = resolveLocal(date, time, zone);
          if (resolved.resolution === 'gap') return;
          expect(localDateAt(resolved.at, zone)).toBe(date);
          expect(localTimeAt(resolved.at, zone)).toBe(time);
        },
      ),
    );
  });

  it('refuses dates that do not exist', () => {
    expect(isLocalDate('2026-02-29')).toBe(false);
    expect(isLocalDate('2028-02-29')).toBe(true);
    expect(() => localDate('2026-2-1')).toThrow(RangeError);
  });

  it('counts months, ages and weekdays', () => {
    expect(addMonths(localDate('2026-01-31'), 1)).toBe('2026-02-28');
    expect(ageOn(localDate('2000-02-29'), localDate('2026-02-28'))).toBe(25);
    expect(weekday(localDate('2026-11-21'))).toBe(6);
    expect(instant('2026-11-21T12:00:00Z')).toBe('2026-11-21T12:00:00.000Z');
  });
});
