import { addDays, toInstant, weekday, type Instant, type LocalDate, type LocalTime } from '@spark-den/kernel';

export const ZONE = 'America/Chicago';

export function isWorkday(date: LocalDate): boolean {
  const day = weekday(date);
  return day >= 1 && day <= 5;
}

/** `count` working days from `first` on. */
export function workdaysFrom(first: LocalDate, count: number): LocalDate[] {
  const days: LocalDate[] = [];
  for (let date = first; days.length < count; date = addDays(date, 1)) {
    if (isWorkday(date)) days.push(date);
  }
  return days;
}

/** `count` working days, the last of them `last` or the one before it. */
export function workdaysUntil(last: LocalDate, count: number): LocalDate[] {
  const days: LocalDate[] = [];
  for (let date = last; days.length < count; date = addDays(date, -1)) {
    if (isWorkday(date)) days.unshift(date);
  }
  return days;
}

/** The instant of a wall-clock time in the practice, given as minutes from midnight. */
export function at(date: LocalDate, minutes: number): Instant {
  const pad = (value: number) => String(value).padStart(2, '0');
  return toInstant(date, `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}` as LocalTime, ZONE);
}
