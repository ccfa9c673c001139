import { patientsContract } from '@spark-den/contracts/patients/operations';
import { fail, type Handlers } from '@spark-den/service-kit';
import type { PatientsDatabase } from '../database.ts';
import { badgesOf } from '../eligibility/eligibility-repository.ts';
import { loadPatients } from '../records/patient-repository.ts';
import { memberIds } from '../records/require-patient.ts';
import { inPayingOrder } from './coverage.ts';
import { coveragesOf } from './coverage-repository.ts';
import { fieldsOf } from './manage-coverages.ts';

type Handle = Handlers<typeof patientsContract, PatientsDatabase>;

/** For other services: a restricted chart is billed like any other. */
export const getPatientForClaim: Handle['getPatientForClaim'] = async (context, { patientId, on }) => {
  const patient = (await loadPatients(context.db, [patientId])).get(patientId);
  if (!patient) throw fail(patientsContract, 'patients.patient_not_found', { patientId });
  const { row, consents } = patient;
  context.audit({ patientId: row.id, entityType: 'patient', entityId: row.id });
  const coverages = inPayingOrder(await coveragesOf(context.db, memberIds(patient), on));
  const badges = await badgesOf(
    context.db,
    coverages.map(({ id }) => id),
  );
  const holds = (kind: string) => consents.find(consent => consent.kind === kind)?.status === 'given';
  return {
    patientId: row.id,
    mrn: row.mrn,
    name: { family: row.family, given: row.given, middle: row.middle, suffix: row.suffix },
    birthDate: row.birthDate,
    sex: row.sex,
    address: row.address,
    mailingAddress: row.preferences.confidentialAddress ?? row.address,
    phone: row.phones[0]?.number ?? null,
    email: row.email,
    coverages: coverages.map(coverage => ({
      ...fieldsOf(coverage),
      id: coverage.id,
      lastGoodEligibility: badges.get(coverage.id)?.lastGood ?? null,
    })),
    consents: {
      releaseOfInformation: holds('privacy-notice'),
      assignmentOfBenefits: holds('assignment-of-benefits'),
    },
  };
};
