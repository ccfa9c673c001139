import { z } from 'zod';
import { Id } from '../fields.ts';
import { operation } from '../operation.ts';
import {
  AccessExplanation,
  Me,
  Password,
  PermissionKey,
  Session,
  SessionActivity,
  TotpCode,
} from './types.ts';

/* What everybody may do with the own account. */

const nothing = z.strictObject({});
const done = z.object({});
const mine = { permission: 'session', phi: 'none', rateClass: 'standard' } as const;

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
