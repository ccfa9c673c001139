import type { Instant } from '@spark-den/kernel';
import type { ColumnType, Generated } from 'kysely';

type Json<T> = ColumnType<T, string, string>;

export interface PracticeTable {
  practiceId: string;
  name: string;
  zone: string;
  secondFactor: 'required' | 'optional';
  idleMinutes: number;
  absoluteHours: number;
  installedAt: Instant;
  version: Generated<number>;
}

export interface AccountTable {
  id: string;
  practiceId: string;
  email: string;
  displayName: string;
  providerId: string | null;
  status: 'active' | 'disabled';
  passwordHash: string;
  passwordChangedAt: Instant;
  mustChangePassword: boolean;
  failedSignIns: Generated<number>;
  lockedUntil: Instant | null;
  totpSecret: string | null;
  totpConfirmedAt: Instant | null;
  totpLastStep: number | null;
  lastSignInAt: Instant | null;
  createdAt: Instant;
  version: Generated<number>;
}

export interface SessionTable {
  id: string;
  practiceId: string;
  accountId: string;
  providerUid: string | null;
  amr: Json<string[]>;
  portals: ColumnType<string[], string | undefined, string>;
  userAgent: string;
  ipAddress: string;
  startedAt: Instant;
  lastActivityAt: Instant;
  expiresAt: Instant;
  endedAt: Instant | null;
  endReason: EndReason | null;
}

export type EndReason = 'signed_out' | 'revoked' | 'disabled' | 'reset' | 'token_reuse';

export interface OidcRecordTable {
  kind: string;
  idHash: string;
  payload: Json<Record<string, unknown>>;
  uidHash: string | null;
  grantId: string | null;
  consumedAt: Instant | null;
  expiresAt: Instant;
}

export interface SigningKeyTable {
  kid: string;
  encryptedJwk: string;
  publicJwk: Json<Record<string, unknown>>;
  createdAt: Instant;
  retiredAt: Instant | null;
}

export interface SignInStepTable {
  interactionHash: string;
  practiceId: string;
  accountId: string;
  secondFactorDone: Generated<boolean>;
  pendingTotpSecret: string | null;
  expiresAt: Instant;
}

/** The tables of `migrations/`. */
export interface IdentityDatabase {
  practice: PracticeTable;
  account: AccountTable;
  accountRole: { practiceId: string; accountId: string; role: string };
  role: { practiceId: string; key: string; version: Generated<number> };
  rolePermission: { practiceId: string; role: string; permission: string };
  grantedDefault: { practiceId: string; permission: string };
  session: SessionTable;
  oidcRecord: OidcRecordTable;
  signingKey: SigningKeyTable;
  signInStep: SignInStepTable;
  signInAttempt: { subjectHash: string; windowStart: Instant; attempts: number };
}
