import { administrationContract } from '@spark-den/contracts/administration/operations';
import { addDays, localDateAt, localDayRange, type LocalDate, type Zone } from '@spark-den/kernel';
import type { AnalyticsContext } from '../context.ts';
import type { TimeRange } from '../money/money-repository.ts';

/** Today as the practice's places see it. Locations in different zones may be on different dates. */
export interface Day {
  readonly zone: Zone;
  readonly date: LocalDate;
  dateAt(locationId: string): LocalDate;
}

const WEEKS_BEFORE = [1, 2, 3, 4] as const;

export async function today(context: AnalyticsContext): Promise<Day> {
  const administration = context.call(administrationContract);
  const { zone } = await administration.getPractice({});
  const { items } = await administration.listLocations({ limit: 200, includeInactive: true });
  const date = localDateAt(context.now, zone);
  const dates = new Map(items.map(location => [location.id, localDateAt(context.now, location.zone)]));
  return { zone, date, dateAt: locationId => dates.get(locationId) ?? date };
}

/** How many weeks back there is something to compare with: one to four, never before the first record. */
export function weeksSince(first: LocalDate | null, date: LocalDate): readonly number[] {
  return first === null ? [] : WEEKS_BEFORE.filter(weeks => addDays(date, -7 * weeks) >= first);
}

/** The `count` local days that end with `last`, as instants. */
export function daysUntil(last: LocalDate, count: number, zone: string): TimeRange {
  return { start: localDayRange(addDays(last, 1 - count), zone).start, end: localDayRange(last, zone).end };
}
