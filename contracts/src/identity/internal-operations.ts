import { z } from 'zod';
import { Id, InstantField, Text, ZoneField } from '../fields.ts';
import { operation } from '../operation.ts';
import { Email, Introspection, Password, Portal, RoleKeyField, SecurityPolicy } from './types.ts';

/* What other services ask; none of it is open at the edge. */

const nothing = z.strictObject({});

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

/** Creates a practice's users and role grants, or leaves those that exist; the seed of a new practice. */
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
