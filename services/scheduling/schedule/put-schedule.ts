import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { fail, type Handler } from '@spark-den/service-kit';
import { summaryView } from '../appointments/appointment-view.ts';
import type { SchedulingDatabase } from '../database.ts';
import { appointmentsIn } from './affected-repository.ts';
import { checkRules, checkWindows, requireLocation, requireProvider } from './checks.ts';
import {
  removeEntry,
  resourceById,
  saveAppointmentType,
  saveClosure,
  saveOverride,
  saveTemplate,
  saveTimeOff,
  templates,
} from './schedule-repository.ts';
import { appointmentTypeView, closureView, overrideView, templateViews, timeOffView } from './views.ts';

type Operations = typeof schedulingContract.operations;

export const putAppointmentType: Handler<Operations['putAppointmentType'], SchedulingDatabase> = async (
  { db, practiceId },
  { appointmentTypeId, providerDurations, equipmentPools, preparation, ...rest },
) => {
  for (const { providerId } of providerDurations) await requireProvider(db, providerId);
  return appointmentTypeView(
    await saveAppointmentType(db, {
      practiceId,
      id: appointmentTypeId,
      ...rest,
      providerDurations: JSON.stringify(providerDurations),
      equipmentPools: JSON.stringify(equipmentPools),
      preparation: JSON.stringify(preparation),
    }),
  );
};

export const putAvailabilityTemplate: Handler<
  Operations['putAvailabilityTemplate'],
  SchedulingDatabase
> = async (context, { providerId, effectiveFrom, rules }) => {
  const { db, practiceId } = context;
  await requireProvider(db, providerId);
  await checkRules(db, rules);
  const id = context.newId();
  const saved = await saveTemplate(db, {
    id,
    practiceId,
    providerId,
    effectiveFrom,
    rules: JSON.stringify(rules),
  });
  const all = templateViews(await templates(db, providerId));
  return all.find(template => template.templateId === saved.id)!;
};

export const putAvailabilityOverride: Handler<
  Operations['putAvailabilityOverride'],
  SchedulingDatabase
> = async (context, { providerId, date, windows, reason }) => {
  const { db, practiceId } = context;
  await requireProvider(db, providerId);
  await checkWindows(db, windows);
  const row = { id: context.newId(), practiceId, providerId, date, windows: JSON.stringify(windows), reason };
  return overrideView(await saveOverride(db, row));
};

/** Time off is set even where visits are booked: they are listed, for somebody to move them. */
export const putTimeOff: Handler<Operations['putTimeOff'], SchedulingDatabase> = async (
  context,
  { timeOffId, resourceId, start, end, reason },
) => {
  const { db, practiceId } = context;
  if (!(await resourceById(db, resourceId))) throw fail(schedulingContract, 'scheduling.resource_not_found');
  const saved = await saveTimeOff(db, {
    id: timeOffId,
    practiceId,
    resourceId,
    startAt: start,
    endAt: end,
    reason,
  });
  const affected = await appointmentsIn(db, resourceId, { start, end });
  for (const row of affected) context.audit({ patientId: row.patientId });
  return { timeOff: timeOffView(saved), affected: affected.map(row => summaryView(row, context)) };
};

export const putClosure: Handler<Operations['putClosure'], SchedulingDatabase> = async (
  { db, practiceId },
  { closureId, locationId, date, start, end, reason },
) => {
  if (locationId !== null) await requireLocation(db, locationId);
  return closureView(
    await saveClosure(db, {
      id: closureId,
      practiceId,
      locationId,
      date,
      startTime: start,
      endTime: end,
      reason,
    }),
  );
};

export const removeScheduleEntry: Handler<Operations['removeScheduleEntry'], SchedulingDatabase> = async (
  { db },
  { entryId },
) => {
  const removed = await removeEntry(db, entryId);
  if (!removed) throw fail(schedulingContract, 'scheduling.entry_not_found', { entryId });
  return { removed };
};
