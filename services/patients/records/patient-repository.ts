import { instant, type LocalDate } from '@spark-den/kernel';
import { sql, type Insertable, type Selectable, type Transaction, type Updateable } from 'kysely';
import type {
  ConsentTable,
  CoverageTable,
  PatientChangeTable,
  PatientsDatabase,
  PatientTable,
} from '../database.ts';
import { effectiveRow, membersOf, survivorOf, type ActiveMerge } from '../merging/merge-graph.ts';
import type { PatientRow } from './patient-row.ts';

type Db = Transaction<PatientsDatabase>;

/** Merges that touch any of these ids, directly or through other records. */
export async function activeMerges(db: Db, ids: readonly string[]): Promise<ActiveMerge[]> {
  const known = new Set(ids);
  let merges: ActiveMerge[] = [];
  for (let size = -1; known.size > 0 && size !== known.size;) {
    size = known.size;
    merges = await db
      .selectFrom('patientMerge')
      .select(['id', 'survivingId', 'mergedId', 'take', 'mergedAt'])
      .where('unmergedAt', 'is', null)
      .where(where => where.or([where('mergedId', 'in', [...known]), where('survivingId', 'in', [...known])]))
      .execute();
    for (const { survivingId, mergedId } of merges) known.add(survivingId).add(mergedId);
  }
  return merges;
}

/** A consent as its patient's row carries it. */
export type StoredConsent = Omit<Selectable<ConsentTable>, 'practiceId' | 'patientId'>;

/** A patient as seen now: the surviving record with what merges took, and the records behind it. */
export interface LoadedPatient {
  readonly row: PatientRow;
  readonly own: PatientRow;
  readonly aliases: readonly PatientRow[];
  readonly merges: readonly ActiveMerge[];
  /** Of all records that stand for the person, latest first. */
  readonly consents: readonly StoredConsent[];
}

interface PatientRead {
  readonly isMerged: boolean;
  readonly consents: readonly StoredConsent[] | null;
}

/**
 * Rows of these ids with their consents, and whether a merge touches them: nearly always one statement is enough to
 * know a patient. It is the read that everything begins with, so its text stands ready instead of being built.
 */
async function selectPatients(db: Db, ids: readonly string[]) {
  const { rows } = await sql<PatientRow & PatientRead>`
    select patient.*,
      exists (
        select from patient_merge
        where unmerged_at is null and (merged_id = patient.id or surviving_id = patient.id)
      ) as is_merged,
      (
        select jsonb_agg(jsonb_build_object(
          'id', id, 'sequence', sequence, 'kind', kind, 'status', status, 'signedOn', signed_on,
          'signedBy', signed_by, 'source', source, 'recordedAt', recorded_at, 'recordedBy', recorded_by))
        from consent where consent.patient_id = patient.id
      ) as consents
    from patient where id = any(${ids})`.execute(db);
  return rows.map(({ isMerged, consents, ...row }) => ({ row, isMerged, consents: consents ?? [] }));
}

/** Surviving records of these ids, by the id that was asked for. */
export async function loadPatients(db: Db, ids: readonly string[]): Promise<Map<string, LoadedPatient>> {
  if (ids.length === 0) return new Map();
  const byId = new Map<string, PatientRow>();
  const consentsOf = new Map<string, readonly StoredConsent[]>();
  const mergedIds: string[] = [];
  const read = async (wanted: readonly string[]) => {
    for (const { row, isMerged, consents } of await selectPatients(db, wanted)) {
      byId.set(row.id, row);
      consentsOf.set(row.id, consents);
      if (isMerged) mergedIds.push(row.id);
    }
  };
  await read(ids);
  const merges = mergedIds.length > 0 ? await activeMerges(db, mergedIds) : [];
  const behind = merges.flatMap(merge => [merge.survivingId, merge.mergedId]).filter(id => !byId.has(id));
  if (behind.length > 0) await read(behind);
  const loaded = new Map<string, LoadedPatient>();
  for (const id of ids) {
    const survivor = survivorOf(merges, id);
    const own = byId.get(survivor);
    const row = effectiveRow(merges, byId, survivor);
    if (!own || !row) continue;
    const members = membersOf(merges, survivor);
    const aliases = members.slice(1).flatMap(alias => byId.get(alias) ?? []);
    const consents = members
      .flatMap(member => consentsOf.get(member) ?? [])
      .map(consent => ({ ...consent, recordedAt: instant(consent.recordedAt) }))
      .sort((a, b) => b.sequence - a.sequence);
    loaded.set(id, { row, own, aliases, merges, consents });
  }
  return loaded;
}

/** The coverage that pays first on a date, by patient. */
export async function primaryCoverages(db: Db, patientIds: readonly string[], on: LocalDate) {
  if (patientIds.length === 0)
    return new Map<string, Pick<Selectable<CoverageTable>, 'payerId' | 'memberId'>>();
  const rows = await db
    .selectFrom('coverage')
    .distinctOn('patientId')
    .select(['patientId', 'payerId', 'memberId'])
    .where('patientId', 'in', patientIds)
    .where('validFrom', '<=', on)
    .where(where => where.or([where('validTo', 'is', null), where('validTo', '>=', on)]))
    .orderBy('patientId')
    .orderBy('rank')
    .execute();
  return new Map(rows.map(row => [row.patientId, row]));
}

export async function insertPatient(db: Db, row: Insertable<PatientTable>): Promise<void> {
  await db.insertInto('patient').values(row).execute();
}

/** Compare-and-swap: changes the row only if it still has this version. @returns whether it had */
export async function updatePatientRow(
  db: Db,
  id: string,
  version: number,
  values: Updateable<PatientTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('patient')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function insertChange(db: Db, change: Insertable<PatientChangeTable>): Promise<void> {
  await db.insertInto('patientChange').values(change).execute();
}

export async function insertConsents(db: Db, consents: readonly Insertable<ConsentTable>[]): Promise<void> {
  if (consents.length > 0)
    await db
      .insertInto('consent')
      .values([...consents])
      .execute();
}

/** The next number of the practice's records. The row is locked until commit, so numbers never repeat. */
export async function nextMrn(db: Db, practiceId: string): Promise<string> {
  const { lastNumber } = await db
    .insertInto('mrnCounter')
    .values({ practiceId, lastNumber: 100_001 })
    .onConflict(conflict =>
      conflict
        .column('practiceId')
        .doUpdateSet(set => ({ lastNumber: set('mrnCounter.lastNumber', '+', 1) })),
    )
    .returning('lastNumber')
    .executeTakeFirstOrThrow();
  return String(lastNumber);
}

/** Latest first. */
export async function listChanges(
  db: Db,
  patientIds: readonly string[],
  before: number | undefined,
  limit: number,
): Promise<Selectable<PatientChangeTable>[]> {
  let query = db.selectFrom('patientChange').selectAll().where('patientId', 'in', patientIds);
  if (before !== undefined) query = query.where('sequence', '<', before);
  return query
    .orderBy('sequence', 'desc')
    .limit(limit + 1)
    .execute();
}
