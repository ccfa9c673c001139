import { z } from 'zod';
import { Id, Page, PageInput, QueryList, Text } from '../fields.ts';
import { operation } from '../operation.ts';
import {
  AccessExplanation,
  OneTimePassword,
  PermissionKey,
  RoleKeyField,
  Session,
  USER_STATUSES,
  User,
  UserFields,
} from './types.ts';

/* Accounts and sessions of the practice. Staff is concerned, never a patient, yet all that changes access is audited. */

const done = z.object({});
const manage = {
  permission: 'identity.user.manage',
  phi: 'none',
  rateClass: 'standard',
  idempotent: true,
} as const;

export const listUsers = operation({
  summary: 'Users of the practice',
  method: 'GET',
  path: '/identity/users',
  input: z.strictObject({
    ...PageInput,
    status: QueryList(z.enum(USER_STATUSES)).optional(),
    role: RoleKeyField.optional(),
  }),
  output: Page(User),
  permission: 'identity.user.read',
  phi: 'none',
  audit: null,
  rateClass: 'standard',
  idempotent: false,
});

export const listColleagues = operation({
  summary: 'Whom work can be given to: people of the practice who may do something, by name',
  method: 'GET',
  path: '/identity/colleagues/:permission',
  input: z.strictObject({ permission: PermissionKey }),
  output: z.object({ items: z.array(z.object({ userId: Id, displayName: z.string() })) }),
  permission: 'session',
  phi: 'none',
  audit: null,
  rateClass: 'standard',
  idempotent: false,
});

export const getUser = operation({
  summary: 'One user',
  method: 'GET',
  path: '/identity/users/:userId',
  input: z.strictObject({ userId: Id }),
  output: User,
  permission: 'identity.user.read',
  phi: 'none',
  audit: null,
  rateClass: 'standard',
  idempotent: false,
  errors: ['identity.user_not_found'],
});

export const createUser = operation({
  ...manage,
  summary: 'Creates a user with a one-time password',
  method: 'POST',
  path: '/identity/users',
  input: z.strictObject(UserFields),
  output: OneTimePassword,
  audit: 'identity.user_created', // the answer holds a secret, so no copy of it is kept for repeats
  idempotent: false,
  errors: ['identity.email_taken', 'identity.duties_conflict', 'identity.provider_unknown'],
});

export const updateUser = operation({
  ...manage,
  summary: 'Changes the name or the provider record of a user',
  method: 'PATCH',
  path: '/identity/users/:userId',
  input: z.strictObject({
    userId: Id,
    displayName: Text(120).optional(),
    providerId: Id.nullable().optional(),
  }),
  output: User,
  audit: 'identity.user_changed',
  ifMatch: true,
  errors: ['identity.user_not_found', 'identity.user_changed', 'identity.provider_unknown'],
});

export const assignRoles = operation({
  ...manage,
  summary: 'Sets the roles of a user; sessions feel it within 5 seconds',
  method: 'PUT',
  path: '/identity/users/:userId/roles',
  input: z.strictObject({ userId: Id, roles: UserFields.roles }),
  output: User,
  audit: 'identity.roles_assigned',
  ifMatch: true,
  errors: [
    'identity.user_not_found',
    'identity.user_changed',
    'identity.duties_conflict',
    'identity.last_administrator',
    'identity.not_yourself',
  ],
});

export const disableUser = operation({
  ...manage,
  summary: 'Closes an account and ends its sessions; its history stays',
  method: 'POST',
  path: '/identity/users/:userId/disablement',
  input: z.strictObject({ userId: Id, reason: Text(300) }),
  output: User,
  audit: 'identity.user_disabled',
  errors: ['identity.user_not_found', 'identity.last_administrator', 'identity.not_yourself'],
});

export const enableUser = operation({
  ...manage,
  summary: 'Opens a closed or locked account again',
  method: 'POST',
  path: '/identity/users/:userId/enablement',
  input: z.strictObject({ userId: Id }),
  output: User,
  audit: 'identity.user_enabled',
  errors: ['identity.user_not_found'],
});

export const resetUser = operation({
  ...manage,
  summary: 'Gives a one-time password, and removes the second factor where asked; ends all sessions',
  method: 'POST',
  path: '/identity/users/:userId/reset',
  input: z.strictObject({ userId: Id, removeSecondFactor: z.boolean().default(false) }),
  output: OneTimePassword,
  audit: 'identity.user_reset', // the answer holds a secret, so no copy of it is kept for repeats
  idempotent: false,
  errors: ['identity.user_not_found', 'identity.not_yourself'],
});

export const explainAccess = operation({
  summary: 'Why a user may or may not do something',
  method: 'GET',
  path: '/identity/users/:userId/access/:permission',
  input: z.strictObject({ userId: Id, permission: PermissionKey }),
  output: AccessExplanation,
  permission: 'identity.user.read',
  phi: 'none',
  audit: null,
  rateClass: 'standard',
  idempotent: false,
  errors: ['identity.user_not_found', 'identity.permission_unknown'],
});

export const listSessions = operation({
  summary: 'Open sessions of the practice',
  method: 'GET',
  path: '/identity/sessions',
  input: z.strictObject({ ...PageInput, userId: Id.optional() }),
  output: Page(Session),
  permission: 'identity.user.read',
  phi: 'none',
  audit: null,
  rateClass: 'standard',
  idempotent: false,
});

export const revokeSession = operation({
  summary: 'Ends a session; it has effect everywhere within 5 seconds',
  method: 'DELETE',
  path: '/identity/sessions/:sessionId',
  input: z.strictObject({ sessionId: Id }),
  output: done,
  permission: 'identity.session.revoke',
  phi: 'none',
  audit: 'identity.session_revoked',
  rateClass: 'standard',
  idempotent: true,
  errors: ['identity.session_not_found'],
});
