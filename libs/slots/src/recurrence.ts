import { DAY_MS, MINUTE_MS, type LocalDate, type LocalTime } from '@spark-den/kernel';
import { RRuleTemporal } from 'rrule-temporal';
import { closedSpans } from './availability.ts';
import { dateOfDay, dayNumber, minutesOfTime, weekdayOf } from './calendar.ts';
import { firstOverlap, type SpanSet } from './spans.ts';
import type { Closure, Site, Span } from './types.ts';
import { zoneTable, type DayNumber } from './zone-table.ts';

/** A visit that comes again at the same wall-clock time. */
export interface Series {
  /** The first occurrence, if the rule has it. */
  readonly from: LocalDate;
  readonly time: LocalTime;
  readonly durationMinutes: number;
  /** RFC 5545 rule by dates, such as `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=12`; without UNTIL. */
  readonly rule: string;
  /** The last date on which it may come. */
  readonly until?: LocalDate;
  /** What happens where the site is shut: no visit, or the next open day at the same time. */
  readonly atClosure: 'skip' | 'move';
  /** Weekdays to which a visit may move, 0 Sunday … 6 Saturday; Monday to Friday when left out. */
  readonly moveTo?: readonly number[];
}

/** One row of a series. `index` counts every planned occurrence from 0, so that it stays when others change. */
export interface Occurrence extends Span {
  readonly index: number;
  readonly planned: LocalDate;
  /** Where it is now; the planned date when it was skipped. */
  readonly date: LocalDate;
  readonly status: 'planned' | 'moved' | 'skipped';
}

const DATES_ONLY =
  /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;(COUNT=\d{1,4}|(INTERVAL|BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS|WKST)=[A-Z0-9,+-]+))*$/;
const LONGEST_MOVE = 13;
const WORKING_DAYS = [1, 2, 3, 4, 5];

/**
 * The occurrences of a series up to a date, as rows. A moved one never lands on a date of another.
 *
 * @param to the last date asked for
 * @throws RangeError for a rule that is not one by dates
 */
export function occurrencesOf(
  series: Series,
  site: Site,
  closures: readonly Closure[],
  to: LocalDate,
): Occurrence[] {
  const days = plannedDays(series, series.until && series.until < to ? series.until : to);
  const taken = new Set(days);
  const closed = closedSpans(closures, site);
  return days.map((day, index): Occurrence => {
    const row = { index, planned: dateOfDay(day), date: dateOfDay(day), ...spanOn(series, site, day) };
    if (!isShut(closed, row)) return { ...row, status: 'planned' };
    const moved = series.atClosure === 'move' ? nextOpenDay(series, site, closed, day, taken) : null;
    if (moved === null) return { ...row, status: 'skipped' };
    taken.add(moved);
    return { ...row, date: dateOfDay(moved), ...spanOn(series, site, moved), status: 'moved' };
  });
}

/** The library lists dates at midnight UTC; the site's wall clock comes in afterwards, from its own table. */
function plannedDays({ rule, from }: Series, to: LocalDate): DayNumber[] {
  if (!DATES_ONLY.test(rule)) throw new RangeError(`Not a rule by dates: ${rule}`);
  const midnight = (date: LocalDate) => `${date.replaceAll('-', '')}T000000Z`;
  // a rule ends by its count or by the last date, never by both
  const ending = rule.includes('COUNT=') ? '' : `;UNTIL=${midnight(to)}`;
  const last = dayNumber(to);
  return new RRuleTemporal({ rruleString: `DTSTART:${midnight(from)}\nRRULE:${rule}${ending}` })
    .all()
    .map(at => at.epochMilliseconds / DAY_MS)
    .filter(day => day <= last);
}

function nextOpenDay(
  series: Series,
  site: Site,
  closed: SpanSet,
  day: DayNumber,
  taken: ReadonlySet<DayNumber>,
): DayNumber | null {
  const weekdays = series.moveTo ?? WORKING_DAYS;
  for (let next = day + 1; next <= day + LONGEST_MOVE; next += 1) {
    if (taken.has(next) || !weekdays.includes(weekdayOf(next))) continue;
    if (!isShut(closed, spanOn(series, site, next))) return next;
  }
  return null;
}

function spanOn({ time, durationMinutes }: Series, { zone }: Site, day: DayNumber): Span {
  const start = zoneTable(zone).instantOf(day, minutesOfTime(time));
  return { start, end: start + durationMinutes * MINUTE_MS };
}

function isShut(closed: SpanSet, { start, end }: Span): boolean {
  return firstOverlap(closed, start, end) !== undefined;
}
