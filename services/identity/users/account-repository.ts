import type { RoleKey } from '@spark-den/contracts/operation';
import type { User } from '@spark-den/contracts/identity/types';
import type { Instant } from '@spark-den/kernel';
import { sql, type Kysely, type Selectable, type Updateable } from 'kysely';
import type { AccountTable, IdentityDatabase } from '../database.ts';
import { isRoleKey } from '../roles/catalogue.ts';

type Db = Kysely<IdentityDatabase>;
export type Account = Selectable<AccountTable> & { readonly roles: RoleKey[] };

export interface UserFilter {
  readonly status?: readonly User['status'][];
  readonly role?: RoleKey;
  readonly now: Instant;
  readonly after?: { readonly displayName: string; readonly id: string };
  readonly limit: number;
}

export async function findAccount(db: Db, id: string): Promise<Account | undefined> {
  const row = await withRoles(db).where('account.id', '=', id).executeTakeFirst();
  return row && asAccount(row);
}

/** Same as `findAccount`; nobody else changes the account until this transaction ends. */
export async function lockAccount(db: Db, id: string): Promise<Account | undefined> {
  await db.selectFrom('account').select('id').where('id', '=', id).forUpdate().execute();
  return findAccount(db, id);
}

export async function emailIsTaken(db: Db, email: string): Promise<boolean> {
  return (
    (await db.selectFrom('account').select('id').where('email', '=', email).executeTakeFirst()) !== undefined
  );
}

export async function listAccounts(db: Db, filter: UserFilter): Promise<Account[]> {
  let query = withRoles(db).orderBy('displayName').orderBy('account.id').limit(filter.limit);
  if (filter.after) {
    const { displayName, id } = filter.after;
    query = query.where(sql<boolean>`(display_name, account.id) > (${displayName}, ${id}::uuid)`);
  }
  if (filter.role) {
    const { role } = filter;
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('accountRole')
          .select('accountId')
          .whereRef('accountRole.accountId', '=', 'account.id')
          .where('accountRole.role', '=', role),
      ),
    );
  }
  if (filter.status) {
    const { status, now } = filter;
    query = query.where(
      sql<string>`case when status = 'disabled' then 'disabled' when locked_until > ${now} then 'locked' else 'active' end`,
      'in',
      status,
    );
  }
  return (await query.execute()).map(asAccount);
}

export async function insertAccount(
  db: Db,
  account: Omit<
    Account,
    | 'failedSignIns'
    | 'lockedUntil'
    | 'totpSecret'
    | 'totpConfirmedAt'
    | 'totpLastStep'
    | 'lastSignInAt'
    | 'version'
  >,
): Promise<void> {
  const { roles, ...row } = account;
  await db.insertInto('account').values(row).execute();
  await setRoles(db, account.practiceId, account.id, roles);
}

/** @returns whether the account still had the version that the caller read */
export async function changeAccount(
  db: Db,
  id: string,
  expectedVersion: number | undefined,
  change: Updateable<AccountTable>,
): Promise<boolean> {
  let query = db
    .updateTable('account')
    .set(eb => ({ ...change, version: eb('version', '+', 1) }))
    .where('id', '=', id);
  if (expectedVersion !== undefined) query = query.where('version', '=', expectedVersion);
  return (await query.executeTakeFirst()).numUpdatedRows === 1n;
}

export async function setRoles(
  db: Db,
  practiceId: string,
  accountId: string,
  roles: readonly RoleKey[],
): Promise<void> {
  await db.deleteFrom('accountRole').where('accountId', '=', accountId).execute();
  await db
    .insertInto('accountRole')
    .values([...new Set(roles)].map(role => ({ practiceId, accountId, role })))
    .execute();
}

/** Active accounts whose roles grant `permission`, by name. */
export function activeHolders(db: Db, permission: string) {
  return holders(db, permission).select(['account.id', 'displayName']).orderBy('displayName').execute();
}

/** Active accounts whose roles grant `permission`; the rows stay locked until the transaction ends. */
export async function lockActiveHolders(db: Db, permission: string): Promise<string[]> {
  const rows = await holders(db, permission).select('account.id').orderBy('account.id').forUpdate().execute();
  return rows.map(row => row.id);
}

function holders(db: Db, permission: string) {
  return db
    .selectFrom('account')
    .where('status', '=', 'active')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('accountRole')
          .innerJoin('rolePermission', 'rolePermission.role', 'accountRole.role')
          .select('accountRole.accountId')
          .whereRef('accountRole.accountId', '=', 'account.id')
          .where('rolePermission.permission', '=', permission),
      ),
    );
}

function withRoles(db: Db) {
  return db
    .selectFrom('account')
    .selectAll('account')
    .select(
      sql<string[]>`array(select role from account_role where account_id = account.id order by role)`.as(
        'roles',
      ),
    );
}

function asAccount(row: Selectable<AccountTable> & { roles: string[] }): Account {
  return { ...row, roles: row.roles.filter(isRoleKey) };
}
