import { patientsContract } from '@spark-den/contracts/patients/operations';
import { fail, type Handlers } from '@spark-den/service-kit';
import type { PatientsDatabase } from '../database.ts';
import { loadPatients, primaryCoverages } from './patient-repository.ts';
import { toPatient, toSummary } from './patient-row.ts';
import type { PracticeCalendar } from './practice-calendar.ts';
import { memberIds, requirePatient, seesRestricted } from './require-patient.ts';

type Handle = Handlers<typeof patientsContract, PatientsDatabase>;

export const getPatient: Handle['getPatient'] = async (context, { patientId }) => {
  return toPatient(await requirePatient(context, patientId));
};

export const resolvePatient: Handle['resolvePatient'] = async (context, { patientId }) => {
  const loaded = (await loadPatients(context.db, [patientId])).get(patientId);
  if (!loaded) throw fail(patientsContract, 'patients.patient_not_found', { patientId });
  context.audit({ patientId: loaded.own.id });
  return { patientId: loaded.own.id, allIds: memberIds(loaded) };
};

export function getPatientSummaries(calendar: PracticeCalendar): Handle['getPatientSummaries'] {
  return async (context, { patientIds }) => {
    const loaded = await loadPatients(context.db, patientIds);
    const visible = [...loaded].filter(([, { row }]) => !row.restricted || seesRestricted(context));
    const ids = [...new Set(visible.map(([, { row }]) => row.id))];
    const primaries = await primaryCoverages(context.db, ids, await calendar.today(context));
    context.audit({ entityType: 'patient', detail: { patientIds: ids } });
    return {
      items: visible.map(([requestedId, { row }]) => ({
        ...toSummary(row, primaries.get(row.id)),
        requestedId,
      })),
    };
  };
}
