import type { DatabaseName, ServiceContract } from '@spark-den/contracts/operation';
import { createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';

const DATABASES: readonly DatabaseName[] = ['business', 'clinical', 'shared'];
const EXTENSIONS = ['pg_trgm', 'btree_gist', 'pgcrypto', 'fuzzystrmatch', 'unaccent'];
const PLATFORM_SQL = new URL('../sql/', import.meta.url);

/** What preparing a database needs to know of a service. */
export interface ServiceSchema {
  readonly contract: Pick<ServiceContract, 'name' | 'database'>;
  readonly migrations: URL;
}

export interface DatabaseSet {
  /** Connection of a role that may create databases and roles. */
  readonly adminUrl: string;
  /** Derives each role's password; unset roles' passwords cannot be guessed from their names. */
  readonly secret: string;
  /** Put before the names of the three databases, so that several systems share a cluster. */
  readonly prefix: string;
}

export function databaseName(set: DatabaseSet, name: DatabaseName): string {
  return `${set.prefix}${name}`;
}

/** Connection URL of `role` (such as `svc_billing`) to one of the three databases. */
export function roleUrl(set: DatabaseSet, role: string, name: DatabaseName): string {
  const url = new URL(set.adminUrl);
  url.username = role;
  url.password = rolePassword(set, role);
  url.pathname = `/${databaseName(set, name)}`;
  return url.toString();
}

/** Creates what is missing of databases, schemas and roles, and runs the migrations that have not run. */
export async function prepareDatabases(
  set: DatabaseSet,
  services: readonly ServiceSchema[],
  progress: (line: string) => void = () => {},
): Promise<void> {
  await withClient(set.adminUrl, admin => createRolesAndDatabases(admin, set, services));
  for (const name of DATABASES) {
    const own = services.filter(service => service.contract.database === name);
    await withClient(databaseUrl(set, name), async client => {
      await client.query('select pg_advisory_lock(hashtext($1))', ['spark-den-migrations']);
      await prepareDatabase(client, name, own, progress);
    });
  }
}

async function createRolesAndDatabases(
  admin: pg.Client,
  set: DatabaseSet,
  services: readonly ServiceSchema[],
) {
  await admin.query('select pg_advisory_lock(hashtext($1))', ['spark-den-roles']);
  const roles = [
    'spark_owner',
    'svc_bus',
    ...services.flatMap(({ contract }) => [`svc_${contract.name}`, `relay_${contract.name}`]),
  ];
  for (const role of roles) {
    const attributes =
      role === 'spark_owner'
        ? 'nologin bypassrls'
        : `login nobypassrls password ${quote(rolePassword(set, role))}`;
    const { rowCount } = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
    await admin.query(`${rowCount ? 'alter' : 'create'} role ${role} with ${attributes}`);
  }
  await admin.query('grant spark_owner to current_user');
  for (const name of DATABASES) {
    const database = databaseName(set, name);
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [database]);
    if (!rowCount) await admin.query(`create database ${database} owner spark_owner`);
    await admin.query(`revoke connect, temporary on database ${database} from public`);
    const users = services.filter(service => service.contract.database === name);
    const connectors = users.flatMap(({ contract }) => [`svc_${contract.name}`, `relay_${contract.name}`]);
    if (name === 'shared') connectors.push('svc_bus');
    if (connectors.length)
      await admin.query(`grant connect on database ${database} to ${connectors.join(', ')}`);
  }
}

async function prepareDatabase(
  client: pg.Client,
  name: DatabaseName,
  services: readonly ServiceSchema[],
  progress: (line: string) => void,
) {
  await client.query('revoke create on schema public from public');
  for (const extension of EXTENSIONS) await client.query(`create extension if not exists ${extension}`);
  await client.query('create schema if not exists platform authorization spark_owner');
  await client.query('grant usage on schema platform to public');
  await migrate(
    client,
    { schema: 'platform', folder: new URL('database/', PLATFORM_SQL), variables: {} },
    progress,
  );
  if (name === 'shared') {
    await client.query('create schema if not exists bus authorization spark_owner');
    await client.query('grant usage on schema bus to svc_bus');
    await migrate(client, { schema: 'bus', folder: new URL('bus/', PLATFORM_SQL), variables: {} }, progress);
  }
  for (const { contract, migrations } of services) {
    const schema = contract.name;
    const [service, relay] = [`svc_${schema}`, `relay_${schema}`];
    await client.query(`create schema if not exists ${schema} authorization spark_owner`);
    await client.query(`grant usage on schema ${schema} to ${service}, ${relay}`);
    for (const role of [service, relay]) {
      await client.query(
        `alter role ${role} in database ${client.database} set search_path = ${schema}, public`,
      );
    }
    await client.query(
      `alter default privileges for role spark_owner in schema ${schema} grant select, insert, update, delete on tables to ${service}`,
    );
    await client.query(
      `alter default privileges for role spark_owner in schema ${schema} grant usage, select on sequences to ${service}`,
    );
    const variables = { schema, service, relay };
    await migrate(
      client,
      { schema, folder: new URL('service/', PLATFORM_SQL), variables, set: 'platform' },
      progress,
    );
    await migrate(client, { schema, folder: migrations, variables, set: 'service' }, progress);
  }
}

interface MigrationRun {
  readonly schema: string;
  readonly folder: URL;
  readonly variables: Readonly<Record<string, string>>;
  readonly set?: string;
}

/** Runs the numbered SQL files of a folder that this schema has not seen, each in a transaction of its own. */
async function migrate(
  client: pg.Client,
  run: MigrationRun,
  progress: (line: string) => void,
): Promise<void> {
  await client.query(`create table if not exists ${run.schema}.schema_migration (
    migration_set text not null, name text not null, ran_at timestamptz not null default now(), primary key (migration_set, name))`);
  const set = run.set ?? 'platform';
  const done = await client.query<{ name: string }>(
    `select name from ${run.schema}.schema_migration where migration_set = $1`,
    [set],
  );
  const seen = new Set(done.rows.map(row => row.name));
  for (const file of migrationFiles(run.folder).filter(name => !seen.has(name))) {
    const sql = readFileSync(new URL(file, run.folder), 'utf8').replace(
      /\{\{(\w+)\}\}/g,
      (whole, key: string) => run.variables[key] ?? whole,
    );
    await client.query('begin');
    try {
      await client.query('set local role spark_owner');
      await client.query(`set local search_path = ${run.schema}, public`);
      await client.query(sql);
      await client.query('reset role');
      await client.query(`insert into ${run.schema}.schema_migration (migration_set, name) values ($1, $2)`, [
        set,
        file,
      ]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw new Error(`Migration ${run.schema}/${file} failed: ${(error as Error).message}`, {
        cause: error,
      });
    }
    progress(`${run.schema}: ${file}`);
  }
}

export function migrationFiles(folder: URL): string[] {
  return readdirSync(folder)
    .filter(name => /^\d{4}_[\w-]+\.sql$/.test(name))
    .sort();
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(set: DatabaseSet, name: DatabaseName): string {
  const url = new URL(set.adminUrl);
  url.pathname = `/${databaseName(set, name)}`;
  return url.toString();
}

function rolePassword(set: DatabaseSet, role: string): string {
  return createHmac('sha256', set.secret).update(`database role ${role}`).digest('base64url');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
