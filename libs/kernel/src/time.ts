/**
 * Time: instants in UTC, dates and wall-clock times of a place, and the way between them.
 * Instants and local values are text (ISO 8601), so they compare with `<`, sort, and survive JSON.
 */
/** `2026-11-21T23:08:04.000Z` */
export type Instant = string & { readonly __brand: 'Instant' };
/** `2026-11-21` */
export type LocalDate = string & { readonly __brand: 'LocalDate' };
/** `09:30`, minutes of a wall clock */
export type LocalTime = string & { readonly __brand: 'LocalTime' };
/** IANA zone, such as `America/Chicago` */
export type Zone = string & { readonly __brand: 'Zone' };

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export function instant(value: string | number): Instant {
  const ms = typeof value === 'number' ? value : Date.parse(value);
  if (!Number.isFinite(ms)) throw new RangeError(`not an instant: ${value}`);
  return new Date(ms).toISOString() as Instant;
}

export function toEpochMs(value: Instant): number {
  return Date.parse(value);
}

export function plusMs(value: Instant, ms: number): Instant {
  return instant(Date.parse(value) + ms);
}

export function msBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

/** @throws RangeError for a date that does not exist, such as 2026-02-30. */
export function localDate(value: string): LocalDate {
  if (!isLocalDate(value)) throw new RangeError(`not a date: ${value}`);
  return value;
}

export function isLocalDate(value: string): value is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const ms = Date.parse(`${value}T00:00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(value);
}

export function localTime(value: string): LocalTime {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) throw new RangeError(`not a time of day: ${value}`);
  return value as LocalTime;
}

export function isZone(value: string): value is Zone {
  try {
    offsetFormatter(value);
    return true;
  } catch {
    return false;
  }
}

export function zone(value: string): Zone {
  if (!isZone(value)) throw new RangeError(`not an IANA time zone: ${value}`);
  return value;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as LocalDate;
}

/** Adds calendar months; the 31st becomes the last day of a shorter month. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, lastDay));
  return first.toISOString().slice(0, 10) as LocalDate;
}

export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** 0 Sunday … 6 Saturday */
export function weekday(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** Whole years on `on` for someone born on `born`; a 29 February birthday counts from 1 March. */
export function ageOn(born: LocalDate, on: LocalDate): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  return on.slice(5) < born.slice(5) ? years - 1 : years;
}

/** Minutes east of UTC that `at` has in `zone`. */
export function zoneOffsetMinutes(at: Instant | number, zone: string): number {
  const ms = typeof at === 'number' ? at : Date.parse(at);
  const parts = wallClock(ms, zone);
  const asUtc = Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
  return Math.round((asUtc - Math.floor(ms / 1000) * 1000) / MINUTE_MS);
}

/** The date that a calendar on the wall in `zone` shows at `at`. */
export function localDateAt(at: Instant, zone: string): LocalDate {
  const { year, month, day } = wallClock(Date.parse(at), zone);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}` as LocalDate;
}

/** The time that a clock on the wall in `zone` shows at `at`. */
export function localTimeAt(at: Instant, zone: string): LocalTime {
  const { hour, minute } = wallClock(Date.parse(at), zone);
  return `${pad(hour)}:${pad(minute)}` as LocalTime;
}

export interface ResolvedLocal {
  readonly at: Instant;
  /** `gap`: the wall clock skips this time, moved later by the gap; `overlap`: it occurs twice, the first taken. */
  readonly resolution: 'exact' | 'gap' | 'overlap';
}

/** The instant at which clocks in `zone` show `date` `time` (DOMAIN.md A.2: gap moves later, overlap takes the first). */
export function resolveLocal(date: LocalDate, time: LocalTime, zone: string): ResolvedLocal {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const before = zoneOffsetMinutes(wall - DAY_MS, zone);
  const after = zoneOffsetMinutes(wall + DAY_MS, zone);
  const candidates = [...new Set([before, after])]
    .map(offset => wall - offset * MINUTE_MS)
    .filter(ms => ms + zoneOffsetMinutes(ms, zone) * MINUTE_MS === wall)
    .sort((a, b) => a - b);
  const [first] = candidates;
  if (first === undefined) return { at: instant(wall - before * MINUTE_MS), resolution: 'gap' };
  return { at: instant(first), resolution: candidates.length > 1 ? 'overlap' : 'exact' };
}

export function toInstant(date: LocalDate, time: LocalTime, zone: string): Instant {
  return resolveLocal(date, time, zone).at;
}

/** Start of the local day `date` and of the next: a half-open range of 23, 24 or 25 hours. */
export function localDayRange(
  date: LocalDate,
  zone: string,
): { readonly start: Instant; readonly end: Instant } {
  return {
    start: toInstant(date, '00:00' as LocalTime, zone),
    end: toInstant(addDays(date, 1), '00:00' as LocalTime, zone),
  };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function offsetFormatter(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

function wallClock(ms: number, zone: string) {
  const value = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const part of offsetFormatter(zone).formatToParts(ms)) {
    if (part.type in value) value[part.type as keyof typeof value] = Number(part.value);
  }
  return value;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
