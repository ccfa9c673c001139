import type { LocalDate } from '@spark-den/kernel';
import { violates } from '@spark-den/service-kit';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { fail } from '@spark-den/service-kit';
import type { Insertable, Selectable, Transaction, Updateable } from 'kysely';
import type { CoverageChangeTable, CoverageTable, PatientsDatabase } from '../database.ts';

type Db = Transaction<PatientsDatabase>;
export type CoverageRow = Selectable<CoverageTable>;

export async function coveragesOf(
  db: Db,
  patientIds: readonly string[],
  on?: LocalDate,
): Promise<CoverageRow[]> {
  let query = db.selectFrom('coverage').selectAll().where('patientId', 'in', patientIds);
  if (on) {
    query = query
      .where('validFrom', '<=', on)
      .where(where => where.or([where('validTo', 'is', null), where('validTo', '>=', on)]));
  }
  return query.orderBy('rank').orderBy('validFrom', 'desc').orderBy('id').execute();
}

export async function findCoverage(db: Db, id: string): Promise<CoverageRow | undefined> {
  return db.selectFrom('coverage').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function insertCoverage(db: Db, row: Insertable<CoverageTable>): Promise<void> {
  await orOverlap(db.insertInto('coverage').values(row).execute());
}

/** @returns whether the row still had this version */
export async function updateCoverage(
  db: Db,
  id: string,
  version: number,
  values: Updateable<CoverageTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await orOverlap(
    db
      .updateTable('coverage')
      .set({ ...values, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirstOrThrow(),
  );
  return numUpdatedRows === 1n;
}

/** The database decides whether two coverages want the same place on the same day. */
async function orOverlap<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (violates(error, 'coverage_one_per_rank'))
      throw fail(patientsContract, 'patients.coverage_overlap', {});
    throw error;
  }
}

export async function insertCoverageChange(db: Db, change: Insertable<CoverageChangeTable>): Promise<void> {
  await db.insertInto('coverageChange').values(change).execute();
}
