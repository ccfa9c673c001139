import { administrationContract } from '@spark-den/contracts/administration/operations';
import { identityContract } from '@spark-den/contracts/identity/operations';
import type { RoleKey } from '@spark-den/contracts/operation';
import { fail, type Context } from '@spark-den/service-kit';
import type { IdentityDatabase } from '../database.ts';
import { permissionsOfRoles } from '../roles/role-repository.ts';
import { findDutyConflict } from '../roles/separation-of-duties.ts';
import { lockActiveHolders, lockAccount, type Account } from './account-repository.ts';

/** What a practice must never lose: someone who can give access back. */
export const GOVERNING_PERMISSION = 'identity.user.manage';

export async function loadUser(context: Context<IdentityDatabase>, userId: string): Promise<Account> {
  const account = await lockAccount(context.db, userId);
  if (!account) throw fail(identityContract, 'identity.user_not_found', { userId });
  return account;
}

/** A clinician's account names a provider of this practice. */
export async function requireProvider(
  context: Context<IdentityDatabase>,
  providerId: string | null | undefined,
): Promise<void> {
  if (providerId === null || providerId === undefined) return;
  const { items } = await context.call(administrationContract).listProviders({ limit: 200 });
  if (!items.some(provider => provider.id === providerId)) {
    throw fail(identityContract, 'identity.provider_unknown', { providerId });
  }
}

export function refuseOwnAccount(context: Context<IdentityDatabase>, userId: string): void {
  if (context.principal.id === userId) throw fail(identityContract, 'identity.not_yourself', { userId });
}

/** The roles together may not hold duties that must stay apart. */
export async function refuseDutyConflict(
  context: Context<IdentityDatabase>,
  roles: readonly RoleKey[],
): Promise<void> {
  const conflict = findDutyConflict(await permissionsOfRoles(context.db, roles));
  if (conflict) throw fail(identityContract, 'identity.duties_conflict', { ...conflict });
}

export async function refuseWithoutAdministrator(
  context: Context<IdentityDatabase>,
  leavingOut?: string,
): Promise<void> {
  const holders = await lockActiveHolders(context.db, GOVERNING_PERMISSION);
  if (!holders.some(id => id !== leavingOut)) throw fail(identityContract, 'identity.last_administrator');
}
