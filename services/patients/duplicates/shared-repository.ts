import { sql, type Transaction } from 'kysely';
import type { PatientsDatabase } from '../database.ts';

type Db = Transaction<PatientsDatabase>;

/** Families are counted among so many holders of a number; who has not met enough of them by then will not. */
const HOLDERS_LOOKED_AT = 300;

/** How many patients a practice has, merged records among them, and which of the numbers' keys more than so many families have. */
export async function countPatientsAndShared(db: Db, numbers: readonly string[], families: number) {
  const { rows } = await sql<{ patients: number; shared: string[] }>`
    select coalesce((select last_number - 100000 from mrn_counter), 0)::integer as patients,
      array(${sharedBy(numbers, families)}) as shared`.execute(db);
  return { patients: rows[0]?.patients ?? 0, shared: rows[0]?.shared ?? [] };
}

/** How many patients have each term, and which of the numbers' keys more than so many families have. */
export async function countTermsAndShared(
  db: Db,
  terms: readonly string[],
  numbers: readonly string[],
  families: number,
) {
  const { rows } = await sql<{ counts: number[]; shared: string[] }>`
    select
      array(
        select (select count(*) from patient_key where kind = 'term' and value = wanted.value)::integer
        from unnest(${terms}::text[]) with ordinality as wanted(value, place) order by wanted.place
      ) as counts,
      array(${sharedBy(numbers, families)}) as shared`.execute(db);
  const counts = rows[0]?.counts ?? [];
  return {
    counts: new Map(terms.map((term, place) => [term, counts[place] ?? 0])),
    shared: rows[0]?.shared ?? [],
  };
}

function sharedBy(numbers: readonly string[], families: number) {
  return sql<string>`
    select wanted.value
    from unnest(${numbers}::text[]) as wanted(value)
    cross join lateral (
      select count(distinct coalesce(patient.family_sound, patient.family_key)) as families
      from (
        select patient_id from patient_key where kind = 'match' and value = wanted.value limit ${HOLDERS_LOOKED_AT}
      ) holder
      join patient on patient.id = holder.patient_id
    ) held
    where held.families > ${families}`;
}
