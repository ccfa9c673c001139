import { toEpochMs } from '@spark-den/kernel';
import type { Participant, Provider, TemplateRule, VisitType, WallWindow, World } from '@spark-den/slots';
import type { Selectable } from 'kysely';
import type { AppointmentTypeTable, StoredRule, StoredWindow } from '../database.ts';
import type { ClaimRow, ScheduleRows } from './world-repository.ts';

/** Rows as the engine of libs/slots wants them. */
export function toWorld(rows: ScheduleRows, claims: readonly ClaimRow[]): World {
  const active = rows.resources.filter(resource => resource.active);
  const spansOf = (resourceId: string) =>
    rows.timeOff
      .filter(entry => entry.resourceId === resourceId)
      .map(entry => ({ start: toEpochMs(entry.startAt), end: toEpochMs(entry.endAt) }));
  return {
    sites: rows.locations.map(({ id, zone }) => ({ id, zone })),
    providers: active
      .filter(resource => resource.kind === 'provider')
      .map<Provider>(({ id, capacity }) => ({
        id,
        capacity,
        templates: rows.templates
          .filter(template => template.providerId === id)
          .map(({ effectiveFrom, rules }) => ({ effectiveFrom, rules: rules.map(toRule) })),
        overrides: rows.overrides
          .filter(override => override.providerId === id)
          .map(({ date, windows }) => ({ date, windows: windows.map(toWindow) })),
        timeOff: spansOf(id),
      })),
    assets: active.flatMap(({ id, kind, locationId, pools, capacity, turnoverMinutes }) =>
      kind === 'provider' || locationId === null
        ? []
        : [{ id, kind, siteId: locationId, pools, capacity, turnoverMinutes, timeOff: spansOf(id) }],
    ),
    closures: rows.closures.map(({ locationId, date, startTime, endTime }) => ({
      siteId: locationId,
      date,
      start: startTime,
      end: endTime,
    })),
    claims: claims.map(claim => ({
      resourceId: claim.resourceId,
      siteId: claim.locationId,
      start: toEpochMs(claim.from),
      end: toEpochMs(claim.to),
      ref: claim.appointmentId ?? undefined,
      visit: claim.appointmentTypeId
        ? { typeId: claim.appointmentTypeId, start: toEpochMs(claim.startAt) }
        : undefined,
    })),
    travel: rows.travel.map(({ fromLocationId, toLocationId, minutes }) => ({
      fromSiteId: fromLocationId,
      toSiteId: toLocationId,
      minutes,
    })),
  };
}

export function toVisitType(
  row: Selectable<AppointmentTypeTable>,
  participants: readonly Participant[] = [],
  durationMinutes?: number,
): VisitType {
  return {
    id: row.id,
    durationMinutes: durationMinutes ?? row.durationMinutes,
    providerDurations:
      durationMinutes === undefined
        ? Object.fromEntries(row.providerDurations.map(({ providerId, minutes }) => [providerId, minutes]))
        : {},
    bufferBeforeMinutes: row.bufferBeforeMinutes,
    bufferAfterMinutes: row.bufferAfterMinutes,
    roomPool: row.roomPool,
    equipmentPools: row.equipmentPools,
    participants,
  };
}

export function toWindow(window: StoredWindow): WallWindow {
  const { start, end, locationId, appointmentTypeIds, quotas = [] } = window;
  return {
    start,
    end,
    siteId: locationId,
    visitTypeIds: appointmentTypeIds,
    quotas: quotas.map(quota => ({ visitTypeIds: quota.appointmentTypeIds, most: quota.most })),
  };
}

export function toRule({ weekday, everyWeeks, nthOfMonth, ...window }: StoredRule): TemplateRule {
  return { ...toWindow(window), weekday, everyWeeks, nthOfMonth };
}
