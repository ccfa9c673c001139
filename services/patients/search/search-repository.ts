import type { z } from 'zod';
import type { PatientStatus } from '@spark-den/contracts/patients/types';
import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { PatientsDatabase } from '../database.ts';
import type { KeyTest, SearchQuery } from './search-query.ts';

/** Where a page ended: rank and names of its last row. */
export interface SearchPosition {
  readonly rank: number;
  readonly familyKey: string;
  readonly givenKey: string;
  readonly id: string;
}

export interface SearchOptions {
  readonly status: z.infer<typeof PatientStatus> | undefined;
  readonly restricted: boolean;
  readonly after: SearchPosition | undefined;
  readonly limit: number;
}

/** A single common beginning (`j`) meets half the practice; nobody pages through more than this. */
const MOST_PER_TEST = 4_000;

/** Ids in the order of their rank and name, one more than asked for. */
export async function searchPatientIds(
  db: Transaction<PatientsDatabase>,
  query: SearchQuery,
  options: SearchOptions,
): Promise<SearchPosition[]> {
  const cap = query.terms.length === 1 ? MOST_PER_TEST : MOST_PER_TEST * 5;
  const joins = query.terms.map(
    (tests, index) => sql`
      join (
        select patient_id, min(rank) as rank from (${sql.join(
          tests.map(test => testSql(test, cap)),
          sql` union all `,
        )}) met
        group by patient_id
      ) ${sql.ref(`t${index}`)} on ${sql.ref(`t${index}.patient_id`)} = p.id`,
  );
  const rank = query.terms.length
    ? sql`${sql.join(
        query.terms.map((_, index) => sql.ref(`t${index}.rank`)),
        sql` + `,
      )}`
    : sql`0`;
  const filters = [
    ...(query.birthDate ? [sql`p.birth_date = ${query.birthDate}`] : []),
    ...(options.status ? [sql`p.status = ${options.status}`] : []),
    ...(options.restricted ? [] : [sql`not p.restricted`]),
    ...(options.after ? [afterSql(options.after, rank)] : []),
  ];
  const where = filters.length ? sql`where ${sql.join(filters, sql` and `)}` : sql``;
  const { rows } = await sql<SearchPosition>`
    select p.id, p.family_key, p.given_key, ${rank} as rank
    from patient p ${sql.join(joins, sql` `)} ${where}
    order by ${query.terms.length ? sql`rank, ` : sql``}p.family_key, p.given_key, p.id
    limit ${options.limit + 1}`.execute(db);
  return rows;
}

function testSql(test: KeyTest, cap: number): RawBuilder<unknown> {
  const range = test.prefix
    ? sql`value >= ${test.value} and value < ${`${test.value}\uffff`}`
    : sql`value = ${test.value}`;
  return sql`(select patient_id, ${sql.lit(test.rank)} as rank from patient_key where kind = ${sql.lit(test.kind)} and ${range} limit ${cap})`;
}

function afterSql(after: SearchPosition, rank: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(${rank}, p.family_key, p.given_key, p.id) > (${after.rank}, ${after.familyKey}, ${after.givenKey}, ${after.id}::uuid)`;
}
