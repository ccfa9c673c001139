import { CONTRACTS } from '@spark-den/server/registry';
import type { Principal } from '@spark-den/service-kit';
import { OTHER_PRACTICE_ID, PRACTICE_ID, type TestSystem } from '@spark-den/testkit';
import { createHash, randomUUID } from 'node:crypto';
import { startLivedWorld, type LivedWorld } from './lived-world.ts';
import { openOperations, pathIds, sampleInput, type Described } from './operations.ts';

const DATABASES = ['business', 'clinical', 'shared'] as const;
/** Tables of the platform that fill by the asking itself. */
const OWN_TRACES = new Set([
  'outbox',
  'inbox',
  'audit_spool',
  'idempotency_key',
  'known_practice',
  'dead_letter',
  'event',
  'session',
]);

/** Triggers that run with the owner's rights, each read: they look only at rows of the practice of the new row. */
const REVIEWED_DEFINERS = new Set([
  'billing.check_entry_balance',
  'billing.check_entry_period',
  'billing.keep_sub_ledger',
  'billing.refuse_negative_balance',
]);

/** Someone of the other practice. Who holds no permission shows that row-level security stands alone. */
const stranger = (permissions: Iterable<string>): Principal => ({
  kind: 'user',
  id: '01900000-0000-7000-8009-000000000021',
  displayName: 'Ada Holm',
  practiceId: OTHER_PRACTICE_ID,
  roles: ['practice-administrator'],
  permissions: new Set(permissions),
  sessionId: randomUUID(),
  amr: ['pwd'],
});
const everything = CONTRACTS.flatMap(contract => Object.keys(contract.permissions));

describe('the other practice', () => {
  let lived: LivedWorld;
  let test: TestSystem;
  let victim: Victim;
  /** Ids that the stranger has used: they may stand in rows of their own from then on. */
  const sentIds = new Set<string>();
  /** Those of them, each after its service, under which the stranger may have made records of the own practice. */
  const adopted = new Set<string>();
  beforeAll(async () => {
    lived = await startLivedWorld({ checkPermissions: false });
    test = lived.world.test;
    victim = await readVictim(test);
  }, 600_000);
  afterAll(() => lived.stop());

  const ask = (described: Described, input: Record<string, unknown>, principal: Principal) =>
    test.dispatch(
      described.contract.name,
      {
        operation: described.operation.name,
        input,
        idempotencyKey: randomUUID(),
        ifMatch: '"1"',
        requestId: '00000000-same-request',
      },
      principal,
    );

  /**
   * The operation with ids of the first practice in every place: always those of the records that it names, and
   * of some other tables of its service; of all with ASSURE=1.
   */
  function attacks(described: Described, turn: number): { input: Record<string, unknown>; id: string }[] {
    const names = Object.keys(pathIds(described.operation));
    const candidates = victim.idsOf.get(described.contract.name) ?? [];
    const shape = JSON.stringify([names, sampleInput(described.operation)]).toLowerCase();
    const chosen = candidates.filter(
      ({ table }, index) =>
        process.env.ASSURE !== undefined ||
        shape.includes(`${table.replaceAll('_', '')}id"`) ||
        (index + turn) % candidates.length < 2,
    );
    return chosen.map(({ id }) => {
      const input = sampleInput(described.operation, () => id);
      for (const name of names) if (!isChosen(described, name)) input[name] = id;
      return { input, id };
    });
  }

  it('a day was lived, so that there is something to reach for', () => {
    expect(victim.tables).toBeGreaterThan(45);
    expect(victim.ids.size).toBeGreaterThan(300);
  });

  it.each([
    ['with every permission', everything],
    ['with no permission, the checks of the application switched off', []],
  ])(
    'DB-01 SEC-02 G1 G5 reads, finds and changes nothing of the first practice, %s',
    async (_, permissions) => {
      const principal = stranger(permissions);
      const before = await checksum(test);
      const leaks: string[] = [];
      const differing = new Set<string>();
      const look = (name: string, body: string) => {
        const strange = (body.match(UUID) ?? []).find(id => victim.ids.has(id) && !sentIds.has(id));
        if (strange) leaks.push(`${name}: ${strange}`);
      };
      for (const described of openOperations) {
        const input = { ...sampleInput(described.operation), ...pathIds(described.operation) };
        look(described.name, (await ask(described, input, principal)).body);
      }
      let notFound = 0;
      for (const [turn, described] of openOperations.entries()) {
        for (const { input, id } of attacks(described, turn)) {
          sentIds.add(id);
          const reply = await ask(described, input, principal);
          look(described.name, reply.body);
          const own = `${described.contract.name} ${id}`;
          const isTaken = reply.status === 200 && described.operation.method !== 'GET';
          if (isTaken && JSON.stringify(input).includes(id)) adopted.add(own);
          if (reply.status !== 404 || adopted.has(own)) continue;
          notFound += 1;
          const nobody = randomUUID();
          const other = JSON.parse(JSON.stringify(input).replaceAll(id, nobody)) as Record<string, unknown>;
          const missing = await ask(described, other, principal);
          if (missing.body.replaceAll(nobody, id) !== reply.body) {
            differing.add(`${described.name}: ${reply.body} or ${missing.body}`);
          }
        }
      }
      expect(leaks).toEqual([]);
      expect([...differing]).toEqual([]);
      expect(await checksum(test)).toEqual(before);
      expect(notFound).toBeGreaterThan(60);
    },
    600_000,
  );

  it('DB-01 G5 forces row-level security on every table with a practice, and defines nothing with an owner’s rights', async () => {
    const open: string[] = [];
    for (const database of DATABASES) {
      const rows = await test.withRoot(database, async client => {
        const { rows } = await client.query<{ name: string; forced: boolean; policies: number }>(`
          select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
            (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          join pg_attribute a on a.attrelid = c.oid and a.attname = 'practice_id' and not a.attisdropped
          where c.relkind in ('r', 'p') and n.nspname not in ('bus', 'platform')`);
        const definers = await client.query<{ name: string; bounded: boolean }>(`
          select n.nspname || '.' || p.proname as name,
            p.prorettype = 'trigger'::regtype and p.proconfig::text like '%search_path=' || n.nspname || '%' as bounded
          from pg_proc p join pg_namespace n on n.oid = p.pronamespace
          where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')`);
        const strange = definers.rows.filter(row => !row.bounded || !REVIEWED_DEFINERS.has(row.name));
        open.push(...strange.map(row => `security definer ${row.name}`));
        return rows;
      });
      const excused = new Set(
        [...test.system.runtimes.values()].flatMap(({ definition }) => [
          `${definition.contract.name}.known_practice`,
          ...Object.keys(definition.tablesWithoutPractice).map(
            table => `${definition.contract.name}.${table}`,
          ),
        ]),
      );
      open.push(
        ...rows
          .filter(row => !excused.has(row.name) && (!row.forced || row.policies === 0))
          .map(row => row.name),
      );
    }
    expect(open).toEqual([]);
  });

  it('DB-01 G3 lets no foreign key lead to a record of another practice', async () => {
    const loose: string[] = [];
    for (const database of DATABASES) {
      loose.push(
        ...(await test.withRoot(database, async client => {
          const { rows } = await client.query<{ found: string }>(`
            select k.conrelid::regclass || ' ' || k.conname as found from pg_constraint k
            where k.contype = 'f' and k.conrelid::regclass::text !~ '^(bus|platform)\\.'
              and exists (select from pg_attribute a where a.attrelid = k.confrelid and a.attname = 'practice_id')
              and exists (select from pg_attribute a where a.attrelid = k.conrelid
                and a.attname = 'practice_id' and a.attnum <> all(k.conkey))`);
          return rows.map(row => row.found);
        })),
      );
    }
    expect(loose).toEqual([]);
  });

  it('DB-01 H21 gives no service a table of another', async () => {
    const reachable: string[] = [];
    for (const database of DATABASES) {
      reachable.push(
        ...(await test.withRoot(database, async client => {
          const { rows } = await client.query<{ found: string }>(`
            select r.rolname || ' may read ' || n.nspname || '.' || c.relname as found
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            cross join pg_roles r
            where c.relkind in ('r', 'p', 'v', 'm') and (r.rolname like 'svc\\_%' or r.rolname like 'relay\\_%') and r.rolname <> 'svc_bus'
              and n.nspname not in ('pg_catalog', 'information_schema', 'platform', 'public')
              and split_part(r.rolname, '_', 2) <> n.nspname
              and has_schema_privilege(r.rolname, n.nspname, 'usage')
              and has_table_privilege(r.rolname, c.oid, 'select')`);
          return rows.map(row => row.found);
        })),
      );
    }
    expect(reachable).toEqual([]);
  });

  it('DB-01 G5 shows a service nothing while no practice is set', async () => {
    const visible: string[] = [];
    for (const { definition } of test.system.runtimes.values()) {
      const { name, database } = definition.contract;
      await test.withRole(`svc_${name}`, database, async client => {
        for (const table of victim.tablesOf.get(name) ?? []) {
          if (Object.hasOwn(definition.tablesWithoutPractice, table) || table === 'known_practice') continue;
          const { rowCount } = await client.query(`select 1 from ${name}.${table} limit 1`);
          if (rowCount) visible.push(`${name}.${table}`);
        }
      });
    }
    expect(visible).toEqual([]);
  });
});

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Path parameters that are words, not ids: a role, a permission. */
function isChosen({ operation }: Described, name: string): boolean {
  return !/Id$/.test(name) && operation.path.includes(`:${name}`);
}

interface Victim {
  /** Ids of rows of the first practice that the other one has no way to know. */
  readonly ids: ReadonlySet<string>;
  /** By service: an id of each of its tables. */
  readonly idsOf: ReadonlyMap<string, readonly { readonly table: string; readonly id: string }[]>;
  readonly tablesOf: ReadonlyMap<string, readonly string[]>;
  /** Tables that hold rows of it. */
  readonly tables: number;
}

async function readVictim(test: TestSystem): Promise<Victim> {
  const ids = new Set<string>();
  const idsOf = new Map<string, { table: string; id: string }[]>();
  const tablesOf = new Map<string, string[]>();
  let filled = 0;
  for (const database of DATABASES) {
    for (const { schema, table, hasId } of await practiceTables(test, database)) {
      const found = await test.withRoot(database, async client => {
        const { rows } = await client.query<{ id: string }>(
          `select ${hasId ? 'id::text' : 'practice_id::text as id'} from ${schema}.${table} where practice_id = $1 limit 2000`,
          [PRACTICE_ID],
        );
        return rows.map(row => row.id);
      });
      if (found.length === 0) continue;
      filled += 1;
      tablesOf.set(schema, [...(tablesOf.get(schema) ?? []), table]);
      if (!hasId) continue;
      for (const id of found) ids.add(id);
      idsOf.set(schema, [...(idsOf.get(schema) ?? []), { table, id: found[0] ?? '' }]);
    }
  }
  // What both practices were installed with is no secret of either.
  ids.delete(PRACTICE_ID);
  for (const id of await idsOfOther(test)) ids.delete(id);
  return { ids, idsOf, tablesOf, tables: filled };
}

async function idsOfOther(test: TestSystem): Promise<string[]> {
  const found: string[] = [];
  for (const database of DATABASES) {
    for (const { schema, table, hasId } of await practiceTables(test, database)) {
      if (!hasId) continue;
      found.push(
        ...(await test.withRoot(database, async client => {
          const { rows } = await client.query<{ id: string }>(
            `select id::text from ${schema}.${table} where practice_id = $1`,
            [OTHER_PRACTICE_ID],
          );
          return rows.map(row => row.id);
        })),
      );
    }
  }
  return found;
}

function practiceTables(test: TestSystem, database: (typeof DATABASES)[number]) {
  return test.withRoot(database, async client => {
    const { rows } = await client.query<{ schema: string; table: string; hasId: boolean }>(`
      select n.nspname as schema, c.relname as table,
        exists (select from pg_attribute i where i.attrelid = c.oid and i.attname = 'id' and i.atttypid = 'uuid'::regtype) as "hasId"
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'practice_id' and not a.attisdropped
      where c.relkind = 'r' and n.nspname not in ('bus', 'platform')
      order by 1, 2`);
    return rows;
  });
}

/** A digest of all that the first practice has, table by table. */
async function checksum(test: TestSystem): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const database of DATABASES) {
    for (const { schema, table } of await practiceTables(test, database)) {
      if (OWN_TRACES.has(table)) continue;
      sums[`${schema}.${table}`] = await test.withRoot(database, async client => {
        const { rows } = await client.query<{ row: string }>(
          `select t::text as row from ${schema}.${table} t where practice_id = $1 order by 1`,
          [PRACTICE_ID],
        );
        return createHash('sha256')
          .update(rows.map(({ row }) => row).join('\n'))
          .digest('hex');
      });
    }
  }
  return sums;
}
