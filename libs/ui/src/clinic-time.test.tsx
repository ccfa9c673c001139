import { jest } from '@jest/globals';
import { instant, localDate, localTime } from '@spark-den/kernel';
import {
  formatAgo,
  formatDay,
  formatMoment,
  formatShortMoment,
  formatTime,
  formatTimeAt,
  parseTypedDate,
} from './clinic-time.ts';

describe('clinicTime', () => {
  beforeAll(() => jest.useFakeTimers({ now: new Date('2026-11-24T20:15:00Z') }));
  afterAll(() => jest.useRealTimers());

  it('shows moments on the clock of the clinic, across the change to daylight saving', () => {
    expect(formatTimeAt(instant('2027-03-13T15:00:00Z'), 'America/Chicago')).toBe('9:00 AM');
    expect(formatTimeAt(instant('2027-03-14T14:00:00Z'), 'America/Chicago')).toBe('9:00 AM');
    expect(formatTimeAt(instant('2027-03-14T14:00:00Z'), 'America/Phoenix')).toBe('7:00 AM');
    expect(formatMoment(instant('2026-11-24T20:15:00Z'), 'America/Chicago')).toBe('Tue, Nov 24, 2:15 PM CT');
  });

  it('shows dates and times of day without moving them to a zone', () => {
    expect(formatDay(localDate('2026-11-24'))).toBe('Tue, Nov 24');
    expect([
      formatTime(localTime('00:05')),
      formatTime(localTime('12:00')),
      formatTime(localTime('13:30')),
    ]).toEqual(['12:05 AM', '12:00 PM', '1:30 PM']);
  });

  it('names the year of what is not of this year', () => {
    expect(formatDay(localDate('2027-01-04'))).toBe('Mon, Jan 4, 2027');
    expect(formatShortMoment(instant('2025-12-31T20:15:00Z'), 'America/Chicago')).toBe('12/31/2025 2:15 PM');
    expect(formatShortMoment(instant('2026-11-22T17:00:00Z'), 'America/Chicago')).toBe('11/22 11:00 AM');
  });

  it('says how old something is', () => {
    const now = instant('2026-11-24T20:15:00Z');
    const ago = (at: string) => formatAgo(instant(at), now, 'America/Chicago');
    expect(ago('2026-11-24T20:14:40Z')).toBe('just now');
    expect(ago('2026-11-24T20:11:00Z')).toBe('4 min ago');
    expect(ago('2026-11-24T17:00:00Z')).toBe('3 h ago');
    expect(ago('2026-11-22T17:00:00Z')).toBe('11/22 11:00 AM');
  });

  it('reads dates as people type them, and refuses those that do not exist', () => {
    const today = localDate('2026-11-24');
    const read = (text: string) => parseTypedDate(text, today);
    for (const text of ['04/12/1968', '4-12-68', '04121968', '1968-04-12', ' 4.12.1968 '])
      expect(read(text)).toBe('1968-04-12');
    expect(read('4/12/30')).toBe('2030-04-12');
    expect(read('4/12/47')).toBe('1947-04-12');
    for (const text of ['02/30/2026', '13/01/2026', 'soon', '']) expect(read(text)).toBeUndefined();
  });
});
