import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { fail } from '@spark-den/service-kit';
import type { Db } from '../context.ts';
import type { StoredRule, StoredWindow } from '../database.ts';
import { locations, resourceById, unknownAppointmentTypes } from './schedule-repository.ts';
import { overlappingRules, overlappingWindows } from './windows.ts';

export async function requireProvider(db: Db, providerId: string): Promise<void> {
  const resource = await resourceById(db, providerId);
  if (resource?.kind !== 'provider')
    throw fail(schedulingContract, 'scheduling.provider_not_found', { providerId });
}

export async function requireLocation(db: Db, locationId: string): Promise<void> {
  const known = await locations(db);
  if (!known.some(location => location.id === locationId)) {
    throw fail(schedulingContract, 'scheduling.location_not_found', { locationId });
  }
}

export async function checkRules(db: Db, rules: readonly StoredRule[]): Promise<void> {
  await checkPlaces(db, rules);
  refuse(overlappingRules(rules));
}

export async function checkWindows(db: Db, windows: readonly StoredWindow[]): Promise<void> {
  await checkPlaces(db, windows);
  refuse(overlappingWindows(windows));
}

async function checkPlaces(db: Db, windows: readonly StoredWindow[]): Promise<void> {
  for (const locationId of new Set(windows.map(window => window.locationId)))
    await requireLocation(db, locationId);
  const named = new Set(
    windows.flatMap(({ appointmentTypeIds, quotas = [] }) => [
      ...appointmentTypeIds,
      ...quotas.flatMap(quota => quota.appointmentTypeIds),
    ]),
  );
  for (const appointmentTypeId of await unknownAppointmentTypes(db, [...named])) {
    throw fail(schedulingContract, 'scheduling.appointment_type_not_found', { appointmentTypeId });
  }
}

function refuse(overlap: readonly StoredWindow[] | undefined): void {
  if (!overlap) return;
  const windows = overlap.map(({ start, end }) => `${start}–${end}`);
  throw fail(schedulingContract, 'scheduling.windows_overlap', { windows });
}
