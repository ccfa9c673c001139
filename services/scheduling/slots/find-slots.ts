import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { addDays, DAY_MS, instant, toEpochMs, toInstant, type LocalTime } from '@spark-den/kernel';
import { fail, type Handler } from '@spark-den/service-kit';
import { compileSchedule, findSlots as search, isCursor } from '@spark-den/slots';
import type { SchedulingDatabase } from '../database.ts';
import { slotView } from './views.ts';
import { loadClaims, loadRows } from './world-repository.ts';
import { toVisitType, toWorld } from './world.ts';

type FindSlots = Handler<typeof schedulingContract.operations.findSlots, SchedulingDatabase>;

/** Claims reach beyond the range by buffers and travel. */
const MARGIN_MS = DAY_MS;

export const findSlots: FindSlots = async (context, input) => {
  const now = toEpochMs(context.now);
  const day = (date: typeof input.from, zone: string) =>
    toEpochMs(toInstant(date, '00:00' as LocalTime, zone));
  const wide = {
    start: instant(day(input.from, 'UTC') - 2 * DAY_MS),
    end: instant(day(input.to, 'UTC') + 3 * DAY_MS),
  };
  const rows = await loadRows(context.db, wide);
  const type = rows.appointmentTypes.find(entry => entry.id === input.appointmentTypeId);
  if (!type?.active) throw fail(schedulingContract, 'scheduling.appointment_type_not_found');
  const zones = new Map(rows.locations.map(({ id, zone }) => [id, zone]));
  const starts = [...zones.values()].map(zone => day(input.from, zone));
  const ends = [...zones.values()].map(zone => day(addDays(input.to, 1), zone));
  const range = { start: Math.max(now, Math.min(...starts)), end: Math.max(...ends) };
  if (zones.size === 0 || range.start >= range.end) return { items: [], nextCursor: null };
  const claims = await loadClaims(
    context.db,
    { start: instant(range.start - MARGIN_MS), end: instant(range.end + MARGIN_MS) },
    context.now,
  );
  const page = search(compileSchedule(toWorld(rows, claims), range), {
    ...range,
    visit: toVisitType(type),
    providerIds: input.providerIds,
    siteIds: input.locationIds,
    weekdays: input.weekdays,
    earliestTime: input.earliestTime,
    latestTime: input.latestTime,
    stepMinutes: input.stepMinutes,
    policy: input.policy,
    limit: input.limit,
    after: input.cursor === undefined ? null : readCursor(input.cursor),
  });
  return {
    items: page.slots.map(slot => slotView(slot, zones)),
    nextCursor: page.next && writeCursor(page.next),
  };
};

function writeCursor(next: string): string {
  return Buffer.from(next).toString('base64url');
}

function readCursor(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!isCursor(text)) throw fail(schedulingContract, 'scheduling.cursor_invalid');
  return text;
}
