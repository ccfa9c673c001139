import { loadServices } from '@spark-den/server/registry';
import type { ServiceDefinition } from '@spark-den/service-kit';
import { startTestSystem, type TestSystem } from '@spark-den/testkit';

const DATABASES = ['business', 'clinical', 'shared'] as const;

/** Tables of the platform that belong to no practice, and why. */
const PLATFORM_TABLES: Readonly<Record<string, string>> = {
  schema_migration: 'which migrations ran',
  known_practice: 'the list of practices itself; ids only',
};

interface TableRow {
  schema: string;
  name: string;
  has_practice: boolean;
  protected: boolean;
  policies: number;
  owner: string;
}

describe('row-level security, asked of the catalogue', () => {
  let services: ServiceDefinition[];
  let test: TestSystem;
  let tables: TableRow[];
  beforeAll(async () => {
    services = await loadServices();
    test = await startTestSystem({ services });
    const perDatabase = await Promise.all(
      DATABASES.map(database =>
        test.withRoot(database, async client => {
          const { rows } = await client.query<TableRow>(
            `
            select n.nspname as schema, c.relname as name,
              exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'practice_id' and not a.attisdropped) as has_practice,
              c.relrowsecurity and c.relforcerowsecurity as protected,
              (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
              pg_get_userbyid(c.relowner) as owner
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname = any($1)`,
            [services.map(({ contract }) => contract.name)],
          );
          return rows;
        }),
      ),
    );
    tables = perDatabase.flat();
  });
  afterAll(() => test.stop());

  it('SEC-02, DB-01 protects every table that holds data of a practice, for its owner too', () => {
    const open = tables.filter(table => table.has_practice && !PLATFORM_TABLES[table.name]);
    const listed = (table: TableRow) => Boolean(definition(table.schema)?.tablesWithoutPractice[table.name]);
    expect(
      open.filter(table => (!table.protected || table.policies === 0) && !listed(table)).map(nameOf),
    ).toEqual([]);
    expect(open.length).toBeGreaterThan(50);
  });

  it('knows every table without a practice by name and reason', () => {
    const without = tables
      .filter(table => !table.has_practice && !PLATFORM_TABLES[table.name])
      .map(nameOf)
      .sort();
    const listed = services
      .flatMap(({ contract, tablesWithoutPractice }) =>
        Object.keys(tablesWithoutPractice).map(name => `${contract.name}.${name}`),
      )
      .sort();
    expect(without.filter(name => !listed.includes(name))).toEqual([]);
    expect(listed.filter(name => !tables.some(table => nameOf(table) === name))).toEqual([]);
  });

  it('lets no service own a table', () => {
    const own = tables.filter(({ name }) => name !== 'schema_migration');
    expect([...new Set(own.map(({ owner }) => owner))]).toEqual(['spark_owner']);
  });

  it('BDB-09 (narrow: roles) keeps each service to its own schema and database', async () => {
    for (const { contract } of services) {
      for (const role of [`svc_${contract.name}`, `relay_${contract.name}`]) {
        const readable = await test.withRoot(contract.database, async client => {
          const { rows } = await client.query<{ schema: string }>(
            `select distinct n.nspname as schema from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
               and has_schema_privilege($1, n.oid, 'usage') and has_table_privilege($1, c.oid, 'select')`,
            [role],
          );
          return rows.map(({ schema }) => schema);
        });
        expect(readable.filter(schema => schema !== contract.name)).toEqual([]);
        for (const database of DATABASES.filter(name => name !== contract.database)) {
          await expect(test.withRole(role, database, client => client.query('select 1'))).rejects.toThrow(
            /permission denied/,
          );
        }
      }
    }
  });

  function definition(schema: string): ServiceDefinition | undefined {
    return services.find(({ contract }) => contract.name === schema);
  }
});

function nameOf(table: TableRow): string {
  return `${table.schema}.${table.name}`;
}
