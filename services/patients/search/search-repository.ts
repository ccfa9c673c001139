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

/** A single common beginning (`j`) meets half the practice; nobody pages through more than this, they type on. */
const MOST_OF_ONE_TERM = 1_000;
/** Of several terms each may be common while both together are rare. */
const MOST_OF_MANY_TERMS = 20_000;

/** Ids in the order of their rank and name, one more than asked for. */
export async function searchPatientIds(
  db: Transaction<PatientsDatabase>,
  query: SearchQuery,
  options: SearchOptions,
): Promise<SearchPosition[]> {
  if (query.terms.length === 0) return (await listByName(query, options).execute(db)).rows;
  // What is written as typed ranks before what only sounds like it: where that fills the page, sounds are not read.
  const written = { ...query, terms: query.terms.map(tests => tests.filter(({ kind }) => kind !== 'sound')) };
  const { rows } = await searchByTerms(written, options).execute(db);
  const hasSounds = query.terms.some(tests => tests.some(({ kind }) => kind === 'sound'));
  if (rows.length > options.limit || !hasSounds) return rows;
  return (await searchByTerms(query, options).execute(db)).rows;
}

/**
 * Terms are met in the keys alone and intersected there; only what met them all is looked up, one by one.
 * The planner cannot know how few that are, so the lateral look-up keeps it from reading the whole table.
 */
function searchByTerms(query: SearchQuery, options: SearchOptions) {
  const [first = [], ...others] = query.terms;
  const cap = others.length === 0 ? MOST_OF_ONE_TERM : MOST_OF_MANY_TERMS;
  const joins = others.map(
    (tests, index) => sql`join ${termSql(tests, cap)} ${sql.ref(`t${index + 1}`)} using (patient_id)`,
  );
  const rank = sql.join(
    query.terms.map((_, index) => sql.ref(`t${index}.rank`)),
    sql` + `,
  );
  return sql<SearchPosition>`
    with hits as materialized (select patient_id, ${rank} as rank from ${termSql(first, cap)} t0 ${sql.join(joins, sql` `)})
    select p.id, p.family_key, p.given_key, hits.rank
    from hits cross join lateral (select * from patient where patient.id = hits.patient_id limit 1) p
    ${whereSql(query, options, sql`hits.rank`)}
    order by hits.rank, p.family_key, p.given_key, p.id
    limit ${options.limit + 1}`;
}

function listByName(query: SearchQuery, options: SearchOptions) {
  return sql<SearchPosition>`
    select p.id, p.family_key, p.given_key, 0 as rank
    from patient p
    ${whereSql(query, options, undefined)}
    order by p.family_key, p.given_key, p.id
    limit ${options.limit + 1}`;
}

function whereSql(query: SearchQuery, options: SearchOptions, rank: RawBuilder<unknown> | undefined) {
  const { after } = options;
  const filters = [
    ...(query.birthDate ? [sql`p.birth_date = ${query.birthDate}`] : []),
    ...(options.status ? [sql`p.status = ${options.status}`] : []),
    ...(options.restricted ? [] : [sql`not p.restricted`]),
    ...(after && rank
      ? [
          sql`(${rank}, p.family_key, p.given_key, p.id) > (${after.rank}, ${after.familyKey}, ${after.givenKey}, ${after.id}::uuid)`,
        ]
      : []),
    ...(after && !rank
      ? [sql`(p.family_key, p.given_key, p.id) > (${after.familyKey}, ${after.givenKey}, ${after.id}::uuid)`]
      : []),
  ];
  return filters.length ? sql`where ${sql.join(filters, sql` and `)}` : sql``;
}

/** Who meets a term, by the best of its tests. */
function termSql(tests: readonly KeyTest[], cap: number): RawBuilder<unknown> {
  const met = sql.join(
    tests.map(test => testSql(test, cap)),
    sql` union all `,
  );
  return sql`(select patient_id, min(rank) as rank from (${met}) met group by patient_id)`;
}

function testSql(test: KeyTest, cap: number): RawBuilder<unknown> {
  if (!test.prefix) {
    return sql`(select patient_id, ${sql.lit(test.rank)} as rank from patient_key
      where kind = ${sql.lit(test.kind)} and value = ${test.value} limit ${cap})`;
  }
  return sql`(select patient_id, case when value = ${test.value} then ${sql.lit(test.rank)} else ${sql.lit(test.rank + 1)} end as rank
    from patient_key
    where kind = ${sql.lit(test.kind)} and value >= ${test.value} and value < ${`${test.value}\uffff`} limit ${cap})`;
}
