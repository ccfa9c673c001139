import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { fail, type Handler } from '@spark-den/service-kit';
import type { SchedulingDatabase } from '../database.ts';
import {
  appointmentTypes,
  closures,
  locations,
  overrides,
  resourceById,
  resources,
  templates,
  timeOff,
} from './schedule-repository.ts';
import {
  appointmentTypeView,
  closureView,
  overrideView,
  resourceView,
  templateViews,
  timeOffView,
} from './views.ts';

type Operations = typeof schedulingContract.operations;

export const listAppointmentTypes: Handler<Operations['listAppointmentTypes'], SchedulingDatabase> = async ({
  db,
}) => ({ items: (await appointmentTypes(db)).map(appointmentTypeView) });

export const listSchedulingResources: Handler<
  Operations['listSchedulingResources'],
  SchedulingDatabase
> = async ({ db }) => ({
  locations: (await locations(db)).map(({ id, name, zone }) => ({ locationId: id, name, zone })),
  resources: (await resources(db)).map(resourceView),
});

export const getProviderSchedule: Handler<Operations['getProviderSchedule'], SchedulingDatabase> = async (
  { db },
  { providerId },
) => {
  const provider = await resourceById(db, providerId);
  if (provider?.kind !== 'provider')
    throw fail(schedulingContract, 'scheduling.provider_not_found', { providerId });
  return {
    providerId,
    templates: templateViews(await templates(db, providerId)),
    overrides: (await overrides(db, { providerId })).map(overrideView),
    timeOff: (await timeOff(db, { resourceId: providerId })).map(timeOffView),
  };
};

export const listClosures: Handler<Operations['listClosures'], SchedulingDatabase> = async (
  { db },
  { from, to },
) => ({
  items: (await closures(db, from, to)).map(closureView),
});
