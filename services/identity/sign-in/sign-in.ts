import { instant, toEpochMs, uuidv7, type Instant } from '@spark-den/kernel';
import type { Ports } from '@spark-den/service-kit';
import type { Kysely } from 'kysely';
import type { IdentityDatabase } from '../database.ts';
import { hashPassword, verifyPassword } from '../passwords/password-hash.ts';
import { findWeakness } from '../passwords/password-rules.ts';
import { findPolicy } from '../policy/policy-repository.ts';
import { createTotpSecret, matchTotp } from '../second-factor/totp.ts';
import { insertSession } from '../sessions/session-repository.ts';
import { absoluteExpiry } from '../sessions/session.ts';
import { INTERACTION_SECONDS } from '../oidc/create-provider.ts';
import { signInEvent, type SignInAction } from './audit-sign-in.ts';
import { ATTEMPT_LIMITS, attemptWindow, isLocked } from './lock-out.ts';
import * as repository from './sign-in-repository.ts';

/** One attempt to sign in, as the browser made it. */
export interface Attempt {
  /** The provider's interaction, which a cookie ties to this browser. */
  readonly interaction: string;
  readonly address: string;
  readonly userAgent: string;
  readonly requestId: string;
}

export type StepName = 'password' | 'code' | 'new-password' | 'enrol';
export type Outcome =
  | { readonly kind: 'ask'; readonly step: StepName; readonly problem?: Problem }
  | {
      readonly kind: 'done';
      readonly sessionId: string;
      readonly accountId: string;
      readonly amr: readonly string[];
    };
export type Problem =
  'no_match' | 'code_wrong' | 'too_many' | 'password_weak' | 'passwords_differ' | 'expired';

/**
 * Signs people in, one step at a time: password, code, new password, enrolment. What a wrong attempt answers
 * says nothing about whether the account exists, is closed or is locked.
 */
export class SignIn {
  readonly #db: Kysely<IdentityDatabase>;
  readonly #ports: Ports;

  constructor(db: Kysely<IdentityDatabase>, ports: Ports) {
    this.#db = db;
    this.#ports = ports;
  }

  async submitPassword(attempt: Attempt, email: string, password: string): Promise<Outcome> {
    const now = this.#now();
    const name = email.trim().toLowerCase();
    if (!(await this.#withinLimits(attempt, `account ${name}`, now))) return ask('password', 'too_many');
    const account = await repository.findAccountByEmail(this.#db, name);
    const matches = await verifyPassword(account?.passwordHash, password);
    if (!account) return ask('password', 'no_match');
    if (account.status === 'disabled' || isLocked(account.lockedUntil, now)) {
      await this.#audit(attempt, account, 'identity.sign_in_refused');
      return ask('password', 'no_match');
    }
    if (!matches) {
      await this.#recordFailure(attempt, account, now);
      return ask('password', 'no_match');
    }
    await repository.beginStep(this.#db, attempt.interaction, {
      practiceId: account.practiceId,
      accountId: account.id,
      expiresAt: instant(toEpochMs(now) + INTERACTION_SECONDS * 1000),
    });
    return this.#next(attempt);
  }

  async submitCode(attempt: Attempt, code: string): Promise<Outcome> {
    const known = await this.#progress(attempt);
    if (!known) return ask('password', 'expired');
    const { account, now } = known;
    if (!(await this.#withinLimits(attempt, `code ${account.id}`, now))) return ask('code', 'too_many');
    if (isLocked(account.lockedUntil, now)) return ask('password', 'no_match');
    const secret =
      account.totpSecret && (await this.#ports.cipher.decrypt(account.practiceId, account.totpSecret));
    const step = secret ? matchTotp(secret, code.trim(), toEpochMs(now), account.totpLastStep) : undefined;
    if (step === undefined || !(await repository.takeTotpStep(this.#db, account.id, step))) {
      await this.#recordFailure(attempt, account, now);
      return ask('code', 'code_wrong');
    }
    await repository.changeStep(this.#db, attempt.interaction, { secondFactorDone: true });
    return this.#next(attempt);
  }

  async submitNewPassword(attempt: Attempt, password: string, repeated: string): Promise<Outcome> {
    const known = await this.#progress(attempt);
    if (!known || stepOf(known) !== 'new-password') return ask('password', 'expired');
    const { account, now } = known;
    if (password !== repeated) return ask('new-password', 'passwords_differ');
    const same = await verifyPassword(account.passwordHash, password);
    if (same || findWeakness(password, [account.displayName, account.email]))
      return ask('new-password', 'password_weak');
    await repository.storeNewPassword(this.#db, account.id, await hashPassword(password), now);
    await this.#audit(attempt, account, 'identity.password_changed');
    return this.#next(attempt);
  }

  async submitEnrolment(attempt: Attempt, code: string): Promise<Outcome> {
    const known = await this.#progress(attempt);
    const secret = known && (await this.#pendingSecret(known));
    if (!known || !secret || stepOf(known) !== 'enrol') return ask('password', 'expired');
    const { account, now } = known;
    if (!(await this.#withinLimits(attempt, `code ${account.id}`, now))) return ask('enrol', 'too_many');
    const totpLastStep = matchTotp(secret, code.trim(), toEpochMs(now), null);
    if (totpLastStep === undefined) return ask('enrol', 'code_wrong');
    const totpSecret = await this.#ports.cipher.encrypt(account.practiceId, secret);
    await repository.storeSecondFactor(this.#db, account.id, {
      totpSecret,
      totpConfirmedAt: now,
      totpLastStep,
    });
    await repository.changeStep(this.#db, attempt.interaction, {
      secondFactorDone: true,
      pendingTotpSecret: null,
    });
    await this.#audit(attempt, account, 'identity.second_factor_enrolled');
    return this.#next(attempt);
  }

  /** The secret to show while enrolling: the same one until the first code is right. */
  async enrolmentSecret(
    attempt: Attempt,
  ): Promise<{ readonly secret: string; readonly email: string } | undefined> {
    const known = await this.#progress(attempt);
    if (!known || stepOf(known) !== 'enrol') return undefined;
    const pending = await this.#pendingSecret(known);
    if (pending) return { secret: pending, email: known.account.email };
    const secret = createTotpSecret();
    const pendingTotpSecret = await this.#ports.cipher.encrypt(known.account.practiceId, secret);
    await repository.changeStep(this.#db, attempt.interaction, { pendingTotpSecret });
    return { secret, email: known.account.email };
  }

  policy() {
    return repository.secondFactorPolicy(this.#db);
  }

  async #next(attempt: Attempt): Promise<Outcome> {
    const known = await this.#progress(attempt);
    if (!known) return ask('password', 'expired');
    const step = stepOf(known);
    if (step) return ask(step);
    return this.#finish(attempt, known);
  }

  async #finish(attempt: Attempt, { account, policy, progress, now }: Progress): Promise<Outcome> {
    if (!(await repository.endStep(this.#db, attempt.interaction))) return ask('password', 'expired');
    const amr = progress.secondFactorDone ? ['pwd', 'otp', 'mfa'] : ['pwd'];
    const id = uuidv7(toEpochMs(now));
    await insertSession(this.#db, {
      id,
      practiceId: account.practiceId,
      accountId: account.id,
      amr,
      userAgent: attempt.userAgent.slice(0, 300),
      ipAddress: attempt.address,
      startedAt: now,
      lastActivityAt: now,
      expiresAt: absoluteExpiry(now, policy.absoluteHours),
    });
    await repository.recordSuccess(this.#db, account.id, now);
    await this.#audit(attempt, account, 'identity.signed_in', id);
    return { kind: 'done', sessionId: id, accountId: account.id, amr };
  }

  async #progress(attempt: Attempt): Promise<Progress | undefined> {
    const now = this.#now();
    const progress = await repository.findStep(this.#db, attempt.interaction, now);
    if (!progress) return undefined;
    const account = await repository.findSignInAccount(this.#db, progress.accountId);
    const policy = await findPolicy(this.#db, progress.practiceId);
    return account?.status === 'active' && policy ? { progress, account, policy, now } : undefined;
  }

  async #pendingSecret({ progress, account }: Progress): Promise<string | undefined> {
    const { pendingTotpSecret } = progress;
    return pendingTotpSecret ? this.#ports.cipher.decrypt(account.practiceId, pendingTotpSecret) : undefined;
  }

  async #withinLimits(attempt: Attempt, subject: string, now: Instant): Promise<boolean> {
    const window = attemptWindow(now);
    const forSubject = await repository.countAttempt(this.#db, subject, window, ATTEMPT_LIMITS.account);
    const forAddress = await repository.countAttempt(
      this.#db,
      `address ${attempt.address}`,
      window,
      ATTEMPT_LIMITS.address,
    );
    return forSubject && forAddress;
  }

  async #recordFailure(attempt: Attempt, account: repository.SignInAccount, now: Instant): Promise<void> {
    const lockedUntil = await repository.recordFailure(this.#db, account.id, now);
    await this.#audit(attempt, account, lockedUntil ? 'identity.account_locked' : 'identity.sign_in_failed');
  }

  #audit(
    attempt: Attempt,
    account: repository.SignInAccount,
    action: SignInAction,
    sessionId?: string,
  ): Promise<void> {
    return repository.spoolAudit(
      this.#db,
      signInEvent({ attempt, account, action, sessionId, now: this.#now() }),
    );
  }

  #now(): Instant {
    return this.#ports.systemClock.now();
  }
}

interface Progress {
  readonly progress: repository.SignInStep;
  readonly account: repository.SignInAccount;
  readonly policy: NonNullable<Awaited<ReturnType<typeof findPolicy>>>;
  readonly now: Instant;
}

/** What is still to do before this person is in; nothing when all is done. */
function stepOf({ progress, account, policy }: Progress): StepName | undefined {
  if (account.totpConfirmedAt !== null && !progress.secondFactorDone) return 'code';
  if (account.mustChangePassword) return 'new-password';
  if (policy.secondFactor === 'required' && account.totpConfirmedAt === null) return 'enrol';
  return undefined;
}

function ask(step: StepName, problem?: Problem): Outcome {
  return problem ? { kind: 'ask', step, problem } : { kind: 'ask', step };
}
