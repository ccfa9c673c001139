import { sql } from 'kysely';
import type { AdministrationContext, AdministrationDatabase } from '../database.ts';
import { pageOf, readCursor } from '../paging.ts';

/** Master data that has an id, a name to sort by, and may be retired. */
export type NamedTable = 'location' | 'provider' | 'room' | 'equipment' | 'payer' | 'plan';

type Listed<T extends NamedTable> = Omit<AdministrationDatabase[T], 'practiceId'> & { readonly id: string };

export interface ListInput {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly includeInactive: boolean;
}

/** What a list sorts by; the id decides between equal names. */
const SORT_COLUMN: Readonly<Record<NamedTable, string>> = {
  location: 'name',
  provider: 'lastName',
  room: 'name',
  equipment: 'name',
  payer: 'name',
  plan: 'name',
};

/** A page of the practice's records of one kind, by name, of one location or payer where asked. */
export async function listByName<T extends NamedTable>(
  context: AdministrationContext,
  table: T,
  input: ListInput,
  of?: { readonly column: 'locationId' | 'payerId'; readonly id: string | undefined },
): Promise<{ items: Listed<T>[]; nextCursor: string | null }> {
  const after = readCursor(input.cursor);
  const sortBy = sql.ref<string>(SORT_COLUMN[table]);
  const { rows } = await sql<Listed<T> & { practiceId?: string }>`
    select * from ${sql.table(table)}
    where practice_id = ${context.practiceId}
      and (active or ${input.includeInactive})
      ${of?.id === undefined ? sql`` : sql`and ${sql.ref(of.column)} = ${of.id}`}
      ${after === undefined ? sql`` : sql`and (${sortBy}, id) > (${after[0]}, ${after[1]}::uuid)`}
    order by ${sortBy}, id
    limit ${input.limit + 1}`.execute(context.db);
  for (const row of rows) delete row.practiceId;
  return pageOf(rows, input.limit, row => String(row[SORT_COLUMN[table] as keyof typeof row]));
}

export async function findPayer(context: AdministrationContext, payerId: string) {
  const row = await context.db
    .selectFrom('payer')
    .select(['id', 'name', 'kind', 'ediId', 'filingIndicator', 'address', 'active', 'profile'])
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', payerId)
    .executeTakeFirst();
  return row;
}

export async function findPractice(context: AdministrationContext) {
  const row = await context.db
    .selectFrom('practice')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { practiceId, ...practice } = row;
  return { id: practiceId, ...practice };
}

/**
 * Writes records that are new or differ from what is there.
 * @returns how many were written; repeating the call writes none
 */
export async function writeRecords(
  context: AdministrationContext,
  table: keyof AdministrationDatabase,
  key: readonly string[],
  records: readonly Readonly<Record<string, unknown>>[],
): Promise<number> {
  const [first] = records;
  if (!first) return 0;
  const columns = Object.keys(first);
  const rest = columns.filter(column => !key.includes(column));
  const refs = (names: readonly string[], from?: string) =>
    sql.join(names.map(name => sql.ref(from === undefined ? name : `${from}.${name}`)));
  const tuples = records.map(record => sql`(${sql.join(columns.map(column => toColumn(record[column])))})`);
  const result = await sql`
    insert into ${sql.table(table)} (${refs(columns)}) values ${sql.join(tuples)}
    on conflict (${refs(key)}) do update set (${refs(rest)}) = row(${refs(rest, 'excluded')})
    where row(${refs(rest, table)}) is distinct from row(${refs(rest, 'excluded')})`.execute(context.db);
  return Number(result.numAffectedRows ?? 0n);
}

/** Objects become JSON text; everything else is a value of its column. */
function toColumn(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
