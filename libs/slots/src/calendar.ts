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

export function minutesOfTime(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Whether `day` is the nth of its weekday in its month; -1 asks for the last. */
export function isNthOfMonth(day: DayNumber, nth: number): boolean {
  const date = new Date(day * DAY_MS);
  const dayOfMonth = date.getUTCDate();
  if (nth === -1) return new Date((day + 7) * DAY_MS).getUTCMonth() !== date.getUTCMonth();
  return Math.ceil(dayOfMonth / 7) === nth;
}
