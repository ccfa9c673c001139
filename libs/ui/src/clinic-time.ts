import {
  isLocalDate,
  localDateAt,
  type Instant,
  type LocalDate,
  type LocalTime,
  instant,
} from '@spark-den/kernel';

/**
 * The only way in which dates and times become text in a portal. Every moment is shown on the wall clock of
 * the clinic, whatever zone the browser is in.
 */
const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone}|${JSON.stringify(options)}`;
  let found = cache.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', { timeZone: zone, ...options });
    cache.set(key, found);
  }
  return found;
}

const isOfThisYear = (date: LocalDate) => date.slice(0, 4) === browserNow().slice(0, 4);
const noonUtc = (date: LocalDate) => new Date(`${date}T12:00:00Z`);

/** `11/24/2026` */
export function formatDate(date: LocalDate): string {
  return `${date.slice(5, 7)}/${date.slice(8, 10)}/${date.slice(0, 4)}`;
}

/** `Tue, Nov 24`; with its year, `Mon, Jan 4, 2027`, when that is not this one */
export function formatDay(date: LocalDate): string {
  const year = isOfThisYear(date) ? undefined : 'numeric';
  return formatter('UTC', { weekday: 'short', month: 'short', day: 'numeric', year }).format(noonUtc(date));
}

/** `Tuesday, November 24, 2026` */
export function formatLongDay(date: LocalDate): string {
  return formatter('UTC', { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' }).format(
    noonUtc(date),
  );
}

/** `2:15 PM` */
export function formatTime(time: LocalTime): string {
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 === 0 ? 12 : hour % 12}:${time.slice(3, 5)} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** `2:15 PM` on the clinic's clock */
export function formatTimeAt(at: Instant, zone: string): string {
  return formatter(zone, { hour: 'numeric', minute: '2-digit' }).format(new Date(at));
}

/** `11/24 2:15 PM`; with its year, `11/24/2025 2:15 PM`, when that is not this one */
export function formatShortMoment(at: Instant, zone: string): string {
  const date = localDateAt(at, zone);
  const shown = isOfThisYear(date) ? formatDate(date).slice(0, 5) : formatDate(date);
  return `${shown} ${formatTimeAt(at, zone)}`;
}

/** `Tue, Nov 24, 2:15 PM CT` */
export function formatMoment(at: Instant, zone: string): string {
  return `${formatDay(localDateAt(at, zone))}, ${formatTimeAt(at, zone)} ${zoneLabel(zone, at)}`;
}

/** `CT`, `MST`: short name of the clinic's zone. */
export function zoneLabel(zone: string, at: Instant): string {
  const part = formatter(zone, { timeZoneName: 'shortGeneric' })
    .formatToParts(new Date(at))
    .find(({ type }) => type === 'timeZoneName');
  return part?.value ?? zone;
}

/** `just now`, `4 min ago`, `3 h ago`, then the date. */
export function formatAgo(at: Instant, now: Instant, zone: string): string {
  const minutes = Math.floor((Date.parse(now) - Date.parse(at)) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ago`;
  return formatShortMoment(at, zone);
}

/**
 * Reads what a person types as a date: `11/24/2026`, `11242026`, `11-24-26`, `2026-11-24`.
 * A year of two digits lies at most 20 years ahead of `today`'s, else in the century before.
 */
export function parseTypedDate(text: string, today: LocalDate): LocalDate | undefined {
  const value = text.trim();
  if (isLocalDate(value)) return value;
  const match =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(value) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(value);
  if (!match) return undefined;
  const [, month = '', day = '', year = ''] = match;
  const full = year.length === 4 ? year : fullYear(Number(year), Number(today.slice(0, 4)));
  const date = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : undefined;
}

function fullYear(short: number, thisYear: number): string {
  const inThisCentury = Math.floor(thisYear / 100) * 100 + short;
  return String(inThisCentury > thisYear + 20 ? inThisCentury - 100 : inThisCentury);
}

/** Now, by the clock of this browser: the one place of the portals that reads it. */
export function browserNow(): Instant {
  return instant(Date.now());
}
