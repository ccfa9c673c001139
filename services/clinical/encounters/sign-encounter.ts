import { EncounterClosed, EncounterSigned } from '@spark-den/contracts/clinical/events';
import { clinicalContract, type signEncounter as operation } from '@spark-den/contracts/clinical/operations';
import { fail, type Handler } from '@spark-den/service-kit';
import type { ServiceCatalogue } from '../codes/service-catalogue.ts';
import type { ClinicalContext } from '../context.ts';
import type { Database } from '../database.ts';
import { problemsOf } from './encounter.ts';
import { addRevision, lockEncounter, saveEncounter, type EncounterRow } from './encounter-repository.ts';
import { showEncounter } from './show-encounter.ts';

export const signEncounter =
  (catalogue: ServiceCatalogue): Handler<typeof operation, Database> =>
  async (context, { encounterId }) => {
    const row = await lockEncounter(context, encounterId);
    if (row.status === 'signed') throw fail(clinicalContract, 'clinical.encounter_signed', { encounterId });
    await mustBeComplete(context, row, catalogue);
    const signed = await saveEncounter(context, row, { status: 'signed' });
    await addRevision(context, signed, { number: 1, reason: '' });
    await context.emit(EncounterClosed, billable(signed), signed.appointmentId);
    await context.emit(EncounterSigned, signature(signed, 1), signed.appointmentId);
    return showEncounter(context, signed, catalogue);
  };

/** Refuses content that a bill could not be made from, naming each thing to mend. */
export async function mustBeComplete(
  context: ClinicalContext,
  row: EncounterRow,
  catalogue: ServiceCatalogue,
): Promise<void> {
  const problems = problemsOf(row.content, await catalogue.judge(context, row.dateOfService));
  if (problems.length > 0) {
    throw fail(clinicalContract, 'clinical.encounter_incomplete', { encounterId: row.id, problems });
  }
}

/** What may cross to the business side, and no more. */
export function billable(row: EncounterRow) {
  return {
    encounterId: row.id,
    appointmentId: row.appointmentId,
    patientId: row.patientId,
    providerId: row.providerId,
    locationId: row.locationId,
    dateOfService: row.dateOfService,
    diagnoses: row.content.diagnoses,
    services: row.content.services.map(({ code, modifiers, units, diagnosisPointers }) => ({
      code,
      modifiers,
      units,
      diagnosisPointers,
    })),
  };
}

export function signature(row: EncounterRow, version: number) {
  return { encounterId: row.id, appointmentId: row.appointmentId, patientId: row.patientId, version };
}
