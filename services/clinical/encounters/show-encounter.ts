import type { signEncounter } from '@spark-den/contracts/clinical/operations';
import type { EncounterContent } from '@spark-den/contracts/clinical/types';
import type { LocalDate } from '@spark-den/kernel';
import type { WireOutputOf } from '@spark-den/service-kit';
import type { ServiceCatalogue } from '../codes/service-catalogue.ts';
import { diagnosisLabel } from '../codes/diagnoses.ts';
import type { ClinicalContext } from '../context.ts';
import { visitPatients } from '../visits/visit-patients.ts';
import { listRevisions, type EncounterRow } from './encounter-repository.ts';

type Shown = WireOutputOf<typeof signEncounter>;

/** An encounter as people read it: with the patient's name, the labels of its codes and its signatures. */
export async function showEncounter(
  context: ClinicalContext,
  row: EncounterRow,
  catalogue: ServiceCatalogue,
): Promise<Shown> {
  const patients = await visitPatients(context, [row.patientId]);
  const revisions = await listRevisions(context, row.id);
  context.audit({ patientId: row.patientId, entityType: 'encounter', entityId: row.id });
  return {
    encounterId: row.id,
    appointmentId: row.appointmentId,
    patientId: row.patientId,
    patient: patients.get(row.patientId) ?? null,
    providerId: row.providerId,
    locationId: row.locationId,
    dateOfService: row.dateOfService,
    status: row.status,
    ...(await labelled(context, row.content, row.dateOfService, catalogue)),
    openedAt: row.openedAt,
    version: row.version,
    revisions: revisions.map(({ revision, signedAt, signedByName, reason }) => ({
      version: revision,
      at: signedAt,
      by: signedByName,
      reason,
    })),
  };
}

/** The codes with their words. */
export async function labelled(
  context: ClinicalContext,
  { diagnoses, services }: EncounterContent,
  on: LocalDate,
  catalogue: ServiceCatalogue,
) {
  const labels = await catalogue.labels(context, on);
  return {
    diagnoses: diagnoses.map(code => ({ code, label: diagnosisLabel(code, on) })),
    services: services.map(service => ({ ...service, label: labels.of(service.code) })),
  };
}
