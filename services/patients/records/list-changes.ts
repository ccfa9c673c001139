import type { patientsContract } from '@spark-den/contracts/patients/operations';
import type { Handlers } from '@spark-den/service-kit';
import type { PatientsDatabase } from '../database.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { listChanges } from './patient-repository.ts';
import { memberIds, requirePatient } from './require-patient.ts';

type Handle = Handlers<typeof patientsContract, PatientsDatabase>;

export const listPatientChanges: Handle['listPatientChanges'] = async (
  context,
  { patientId, cursor, limit },
) => {
  const patient = await requirePatient(context, patientId);
  const before = decodeCursor(cursor)?.[0];
  const rows = await listChanges(
    context.db,
    memberIds(patient),
    before === undefined ? undefined : Number(before),
    limit,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(row => ({
      version: row.version,
      at: row.changedAt,
      by: row.changedBy,
      reason: row.reason,
      fields: row.fields,
    })),
    nextCursor: rows.length > limit && last ? encodeCursor([last.sequence]) : null,
  };
};
