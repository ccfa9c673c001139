import { roleChanged } from '@spark-den/contracts/identity/events';
import { identityContract } from '@spark-den/contracts/identity/operations';
import { type changeRole as changeRoleOperation } from '@spark-den/contracts/identity/role-operations';
import type { ParsedInputOf } from '@spark-den/contracts/operation';
import { fail, type Context } from '@spark-den/service-kit';
import type { IdentityDatabase } from '../database.ts';
import { refuseDutyConflict, refuseWithoutAdministrator } from '../users/guards.ts';
import type { PermissionCatalogue } from './catalogue.ts';
import { asRole } from './list-roles.ts';
import { heldCombinations, listStoredRoles, replacePermissions } from './role-repository.ts';

/** Sets what a role may do. Neither the role alone nor what people hold together may join separate duties. */
export const changeRole =
  (catalogue: () => PermissionCatalogue) =>
  async (context: Context<IdentityDatabase>, input: ParsedInputOf<typeof changeRoleOperation>) => {
    const unknown = input.permissions.find(permission => !catalogue().has(permission));
    if (unknown) throw fail(identityContract, 'identity.permission_unknown', { permission: unknown });
    const before = (await listStoredRoles(context.db)).find(role => role.key === input.role);
    const permissions = [...new Set(input.permissions)];
    const change = {
      practiceId: context.practiceId,
      role: input.role,
      expectedVersion: context.expectedVersion,
      permissions,
    };
    if (!before || !(await replacePermissions(context.db, change)))
      throw fail(identityContract, 'identity.role_changed');
    for (const roles of [[input.role], ...(await heldCombinations(context.db))])
      await refuseDutyConflict(context, roles);
    await refuseWithoutAdministrator(context);
    const added = permissions.filter(permission => !before.permissions.includes(permission));
    const removed = before.permissions.filter(permission => !permissions.includes(permission));
    context.audit({ entityType: 'role', entityId: input.role, detail: { added, removed } });
    await context.emit(roleChanged, { role: input.role, added, removed }, input.role);
    const after = (await listStoredRoles(context.db)).find(role => role.key === input.role);
    if (!after) throw fail(identityContract, 'identity.role_changed');
    return asRole(after);
  };
