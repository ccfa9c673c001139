import type { Instant } from '@spark-den/kernel';
import type { AuditEvent } from '@spark-den/contracts/audit/types';
import { sql, type Kysely, type Selectable } from 'kysely';
import type { AccountTable, IdentityDatabase, SignInStepTable } from '../database.ts';
import { hashId } from '../oidc/postgres-adapter.ts';
import { lockAfter } from './lock-out.ts';

type Db = Kysely<IdentityDatabase>;
export type SignInAccount = Selectable<AccountTable>;

export function findAccountByEmail(db: Db, email: string): Promise<SignInAccount | undefined> {
  return db.selectFrom('account').selectAll().where('email', '=', email).executeTakeFirst();
}

export function findSignInAccount(db: Db, id: string): Promise<SignInAccount | undefined> {
  return db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Counts an attempt. @returns whether the subject is still within `limit` for this window */
export async function countAttempt(
  db: Db,
  subject: string,
  windowStart: Instant,
  limit: number,
): Promise<boolean> {
  const row = await db
    .insertInto('signInAttempt')
    .values({ subjectHash: hashId(subject), windowStart, attempts: 1 })
    .onConflict(conflict =>
      conflict.columns(['subjectHash', 'windowStart']).doUpdateSet(eb => ({
        attempts: eb('signInAttempt.attempts', '+', 1),
      })),
    )
    .returning('attempts')
    .executeTakeFirstOrThrow();
  return row.attempts <= limit;
}

/** @returns until when the account is closed now, if it is */
export async function recordFailure(db: Db, id: string, now: Instant): Promise<Instant | null> {
  const { failedSignIns } = await db
    .updateTable('account')
    .set(eb => ({ failedSignIns: eb('failedSignIns', '+', 1) }))
    .where('id', '=', id)
    .returning('failedSignIns')
    .executeTakeFirstOrThrow();
  const lockedUntil = lockAfter(failedSignIns, now);
  if (lockedUntil) await db.updateTable('account').set({ lockedUntil }).where('id', '=', id).execute();
  return lockedUntil;
}

export async function recordSuccess(db: Db, id: string, now: Instant): Promise<void> {
  await db
    .updateTable('account')
    .set({ failedSignIns: 0, lockedUntil: null, lastSignInAt: now })
    .where('id', '=', id)
    .execute();
}

/** Takes a code's time step. @returns false when it, or a later one, was taken before */
export async function takeTotpStep(db: Db, id: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('account')
    .set({ totpLastStep: step })
    .where('id', '=', id)
    .where(eb => eb.or([eb('totpLastStep', 'is', null), eb('totpLastStep', '<', step)]))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function storeNewPassword(
  db: Db,
  id: string,
  passwordHash: string,
  now: Instant,
): Promise<void> {
  await db
    .updateTable('account')
    .set({ passwordHash, passwordChangedAt: now, mustChangePassword: false })
    .where('id', '=', id)
    .execute();
}

export async function storeSecondFactor(
  db: Db,
  id: string,
  factor: { totpSecret: string; totpConfirmedAt: Instant; totpLastStep: number },
): Promise<void> {
  await db
    .updateTable('account')
    .set(factor)
    .where('id', '=', id)
    .where('totpConfirmedAt', 'is', null)
    .execute();
}

export type SignInStep = Selectable<SignInStepTable>;

export async function findStep(db: Db, interaction: string, now: Instant): Promise<SignInStep | undefined> {
  return db
    .selectFrom('signInStep')
    .selectAll()
    .where('interactionHash', '=', hashId(interaction))
    .where('expiresAt', '>', now)
    .executeTakeFirst();
}

/** Begins after the password was right; an earlier attempt in the same window is forgotten. */
export async function beginStep(
  db: Db,
  interaction: string,
  step: Pick<SignInStep, 'practiceId' | 'accountId' | 'expiresAt'>,
): Promise<void> {
  const fresh = { ...step, secondFactorDone: false, pendingTotpSecret: null };
  await db
    .insertInto('signInStep')
    .values({ interactionHash: hashId(interaction), ...fresh })
    .onConflict(conflict => conflict.column('interactionHash').doUpdateSet(fresh))
    .execute();
}

export async function changeStep(
  db: Db,
  interaction: string,
  change: { secondFactorDone?: boolean; pendingTotpSecret?: string | null },
): Promise<void> {
  await db.updateTable('signInStep').set(change).where('interactionHash', '=', hashId(interaction)).execute();
}

/** @returns false when the sign-in was finished before: one interaction makes one session */
export async function endStep(db: Db, interaction: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('signInStep')
    .where('interactionHash', '=', hashId(interaction))
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function spoolAudit(db: Db, event: AuditEvent): Promise<void> {
  await sql`insert into audit_spool (practice_id, event) values (${event.practiceId}, ${JSON.stringify(event)})`.execute(
    db,
  );
}

/** Whether the practices here ask for a second factor: all of them, none, or some. */
export async function secondFactorPolicy(db: Db): Promise<'required' | 'optional' | 'mixed'> {
  const rows = await db.selectFrom('practice').select('secondFactor').distinct().execute();
  return rows.length === 1 && rows[0] ? rows[0].secondFactor : 'mixed';
}
