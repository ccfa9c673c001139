import { clinicalContract } from '@spark-den/contracts/clinical/operations';
import type { EncounterContent } from '@spark-den/contracts/clinical/types';
import { fail } from '@spark-den/service-kit';
import type { Selectable } from 'kysely';
import type { ClinicalContext } from '../context.ts';
import type { EncounterRevisionTable, EncounterTable } from '../database.ts';
import type { VisitRow } from '../visits/visit-repository.ts';

export type EncounterRow = Selectable<EncounterTable>;
export type RevisionRow = Selectable<EncounterRevisionTable>;

/** Opens the encounter of a visit; two people who open it at once get the same one. */
export async function openOrFind(
  context: ClinicalContext,
  visit: VisitRow,
): Promise<{ readonly encounter: EncounterRow; readonly opened: boolean }> {
  const { db, practiceId } = context;
  const opened = await db
    .insertInto('encounter')
    .values({
      id: context.newId(),
      practiceId,
      appointmentId: visit.appointmentId,
      patientId: visit.patientId,
      providerId: visit.providerId,
      locationId: visit.locationId,
      dateOfService: visit.date,
      status: 'open',
      content: JSON.stringify({ diagnoses: [], services: [] }),
      openedAt: context.now,
      openedBy: context.principal.id,
    })
    .onConflict(conflict => conflict.columns(['practiceId', 'appointmentId']).doNothing())
    .returningAll()
    .executeTakeFirst();
  if (opened) return { encounter: opened, opened: true };
  const encounter = await db
    .selectFrom('encounter')
    .selectAll()
    .where('practiceId', '=', practiceId)
    .where('appointmentId', '=', visit.appointmentId)
    .executeTakeFirstOrThrow();
  return { encounter, opened: false };
}

export async function getEncounterRow(
  { db, practiceId }: ClinicalContext,
  id: string,
): Promise<EncounterRow> {
  const row = await db
    .selectFrom('encounter')
    .selectAll()
    .where('practiceId', '=', practiceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw fail(clinicalContract, 'clinical.encounter_not_found', { encounterId: id });
  return row;
}

/** Reads the encounter and holds it until the transaction ends; refuses a version other than the one that was read. */
export async function lockEncounter(context: ClinicalContext, id: string): Promise<EncounterRow> {
  const row = await context.db
    .selectFrom('encounter')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw fail(clinicalContract, 'clinical.encounter_not_found', { encounterId: id });
  if (row.version !== context.expectedVersion) {
    throw fail(clinicalContract, 'clinical.encounter_changed', { encounterId: id, version: row.version });
  }
  return row;
}

/** Writes content and state of an encounter that `lockEncounter` holds. */
export function saveEncounter(
  { db, practiceId }: ClinicalContext,
  row: EncounterRow,
  change: { readonly content?: EncounterContent; readonly status?: EncounterRow['status'] },
): Promise<EncounterRow> {
  return db
    .updateTable('encounter')
    .set({
      status: change.status ?? row.status,
      content: JSON.stringify(change.content ?? row.content),
      version: row.version + 1,
    })
    .where('practiceId', '=', practiceId)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function addRevision(
  context: ClinicalContext,
  row: EncounterRow,
  revision: { readonly number: number; readonly reason: string },
): Promise<void> {
  await context.db
    .insertInto('encounterRevision')
    .values({
      practiceId: context.practiceId,
      encounterId: row.id,
      revision: revision.number,
      content: JSON.stringify(row.content),
      reason: revision.reason,
      signedAt: context.now,
      signedBy: context.principal.id,
      signedByName: context.principal.displayName,
    })
    .execute();
}

export function listRevisions(
  { db, practiceId }: ClinicalContext,
  encounterId: string,
): Promise<RevisionRow[]> {
  return db
    .selectFrom('encounterRevision')
    .selectAll()
    .where('practiceId', '=', practiceId)
    .where('encounterId', '=', encounterId)
    .orderBy('revision')
    .execute();
}

/** Of all these records, which stand for one patient. */
export function listOfPatient(
  { db, practiceId }: ClinicalContext,
  patientIds: readonly string[],
  limit: number,
): Promise<EncounterRow[]> {
  return db
    .selectFrom('encounter')
    .selectAll()
    .where('practiceId', '=', practiceId)
    .where('patientId', 'in', patientIds)
    .orderBy('dateOfService', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
