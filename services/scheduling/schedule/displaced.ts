import { DAY_MS, MINUTE_MS, toEpochMs } from '@spark-den/kernel';
import { compileSchedule, explainWish, type Claim, type SlotReasonCode, type World } from '@spark-den/slots';
import type { SummaryRow } from '../appointments/appointment-repository.ts';

/** Visits stand where they stand: that they meet one another is no matter of the schedule. */
const BETWEEN_VISITS: ReadonlySet<SlotReasonCode> = new Set(['provider-busy', 'travel-between-sites']);

/**
 * Booked visits that a provider's schedule would not take where they are: outside working time, at another
 * place, of a type that is not offered, or beyond a quota, which those who booked first fill.
 */
export function displaced(world: World, booked: readonly SummaryRow[]): SummaryRow[] {
  const kept: Claim[] = [];
  const displacedIds = new Set<string>();
  for (const row of [...booked].sort(byBooking)) {
    if (isTaken({ ...world, assets: [], claims: kept }, row)) kept.push(claimOf(row));
    else displacedIds.add(row.id);
  }
  return booked.filter(({ id }) => displacedIds.has(id));
}

function isTaken(world: World, row: SummaryRow): boolean {
  const { start, end, resourceId: providerId, siteId } = claimOf(row);
  const schedule = compileSchedule(world, { start: start - DAY_MS, end: end + DAY_MS });
  const visit = {
    id: row.appointmentTypeId,
    durationMinutes: (end - start) / MINUTE_MS,
    roomPool: null,
    equipmentPools: [],
  };
  const { reasons } = explainWish(schedule, { visit, providerId, siteId, start });
  return reasons.every(({ code }) => BETWEEN_VISITS.has(code));
}

function claimOf({ providerId, locationId, startAt, endAt, appointmentTypeId }: SummaryRow): Claim {
  const start = toEpochMs(startAt);
  return {
    resourceId: providerId,
    siteId: locationId,
    start,
    end: toEpochMs(endAt),
    visit: { typeId: appointmentTypeId, start },
  };
}

function byBooking(a: SummaryRow, b: SummaryRow): number {
  return toEpochMs(a.bookedAt) - toEpochMs(b.bookedAt) || toEpochMs(a.startAt) - toEpochMs(b.startAt);
}
