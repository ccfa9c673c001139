import type { VisitPatient } from '@spark-den/contracts/clinical/types';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import type { WireOutputOf } from '@spark-den/service-kit';
import type { getPatientSummaries } from '@spark-den/contracts/patients/patient-operations';
import type { ClinicalContext } from '../context.ts';

type Summary = WireOutputOf<typeof getPatientSummaries>['items'][number];

/**
 * Who the visits are about, by the id that the visit holds. The patients service keeps names and decides who
 * may see them; a chart that is closed to the reader is missing here.
 */
export async function visitPatients(
  context: ClinicalContext,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, VisitPatient>> {
  const unique = [...new Set(patientIds)];
  if (unique.length === 0) return new Map();
  const { items } = await context.call(patientsContract).getPatientSummaries({ patientIds: unique });
  for (const { id } of items) context.audit({ patientId: id });
  return new Map(items.map(item => [item.requestedId, toVisitPatient(item)]));
}

function toVisitPatient(summary: Summary): VisitPatient {
  return {
    patientId: summary.id,
    mrn: summary.mrn,
    familyName: summary.name.family,
    givenName: summary.name.given,
    nameUsed: summary.nameUsed,
    birthDate: summary.birthDate as VisitPatient['birthDate'],
    sex: summary.sex,
  };
}
