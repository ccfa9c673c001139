import { addDays } from '@spark-den/kernel';
import type { Selectable } from 'kysely';
import type {
  AppointmentTypeTable,
  AvailabilityOverrideTable,
  AvailabilityTemplateTable,
  ClosureTable,
  ResourceTable,
  TimeOffTable,
} from '../database.ts';

/** Rows as the contract shows them. */
export function appointmentTypeView(row: Selectable<AppointmentTypeTable>) {
  const { id, practiceId: _practice, ...rest } = row;
  return { appointmentTypeId: id, ...rest };
}

export function resourceView({ id, practiceId: _practice, ...rest }: Selectable<ResourceTable>) {
  return { resourceId: id, ...rest };
}

/** A template holds until the day before the next one begins. */
export function templateViews(rows: readonly Selectable<AvailabilityTemplateTable>[]) {
  return rows.map((row, index) => {
    const next = rows.slice(index + 1).find(other => other.providerId === row.providerId);
    return {
      templateId: row.id,
      providerId: row.providerId,
      effectiveFrom: row.effectiveFrom,
      effectiveTo: next ? addDays(next.effectiveFrom, -1) : null,
      rules: row.rules.map(rule => ({ ...rule, quotas: rule.quotas ?? [] })),
    };
  });
}

export function overrideView(row: Selectable<AvailabilityOverrideTable>) {
  const { id, providerId, date, reason } = row;
  const windows = row.windows.map(window => ({ ...window, quotas: window.quotas ?? [] }));
  return { overrideId: id, providerId, date, windows, reason };
}

export function timeOffView({ id, resourceId, startAt, endAt, reason }: Selectable<TimeOffTable>) {
  return { timeOffId: id, resourceId, start: startAt, end: endAt, reason };
}

export function closureView({ id, locationId, date, startTime, endTime, reason }: Selectable<ClosureTable>) {
  return { closureId: id, locationId, date, start: startTime, end: endTime, reason };
}
