import { patientsContract } from '@spark-den/contracts/patients/operations';
import { fail, type Context, type Handlers } from '@spark-den/service-kit';
import type { PatientsDatabase } from '../database.ts';
import { decodeCursor, encodeCursor } from '../records/cursor.ts';
import { loadPatients } from '../records/patient-repository.ts';
import { toSummary } from '../records/patient-row.ts';
import { requirePatient, seesRestricted } from '../records/require-patient.ts';
import { dismissPair, openPairs } from './pair-repository.ts';

type Handle = Handlers<typeof patientsContract, PatientsDatabase>;

export const listDuplicatePairs: Handle['listDuplicatePairs'] = async (context, { cursor, limit }) => {
  const after = decodeCursor(cursor);
  const rows = await openPairs(context.db, {
    limit,
    restricted: seesRestricted(context),
    after: after && { score: Number(after[0]), lowId: String(after[1]), highId: String(after[2]) },
  });
  const page = rows.slice(0, limit);
  const patients = await loadPatients(context.db, [...new Set(page.flatMap(row => [row.lowId, row.highId]))]);
  context.audit({ entityType: 'patient', detail: { patientIds: [...patients.keys()] } });
  const last = page.at(-1);
  return {
    items: page.flatMap(row => {
      const [left, right] = [patients.get(row.lowId), patients.get(row.highId)];
      if (!left || !right) return [];
      const { posterior, outcome, reasons, guards } = row;
      return [
        { left: toSummary(left.row), right: toSummary(right.row), posterior, outcome, reasons, guards },
      ];
    }),
    nextCursor: rows.length > limit && last ? encodeCursor([last.score, last.lowId, last.highId]) : null,
  };
};

export const dismissDuplicatePair: Handle['dismissDuplicatePair'] = async (
  context,
  { patientIds, reason },
) => {
  const first = await requirePatient(context, patientIds[0]);
  const second = await requirePatient(context, patientIds[1]);
  if (first.own.id === second.own.id) throw fail(patientsContract, 'patients.merge_with_itself');
  await dismissAs(context, [first.own.id, second.own.id], reason);
  return { dismissed: true };
};

/** Keeps the decision that two records are different people. */
export async function dismissAs(
  context: Context<PatientsDatabase>,
  patientIds: readonly [string, string],
  reason: string,
): Promise<void> {
  const [lowId = '', highId = ''] = [...patientIds].sort();
  await dismissPair(context.db, {
    practiceId: context.practiceId,
    lowId,
    highId,
    posterior: 0,
    score: 0,
    outcome: 'review',
    reasons: '[]',
    guards: '[]',
    foundAt: context.now,
    dismissedAt: context.now,
    dismissedBy: context.principal.displayName,
    dismissReason: reason,
  });
}
