import { z } from 'zod';
import { operation } from '../operation.ts';
import { DutyRule, PermissionEntry, PermissionKey, Role, RoleKeyField, SecurityPolicy } from './types.ts';

/* What roles may do, and how people sign in. */

const nothing = z.strictObject({});

export const listRoles = operation({
  summary: 'Roles of the practice with what they may do, all permissions, and the duties kept apart',
  method: 'GET',
  path: '/identity/roles',
  input: nothing,
  output: z.object({
    roles: z.array(Role),
    permissions: z.array(PermissionEntry),
    dutyRules: z.array(DutyRule),
  }),
  permission: 'identity.user.read',
  phi: 'none',
  audit: null,
  rateClass: 'standard',
  idempotent: false,
});

export const changeRole = operation({
  summary: 'Sets what a role may do in this practice',
  method: 'PUT',
  path: '/identity/roles/:role/permissions',
  input: z.strictObject({ role: RoleKeyField, permissions: z.array(PermissionKey).max(500) }),
  output: Role,
  permission: 'identity.role.manage',
  phi: 'none',
  audit: 'identity.role_changed',
  rateClass: 'standard',
  idempotent: true,
  ifMatch: true,
  errors: [
    'identity.role_changed',
    'identity.permission_unknown',
    'identity.duties_conflict',
    'identity.last_administrator',
  ],
});

export const getPolicy = operation({
  summary: 'The sign-in policy of the practice',
  method: 'GET',
  path: '/identity/policy',
  input: nothing,
  output: SecurityPolicy.extend({ version: z.int() }),
  permission: 'identity.user.read',
  phi: 'none',
  audit: null,
  rateClass: 'standard',
  idempotent: false,
});

export const changePolicy = operation({
  summary: 'Changes the sign-in policy of the practice',
  method: 'PUT',
  path: '/identity/policy',
  input: z.strictObject(SecurityPolicy.shape),
  output: SecurityPolicy.extend({ version: z.int() }),
  permission: 'identity.role.manage',
  phi: 'none',
  audit: 'identity.policy_changed',
  rateClass: 'standard',
  idempotent: true,
  ifMatch: true,
  errors: ['identity.policy_changed'],
});
