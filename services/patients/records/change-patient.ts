import type { z } from 'zod';
import { PatientUpdated } from '@spark-den/contracts/patients/events';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import type { FieldChange } from '@spark-den/contracts/patients/types';
import { fail, type Context } from '@spark-den/service-kit';
import type { Updateable } from 'kysely';
import type { PatientsDatabase, PatientTable } from '../database.ts';
import { releaseTaken } from '../merging/merge-repository.ts';
import { ATTRIBUTE_OF_FIELD } from './demographics.ts';
import { insertChange, updatePatientRow, type LoadedPatient } from './patient-repository.ts';

interface PatientChange {
  readonly values: Updateable<PatientTable>;
  readonly fields: readonly z.input<typeof FieldChange>[];
  readonly reason: string;
}

/**
 * The only way in which a patient's row changes: compare-and-swap on the version that the caller read,
 * a row of history with who and why, and the event. Without a difference nothing happens.
 */
export async function changePatient(
  context: Context<PatientsDatabase>,
  patient: LoadedPatient,
  { values, fields, reason }: PatientChange,
): Promise<{ patientId: string; version: number }> {
  const { own } = patient;
  const expected = context.expectedVersion ?? own.version;
  if (expected !== own.version) {
    throw fail(patientsContract, 'patients.version_conflict', { expected, current: own.version });
  }
  if (fields.length === 0) return { patientId: own.id, version: own.version };
  if (!(await updatePatientRow(context.db, own.id, own.version, values))) {
    throw fail(patientsContract, 'patients.version_conflict', { expected });
  }
  const version = own.version + 1;
  const taken = fields.flatMap(({ field }) => ATTRIBUTE_OF_FIELD[field] ?? []);
  await releaseTaken(context.db, patient.merges, own.id, taken);
  await insertChange(context.db, {
    id: context.newId(),
    practiceId: context.practiceId,
    patientId: own.id,
    version,
    changedAt: context.now,
    changedBy: context.principal.displayName,
    changedById: context.principal.id,
    reason,
    fields: JSON.stringify(fields),
  });
  await context.emit(
    PatientUpdated,
    { patientId: own.id, version, fields: fields.map(({ field }) => field) },
    own.id,
  );
  return { patientId: own.id, version };
}
