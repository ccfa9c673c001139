import { identityContract } from '@spark-den/contracts/identity/operations';
import { fail, type Context } from '@spark-den/service-kit';
import type { IdentityDatabase } from '../database.ts';
import { findAccount } from '../users/account-repository.ts';
import { ROLE_TEXTS, type PermissionCatalogue } from './catalogue.ts';
import { explainAccess } from './explain-access.ts';
import { rolesGranting } from './role-repository.ts';

export const explainUserAccess =
  (catalogue: () => PermissionCatalogue) =>
  async (context: Context<IdentityDatabase>, input: { userId: string; permission: string }) => {
    const entry = catalogue().get(input.permission);
    if (!entry) throw fail(identityContract, 'identity.permission_unknown', { permission: input.permission });
    const account = await findAccount(context.db, input.userId);
    if (!account) throw fail(identityContract, 'identity.user_not_found', { userId: input.userId });
    return explainAccess({
      permission: entry.key,
      label: entry.label,
      rolesOfUser: account.roles,
      rolesGranting: await rolesGranting(context.db, entry.key),
      nameOf: role => ROLE_TEXTS[role].name,
    });
  };
