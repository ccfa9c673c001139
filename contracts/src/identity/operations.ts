import { z } from 'zod';
import { Id, InstantField, Page, PageInput, QueryList, Text, ZoneField } from '../fields.ts';
import { operation, serviceContract } from '../operation.ts';
import { identityErrors } from './errors.ts';
import * as events from './events.ts';
import { identityPermissions } from './permissions.ts';
import {
  AccessExplanation,
  DutyRule,
  Email,
  Introspection,
  Me,
  OneTimePassword,
  Password,
  PermissionEntry,
  PermissionKey,
  Portal,
  Role,
  RoleKeyField,
  SecurityPolicy,
  Session,
  SessionActivity,
  TotpCode,
  USER_STATUSES,
  User,
  UserFields,
} from './types.ts';

const nothing = z.strictObject({});
const done = z.object({});
/** Most operations here concern staff, never a patient, yet all that changes access is audited. */
const mine = { permission: 'session', phi: 'none', rateClass: 'standard' } as const;
const manage = {
  permission: 'identity.user.manage',
  phi: 'none',
  rateClass: 'standard',
  idempotent: true,
} as const;

export const getMe = operation({
  ...mine,
  summary: 'The signed-in person: practice, roles, permissions, session',
  method: 'GET',
  path: '/identity/me',
  input: nothing,
  output: Me,
  audit: null,
  idempotent: false,
});

export const recordActivity = operation({
  ...mine,
  summary: 'Extends the idle limit of the session; portals call it on real input only',
  method: 'POST',
  path: '/identity/session/activity',
  input: nothing,
  output: SessionActivity,
  audit: null,
  idempotent: false,
});

export const changePassword = operation({
  ...mine,
  summary: 'Changes the own password; ends all other sessions',
  method: 'POST',
  path: '/identity/me/password',
  input: z.strictObject({ currentPassword: z.string().max(128), newPassword: Password }),
  output: done,
  audit: 'identity.password_changed',
  rateClass: 'auth',
  idempotent: false,
  errors: ['identity.password_wrong', 'identity.password_weak'],
});

export const startSecondFactor = operation({
  ...mine,
  summary: 'Starts the enrolment of an authenticator app; the secret is shown once',
  method: 'POST',
  path: '/identity/me/second-factor',
  input: z.strictObject({ password: z.string().max(128) }),
  output: z.object({ secret: z.string(), uri: z.string() }),
  audit: 'identity.second_factor_started',
  rateClass: 'auth',
  idempotent: false,
  errors: ['identity.password_wrong', 'identity.second_factor_exists'],
});

export const confirmSecondFactor = operation({
  ...mine,
  summary: 'Ends the enrolment with a first code',
  method: 'POST',
  path: '/identity/me/second-factor/confirmation',
  input: z.strictObject({ code: TotpCode }),
  output: done,
  audit: 'identity.second_factor_enrolled',
  rateClass: 'auth',
  idempotent: false,
  errors: ['identity.code_wrong'],
});

export const removeSecondFactor = operation({
  ...mine,
  summary: 'Removes the own second factor where the policy allows it',
  method: 'POST',
  path: '/identity/me/second-factor/removal',
  input: z.strictObject({ password: z.string().max(128), code: TotpCode }),
  output: done,
  audit: 'identity.second_factor_removed',
  rateClass: 'auth',
  idempotent: false,
  errors: ['identity.password_wrong', 'identity.code_wrong', 'identity.second_factor_required'],
});

export const listMySessions = operation({
  ...mine,
  summary: 'Where the own account is signed in',
  method: 'GET',
  path: '/identity/me/sessions',
  input: nothing,
  output: z.object({ items: z.array(Session) }),
  audit: null,
  idempotent: false,
});

export const revokeMySession = operation({
  ...mine,
  summary: 'Ends one of the own sessions',
  method: 'DELETE',
  path: '/identity/me/sessions/:sessionId',
  input: z.strictObject({ sessionId: Id }),
  output: done,
  audit: 'identity.session_revoked',
  idempotent: true,
  errors: ['identity.session_not_found'],
});

export const explainMyAccess = operation({
  ...mine,
  summary: 'Why the signed-in person may or may not do something',
  method: 'GET',
  path: '/identity/me/access/:permission',
  input: z.strictObject({ permission: PermissionKey }),
  output: AccessExplanation,
  audit: null,
  idempotent: false,
  errors: ['identity.permission_unknown'],
});

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

/** Asked by every service's front door with the verified token's `sid`, `sub` and `aud`; cached at most 3 s. */
export const introspectSession = operation({
  summary: 'Whether a session is active, and who acts in it',
  method: 'POST',
  path: '/identity/introspections',
  input: z.strictObject({ sessionId: Id, subject: Id, portal: Portal }),
  output: Introspection,
  permission: 'internal',
  phi: 'none',
  audit: null,
  rateClass: 'standard',
  idempotent: false,
});

/** Public keys of access tokens, so that every service verifies them by itself. */
export const getSigningKeys = operation({
  summary: 'Public keys of the access tokens, as a JWK set',
  method: 'GET',
  path: '/identity/signing-keys',
  input: nothing,
  output: z.object({ issuer: z.string(), keys: z.array(z.record(z.string(), z.unknown())) }),
  permission: 'internal',
  phi: 'none',
  audit: null,
  rateClass: 'standard',
  idempotent: false,
});

/** The gateway signs a person out by the refresh token of the portal; it ends the session of both portals. */
export const signOut = operation({
  summary: 'Ends the session that a refresh token belongs to',
  method: 'POST',
  path: '/identity/sign-outs',
  input: z.strictObject({ refreshToken: z.string().min(20).max(500) }),
  output: z.object({ ended: z.boolean() }),
  permission: 'internal',
  phi: 'none',
  audit: 'identity.signed_out',
  rateClass: 'auth',
  idempotent: false,
});

/** Creates a practice's users and role grants, or leaves those that exist; the seed of a new practice. */
export const resolveUser = operation({
  summary: 'Who a user of the practice is, for services that write the name down',
  method: 'GET',
  path: '/internal/users/:userId',
  input: z.strictObject({ userId: Id }),
  output: z.object({ userId: Id, displayName: z.string() }),
  permission: 'internal',
  phi: 'none',
  audit: null,
  rateClass: 'standard',
  idempotent: false,
  errors: ['identity.user_not_found'],
});

export const installUsers = operation({
  summary: 'Installs a practice with its first users',
  method: 'POST',
  path: '/identity/installations',
  input: z.strictObject({
    practiceName: Text(120),
    zone: ZoneField,
    policy: z.strictObject(SecurityPolicy.shape),
    users: z
      .array(
        z.strictObject({
          id: Id,
          email: Email,
          displayName: Text(120),
          password: Password,
          roles: z.array(RoleKeyField).min(1),
          providerId: Id.nullable().default(null),
        }),
      )
      .max(500),
  }),
  output: z.object({ created: z.int(), existing: z.int(), installedAt: InstantField }),
  permission: 'internal',
  phi: 'none',
  audit: 'identity.practice_installed',
  rateClass: 'standard',
  idempotent: false,
  errors: ['identity.email_taken', 'identity.duties_conflict'],
});

export const identityContract = serviceContract({
  name: 'identity',
  port: 3002,
  database: 'shared',
  operations: {
    getMe,
    recordActivity,
    changePassword,
    startSecondFactor,
    confirmSecondFactor,
    removeSecondFactor,
    listMySessions,
    revokeMySession,
    explainMyAccess,
    listUsers,
    getUser,
    createUser,
    updateUser,
    assignRoles,
    disableUser,
    enableUser,
    resetUser,
    explainAccess,
    listRoles,
    changeRole,
    getPolicy,
    changePolicy,
    listSessions,
    revokeSession,
    introspectSession,
    getSigningKeys,
    signOut,
    resolveUser,
    installUsers,
  },
  events,
  errors: identityErrors,
  permissions: identityPermissions,
});
