import { DAY_MS, type LocalDate, type LocalTime } from '@spark-den/kernel';
import type { DayNumber } from './zone-table.ts';

export function dayNumber(date: LocalDate): DayNumber {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

export function dateOfDay(day: DayNumber): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10) as LocalDate;
}

/** 0 Sunday … 6 Saturday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Weeks begin on Sunday. */
export function weekNumber(day: DayNumber): number {
  return Math.floor((day + 4) / 7);
}

/** What two digits of a text add to what their codes say. */
const TWO_ZEROS = 11 * '0'.charCodeAt(0);

/** Digit by digit, since cutting the text would be slow: this is asked for each window of each day. */
export function minutesOfTime(time: LocalTime): number {
  const hours = time.charCodeAt(0) * 10 + time.charCodeAt(1) - TWO_ZEROS;
  return hours * 60 + time.charCodeAt(3) * 10 + time.charCodeAt(4) - TWO_ZEROS;
}

/** Whether `day` is the nth of its weekday in its month; -1 asks for the last. */
export function isNthOfMonth(day: DayNumber, nth: number): boolean {
  const date = new Date(day * DAY_MS);
  const dayOfMonth = date.getUTCDate();
  if (nth === -1) return new Date((day + 7) * DAY_MS).getUTCMonth() !== date.getUTCMonth();
  return Math.ceil(dayOfMonth / 7) === nth;
}
