import { OTHER_PRACTICE_ID, PRACTICE_ID, type TestSystem } from '@spark-den/testkit';
import { randomUUID } from 'node:crypto';

const DATABASES = ['business', 'clinical', 'shared'] as const;
type Database = (typeof DATABASES)[number];

interface Keyed {
  readonly database: Database;
  readonly table: string;
  /** The column that, with the practice or alone, is the key. */
  readonly key: string;
  /** Texts that no two practices may share. */
  readonly unique: readonly string[];
}

/**
 * For a record of the first practice, the same record in the other one, under an id of its own: in every table
 * that the id is the key of. So an id that leads nowhere in one practice leads to something real in the other.
 */
export class Twins {
  readonly #test: TestSystem;
  readonly #tables: readonly Keyed[];
  readonly #known = new Map<string, string>();

  private constructor(test: TestSystem, tables: readonly Keyed[]) {
    this.#test = test;
    this.#tables = tables;
  }

  static async of(test: TestSystem): Promise<Twins> {
    const tables: Keyed[] = [];
    for (const database of DATABASES) tables.push(...(await keyedTables(test, database)));
    return new Twins(test, tables);
  }

  /** Tables in which a row of the first practice holds the other one's id, in whatever column. */
  async namedInFirstPractice(): Promise<string[]> {
    const twins = [...this.#known.values()];
    const found: string[] = [];
    for (const database of DATABASES) {
      const names = await this.#test.withRoot(database, async client => {
        const { rows: tables } = await client.query<{ table: string }>(TABLES_OF_PRACTICES);
        const naming: string[] = [];
        for (const { table } of tables) {
          const { rowCount } = await client.query(
            `select 1 from ${table} t where practice_id = $1 and t::text ~ $2 limit 1`,
            [PRACTICE_ID, twins.join('|')],
          );
          if (rowCount) naming.push(table);
        }
        return naming;
      });
      found.push(...names);
    }
    return found;
  }

  /** @returns the other practice's id, or nothing where no record of the first one has this id */
  async twinOf(id: string): Promise<string | undefined> {
    const known = this.#known.get(id);
    if (known) return known;
    const twin = randomUUID();
    let copies = 0;
    for (const database of DATABASES) {
      copies += await this.#test.withRoot(database, async client => {
        // copies alone, without the rows around them that their keys ask for
        await client.query('set session_replication_role = replica');
        let made = 0;
        for (const { table, key, unique } of this.#tables.filter(keyed => keyed.database === database)) {
          const replaced = [key, ...unique];
          const { rowCount } = await client.query(
            `insert into ${table} overriding system value
             select copy.* from ${table} original, lateral jsonb_populate_record(
               original, jsonb_build_object('practice_id', $1::text, ${replaced.map(column => `'${column}', $2::text`).join(', ')})) copy
             where original.practice_id = $3 and original.${key} = $4
             on conflict do nothing`,
            [OTHER_PRACTICE_ID, twin, PRACTICE_ID, id],
          );
          made += rowCount ?? 0;
        }
        return made;
      });
    }
    if (copies === 0) return undefined;
    this.#known.set(id, twin);
    return twin;
  }
}

/** What the platform writes about a call that failed, its audit event among it, may say what was asked for. */
const TABLES_OF_PRACTICES = `
  select n.nspname || '.' || c.relname as table
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace and n.nspname not in ('bus', 'platform', 'audit')
  join pg_attribute p on p.attrelid = c.oid and p.attname = 'practice_id' and not p.attisdropped
  where c.relkind = 'r' and c.relname not in ('audit_spool', 'dead_letter')`;

function keyedTables(test: TestSystem, database: Database): Promise<Keyed[]> {
  return test.withRoot(database, async client => {
    const { rows } = await client.query<Omit<Keyed, 'database'>>(`
      select n.nspname || '.' || c.relname as table, min(a.attname) as key,
        array(
          select u.attname::text from pg_index x join pg_attribute u on u.attrelid = x.indrelid and u.attnum = any(x.indkey)
          where x.indrelid = c.oid and x.indisunique and not x.indisprimary and x.indnatts = 1
            and u.atttypid = 'text'::regtype) as unique
      from pg_index i
      join pg_class c on c.oid = i.indrelid and c.relkind = 'r'
      join pg_namespace n on n.oid = c.relnamespace and n.nspname not in ('bus', 'platform')
      join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey) and a.attname <> 'practice_id'
      where i.indisprimary
        and exists (select from pg_attribute p where p.attrelid = c.oid and p.attname = 'practice_id')
      group by c.oid, n.nspname, c.relname
      having count(*) = 1 and bool_and(a.atttypid = 'uuid'::regtype)`);
    return rows.map(row => ({ ...row, database }));
  });
}
