import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { fail, type Handler } from '@spark-den/service-kit';
import type { SchedulingDatabase } from '../database.ts';
import {
  saveAppointmentType,
  saveLocation,
  saveResource,
  saveTemplate,
  saveTravel,
} from './schedule-repository.ts';
import { checkRules } from './checks.ts';

type InstallSchedule = Handler<typeof schedulingContract.operations.installSchedule, SchedulingDatabase>;

/** Ids are the document's, so that installing twice is the same as once. */
export const installSchedule: InstallSchedule = async (context, document) => {
  const { db, practiceId } = context;
  if (document.practiceId !== practiceId) throw fail(schedulingContract, 'scheduling.other_practice');
  for (const { locationId, name, zone } of document.locations) {
    await saveLocation(db, { practiceId, id: locationId, name, zone });
  }
  for (const { resourceId, pools, ...resource } of document.resources) {
    await saveResource(db, { practiceId, id: resourceId, ...resource, pools: JSON.stringify(pools) });
  }
  for (const leg of document.travelMinutes) await saveTravel(db, { practiceId, ...leg });
  for (const type of document.appointmentTypes) {
    const { appointmentTypeId, providerDurations, equipmentPools, preparation, ...rest } = type;
    await saveAppointmentType(db, {
      practiceId,
      id: appointmentTypeId,
      ...rest,
      providerDurations: JSON.stringify(providerDurations),
      equipmentPools: JSON.stringify(equipmentPools),
      preparation: JSON.stringify(preparation),
    });
  }
  for (const { providerId, effectiveFrom, rules } of document.templates) {
    await checkRules(db, rules);
    await saveTemplate(db, {
      id: context.newId(),
      practiceId,
      providerId,
      effectiveFrom,
      rules: JSON.stringify(rules),
    });
  }
  return {
    resources: document.resources.length,
    appointmentTypes: document.appointmentTypes.length,
    templates: document.templates.length,
  };
};
