import type { z } from 'zod';
import type { EligibilityBadge } from '@spark-den/contracts/patients/coverage-types';
import { sql, type Insertable, type Selectable, type Transaction } from 'kysely';
import type { EligibilityCheckTable, PatientsDatabase } from '../database.ts';

type Db = Transaction<PatientsDatabase>;
export type CheckRow = Selectable<EligibilityCheckTable>;
type Badge = z.input<typeof EligibilityBadge>;

export async function insertCheck(db: Db, row: Insertable<EligibilityCheckTable>): Promise<void> {
  await db.insertInto('eligibilityCheck').values(row).execute();
}

/** Whom the payer was asked about: an answer about another member number says nothing of this one. */
const ASKED_ABOUT = ['payerId', 'memberId', 'relationship', 'subscriber'];

const saidOfThisMember = sql<boolean>`not exists (
  select from coverage_change, jsonb_array_elements(coverage_change.fields) as change
  where coverage_change.coverage_id = eligibility_check.coverage_id
    and coverage_change.changed_at > eligibility_check.checked_at
    and change->>'field' = any(${ASKED_ABOUT}))`;

/** The latest check of each coverage as it is now, and the latest that said something. */
export async function badgesOf(db: Db, coverageIds: readonly string[]): Promise<Map<string, Badge>> {
  if (coverageIds.length === 0) return new Map();
  const latest = (onlyAnswers: boolean) =>
    db
      .selectFrom('eligibilityCheck')
      .distinctOn('coverageId')
      .select(['coverageId', 'id', 'status', 'serviceDate', 'checkedAt'])
      .where('coverageId', 'in', coverageIds)
      .where(saidOfThisMember)
      .$if(onlyAnswers, query => query.where('status', '<>', 'unknown'))
      .orderBy('coverageId')
      .orderBy('sequence', 'desc')
      .execute();
  const [checks, answers] = [await latest(false), await latest(true)];
  const good = new Map(answers.map(row => [row.coverageId, row]));
  return new Map(
    checks.map(({ coverageId, id, status, serviceDate, checkedAt }) => {
      const last = good.get(coverageId);
      const lastGood = last
        ? { checkId: last.id, status: last.status, serviceDate: last.serviceDate, checkedAt: last.checkedAt }
        : null;
      return [coverageId, { checkId: id, status, serviceDate, checkedAt, lastGood }] as const;
    }),
  );
}

/** Latest first. */
export async function checksOf(
  db: Db,
  filter: { patientIds: readonly string[]; coverageId: string | undefined },
  before: number | undefined,
  limit: number,
): Promise<CheckRow[]> {
  let query = db.selectFrom('eligibilityCheck').selectAll().where('patientId', 'in', filter.patientIds);
  if (filter.coverageId !== undefined) query = query.where('coverageId', '=', filter.coverageId);
  if (before !== undefined) query = query.where('sequence', '<', before);
  return query
    .orderBy('sequence', 'desc')
    .limit(limit + 1)
    .execute();
}
