import { patientsContract } from '@spark-den/contracts/patients/operations';
import { fail, type Context } from '@spark-den/service-kit';
import type { PatientsDatabase } from '../database.ts';
import { loadPatients, type LoadedPatient } from './patient-repository.ts';

type PatientContext = Context<PatientsDatabase>;

/** Whether this principal may see restricted charts; other services see what the work needs. */
export function seesRestricted(context: PatientContext): boolean {
  return context.principal.kind !== 'user' || context.principal.permissions.has('patients.restricted.access');
}

/** The surviving record of an id, with the access noted for the audit; restricted charts are refused. */
export async function requirePatient(context: PatientContext, patientId: string): Promise<LoadedPatient> {
  const loaded = (await loadPatients(context.db, [patientId])).get(patientId);
  if (!loaded) throw fail(patientsContract, 'patients.patient_not_found', { patientId });
  context.audit({ patientId: loaded.row.id, entityType: 'patient', entityId: loaded.row.id });
  if (loaded.row.restricted && !seesRestricted(context)) {
    throw fail(patientsContract, 'patients.patient_restricted', { patientId });
  }
  return loaded;
}

/** Ids of all records that stand for the same person. */
export function memberIds({ own, aliases }: LoadedPatient): string[] {
  return [own.id, ...aliases.map(alias => alias.id)];
}
