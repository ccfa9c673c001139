import { z } from 'zod';
import { Id, InstantField, Text, ZoneField } from '../fields.ts';
import { ROLE_KEYS } from '../operation.ts';

export const RoleKeyField = z.enum(ROLE_KEYS);
export const PermissionKey = z
  .string()
  .regex(/^[a-z]+(\.[a-z_-]+)+$/)
  .max(100);
/** A portal's audience; a token for one never opens the other. */
export const PORTALS = ['pms', 'clinical'] as const;
export const Portal = z.enum(PORTALS);
export type Portal = z.infer<typeof Portal>;
export const AUDIENCES: Readonly<Record<Portal, string>> = {
  pms: 'urn:sparkden:pms',
  clinical: 'urn:sparkden:clinical',
};

/** A portal as the OpenID provider knows it. */
export function clientIdOf(portal: Portal): string {
  return `${portal}-portal`;
}

export const Email = z
  .email()
  .max(254)
  .transform(value => value.toLowerCase());
export const Password = z.string().min(8).max(128);
export const TotpCode = z.string().regex(/^\d{6}$/, 'must have 6 digits');

/** Rules of a practice for signing in. */
export const SecurityPolicy = z.object({
  secondFactor: z.enum(['required', 'optional']),
  idleMinutes: z.int().min(2).max(60),
  absoluteHours: z.int().min(1).max(24),
});
export type SecurityPolicy = z.infer<typeof SecurityPolicy>;

export const Principal = z.object({
  kind: z.enum(['user', 'service', 'system']),
  id: z.string(),
  displayName: z.string(),
  practiceId: Id,
  roles: z.array(RoleKeyField),
  permissions: z.array(z.string()),
  sessionId: Id,
  amr: z.array(z.string()),
});

export const Introspection = z.object({
  active: z.boolean(),
  /** Why a session is not active: for the log, never for the caller. */
  reason: z.enum(['unknown', 'revoked', 'idle', 'expired', 'disabled', 'audience']).nullable(),
  principal: Principal.nullable(),
});
export type Introspection = z.infer<typeof Introspection>;

export const Me = z.object({
  user: z.object({
    id: Id,
    email: z.string(),
    displayName: z.string(),
    /** The provider record that this person signs as, for physicians. */
    providerId: Id.nullable(),
    hasSecondFactor: z.boolean(),
    mustChangePassword: z.boolean(),
  }),
  practice: z.object({ id: Id, name: z.string(), zone: ZoneField }),
  roles: z.array(z.object({ key: RoleKeyField, name: z.string() })),
  permissions: z.array(z.string()),
  /** Portals that at least one role of this person may enter. */
  portals: z.array(Portal),
  policy: SecurityPolicy,
  session: z.object({
    id: Id,
    idleExpiresAt: InstantField,
    expiresAt: InstantField,
    amr: z.array(z.string()),
  }),
});

export const SessionActivity = z.object({ idleExpiresAt: InstantField, expiresAt: InstantField });

export const USER_STATUSES = ['active', 'disabled', 'locked'] as const;
export const User = z.object({
  id: Id,
  email: z.string(),
  displayName: z.string(),
  providerId: Id.nullable(),
  status: z.enum(USER_STATUSES),
  roles: z.array(RoleKeyField),
  hasSecondFactor: z.boolean(),
  mustChangePassword: z.boolean(),
  lastSignInAt: InstantField.nullable(),
  createdAt: InstantField,
  version: z.int(),
});
export type User = z.output<typeof User>;

export const UserFields = {
  email: Email,
  displayName: Text(120),
  providerId: Id.nullable().default(null),
  roles: z.array(RoleKeyField).min(1).max(8),
};

/** Shown once, to the person who created or reset the account; it must be changed at the next sign-in. */
export const OneTimePassword = z.object({ user: User, oneTimePassword: z.string() });

export const Session = z.object({
  id: Id,
  userId: Id,
  displayName: z.string(),
  portals: z.array(Portal),
  userAgent: z.string(),
  ipAddress: z.string(),
  amr: z.array(z.string()),
  startedAt: InstantField,
  lastActivityAt: InstantField,
  idleExpiresAt: InstantField,
  expiresAt: InstantField,
  current: z.boolean(),
});

export const PermissionEntry = z.object({ key: z.string(), label: z.string(), service: z.string() });

export const Role = z.object({
  key: RoleKeyField,
  name: z.string(),
  description: z.string(),
  permissions: z.array(z.string()),
  userCount: z.int(),
  version: z.int(),
});

/** Two sets of permissions that nobody may hold together, and why. */
export const DutyRule = z.object({ id: z.string(), title: z.string(), reason: z.string() });

export const AccessExplanation = z.object({
  permission: z.string(),
  label: z.string(),
  allowed: z.boolean(),
  /** Roles of this person that grant it. */
  grantedBy: z.array(RoleKeyField),
  /** Roles of the practice that would grant it. */
  wouldBeGrantedBy: z.array(RoleKeyField),
  explanation: z.string(),
});
