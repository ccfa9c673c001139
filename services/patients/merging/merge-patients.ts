import { PatientsMerged, PatientsUnmerged } from '@spark-den/contracts/patients/events';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { fail, type Context, type Handlers } from '@spark-den/service-kit';
import type { PatientsDatabase } from '../database.ts';
import { closePair } from '../duplicates/pair-repository.ts';
import {
  insertChange,
  loadPatients,
  updatePatientRow,
  type LoadedPatient,
} from '../records/patient-repository.ts';
import { memberIds, requirePatient } from '../records/require-patient.ts';
import { endMerge, findMerge, insertMerge, lockPatients, mergesOf } from './merge-repository.ts';

type Handle = Handlers<typeof patientsContract, PatientsDatabase>;

/** Writes one row. Both records, and everything that names them, stay as they are. */
export const mergePatients: Handle['mergePatients'] = async (
  context,
  { patientId, mergedPatientId, mergedVersion, take, reason },
) => {
  if (patientId === mergedPatientId) throw fail(patientsContract, 'patients.merge_with_itself');
  await lockPatients(context.db, [patientId, mergedPatientId]);
  const surviving = await requireUnmerged(context, patientId);
  const merged = await requireUnmerged(context, mergedPatientId);
  if (surviving.own.version !== context.expectedVersion || merged.own.version !== mergedVersion) {
    throw fail(patientsContract, 'patients.version_conflict', {
      current: surviving.own.version,
      mergedCurrent: merged.own.version,
    });
  }
  const mergeId = context.newId();
  await insertMerge(context.db, {
    id: mergeId,
    practiceId: context.practiceId,
    survivingId: surviving.own.id,
    mergedId: merged.own.id,
    take: JSON.stringify(take),
    reason,
    mergedAt: context.now,
    mergedBy: context.principal.displayName,
  });
  const version = await noteMerge(context, surviving, reason, { before: null, after: merged.own.id });
  await closePair(context.db, surviving.own.id, merged.own.id);
  const ids = { mergeId, survivingPatientId: surviving.own.id, mergedPatientId: merged.own.id };
  await context.emit(PatientsMerged, ids, surviving.own.id);
  return { mergeId, survivingPatientId: surviving.own.id, version };
};

/** The record itself, not what it was merged into. */
async function requireUnmerged(context: Context<PatientsDatabase>, id: string): Promise<LoadedPatient> {
  const loaded = await requirePatient(context, id);
  if (loaded.own.id !== id) throw fail(patientsContract, 'patients.already_merged', { patientId: id });
  return loaded;
}

/** The survivor looks different from now on, so its version moves and its history says why. */
async function noteMerge(
  context: Context<PatientsDatabase>,
  surviving: LoadedPatient,
  reason: string,
  alias: { before: string | null; after: string | null },
): Promise<number> {
  const { own } = surviving;
  if (!(await updatePatientRow(context.db, own.id, own.version, {}))) {
    throw fail(patientsContract, 'patients.version_conflict', {});
  }
  await insertChange(context.db, {
    id: context.newId(),
    practiceId: context.practiceId,
    patientId: own.id,
    version: own.version + 1,
    changedAt: context.now,
    changedBy: context.principal.displayName,
    changedById: context.principal.id,
    reason,
    fields: JSON.stringify([{ field: 'mergedRecord', ...alias }]),
  });
  return own.version + 1;
}

export const unmergePatients: Handle['unmergePatients'] = async (context, { mergeId, reason }) => {
  const merge = await findMerge(context.db, mergeId);
  if (!merge || merge.unmergedAt !== null)
    throw fail(patientsContract, 'patients.merge_not_found', { mergeId });
  await lockPatients(context.db, [merge.survivingId, merge.mergedId]);
  const surviving = (await loadPatients(context.db, [merge.survivingId])).get(merge.survivingId);
  if (!surviving || surviving.own.id !== merge.survivingId) {
    throw fail(patientsContract, 'patients.merge_order', { mergeId });
  }
  await endMerge(context.db, mergeId, {
    unmergedAt: context.now,
    unmergedBy: context.principal.displayName,
    unmergeReason: reason,
  });
  await noteMerge(context, surviving, reason, { before: merge.mergedId, after: null });
  context.audit({ patientId: merge.survivingId, entityType: 'patient-merge', entityId: mergeId });
  context.audit({ patientId: merge.mergedId, entityType: 'patient-merge', entityId: mergeId });
  const ids = { survivingPatientId: merge.survivingId, mergedPatientId: merge.mergedId };
  await context.emit(PatientsUnmerged, { mergeId, ...ids }, merge.survivingId);
  return ids;
};

export const listMerges: Handle['listMerges'] = async (context, { patientId }) => {
  const patient = await requirePatient(context, patientId);
  const rows = await mergesOf(context.db, memberIds(patient));
  return {
    items: rows.map(row => ({
      id: row.id,
      survivingPatientId: row.survivingId,
      mergedPatientId: row.mergedId,
      take: row.take,
      reason: row.reason,
      mergedAt: row.mergedAt,
      mergedBy: row.mergedBy,
      unmergedAt: row.unmergedAt,
    })),
  };
};
