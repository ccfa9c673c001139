import { ROLE_KEYS, type RoleKey } from '@spark-den/contracts/operation';
import { sql, type Kysely } from 'kysely';
import type { IdentityDatabase } from '../database.ts';
import { defaultPermissionsOf, isRoleKey, type PermissionCatalogue } from './catalogue.ts';

type Db = Kysely<IdentityDatabase>;

export interface StoredRole {
  readonly key: RoleKey;
  readonly version: number;
  readonly permissions: string[];
  readonly userCount: number;
}

export async function listStoredRoles(db: Db): Promise<StoredRole[]> {
  const rows = await db
    .selectFrom('role')
    .select([
      'key',
      'version',
      sql<
        string[]
      >`array(select permission from role_permission where role = role.key order by permission)`.as(
        'permissions',
      ),
      sql<number>`(select count(*) from account_role join account on account.id = account_id
        where role = role.key and status = 'active')`.as('userCount'),
    ])
    .execute();
  const order = new Map<string, number>(ROLE_KEYS.map((key, index) => [key, index]));
  return rows
    .flatMap(row => (isRoleKey(row.key) ? [{ ...row, key: row.key }] : []))
    .sort((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0));
}

export async function permissionsOfRoles(db: Db, roles: readonly RoleKey[]): Promise<ReadonlySet<string>> {
  if (roles.length === 0) return new Set();
  const rows = await db
    .selectFrom('rolePermission')
    .select('permission')
    .where('role', 'in', roles)
    .execute();
  return new Set(rows.map(row => row.permission));
}

export async function rolesGranting(db: Db, permission: string): Promise<RoleKey[]> {
  const rows = await db
    .selectFrom('rolePermission')
    .select('role')
    .where('permission', '=', permission)
    .execute();
  return ROLE_KEYS.filter(key => rows.some(row => row.role === key));
}

/** Roles that people hold together: each combination once. */
export async function heldCombinations(db: Db): Promise<RoleKey[][]> {
  const { rows } = await sql<{ roles: string[] }>`
    select distinct array_agg(role order by role) as roles from account_role group by account_id`.execute(db);
  return rows.map(row => row.roles.filter(isRoleKey));
}

/** @returns whether the role still had the version that the caller read */
export async function replacePermissions(
  db: Db,
  change: {
    practiceId: string;
    role: RoleKey;
    expectedVersion: number | undefined;
    permissions: readonly string[];
  },
): Promise<boolean> {
  let query = db
    .updateTable('role')
    .set(eb => ({ version: eb('version', '+', 1) }))
    .where('key', '=', change.role);
  if (change.expectedVersion !== undefined) query = query.where('version', '=', change.expectedVersion);
  if ((await query.executeTakeFirst()).numUpdatedRows !== 1n) return false;
  await db.deleteFrom('rolePermission').where('role', '=', change.role).execute();
  await insertGrants(
    db,
    change.permissions.map(permission => ({ practiceId: change.practiceId, role: change.role, permission })),
  );
  return true;
}

/** Gives a practice its roles, and each permission that it has not met yet to the roles that start with it. */
export async function grantDefaults(
  db: Db,
  practiceId: string,
  catalogue: PermissionCatalogue,
): Promise<number> {
  await db
    .insertInto('role')
    .values(ROLE_KEYS.map(key => ({ practiceId, key })))
    .onConflict(conflict => conflict.doNothing())
    .execute();
  if (catalogue.size === 0) return 0;
  const granted = await db
    .insertInto('grantedDefault')
    .values([...catalogue.keys()].map(permission => ({ practiceId, permission })))
    .onConflict(conflict => conflict.doNothing())
    .returning('permission')
    .execute();
  const fresh = new Set(granted.map(row => row.permission));
  const grants = ROLE_KEYS.flatMap(role =>
    defaultPermissionsOf(catalogue, role)
      .filter(permission => fresh.has(permission))
      .map(permission => ({ practiceId, role, permission })),
  );
  await insertGrants(db, grants);
  return fresh.size;
}

async function insertGrants(
  db: Db,
  rows: { practiceId: string; role: string; permission: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('rolePermission')
    .values(rows)
    .onConflict(conflict => conflict.doNothing())
    .execute();
}
