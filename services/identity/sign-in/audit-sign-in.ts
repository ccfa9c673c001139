import type { AuditEvent } from '@spark-den/contracts/audit/types';
import { toEpochMs, uuidv7, type Instant } from '@spark-den/kernel';
import type { Attempt } from './sign-in.ts';
import type { SignInAccount } from './sign-in-repository.ts';

export type SignInAction =
  | 'identity.signed_in'
  | 'identity.sign_in_failed'
  | 'identity.sign_in_refused'
  | 'identity.account_locked'
  | 'identity.password_changed'
  | 'identity.second_factor_enrolled';

interface SignInFact {
  readonly attempt: Attempt;
  readonly account: SignInAccount;
  readonly action: SignInAction;
  readonly sessionId?: string;
  readonly now: Instant;
}

const DENIED: readonly SignInAction[] = [
  'identity.sign_in_failed',
  'identity.sign_in_refused',
  'identity.account_locked',
];

/** A sign-in is no operation of a contract, yet it is audited in the same shape. */
export function signInEvent({ attempt, account, action, sessionId, now }: SignInFact): AuditEvent {
  const denied = DENIED.includes(action);
  return {
    id: uuidv7(toEpochMs(now)),
    practiceId: account.practiceId,
    occurredAt: now,
    requestId: attempt.requestId,
    service: 'identity',
    operation: 'signIn',
    action,
    kind: action === 'identity.signed_in' || denied ? 'read' : 'update',
    outcome: denied ? 'denied' : 'success',
    errorCode: denied ? action : null,
    actorKind: 'user',
    actorId: account.id,
    actorName: account.displayName,
    sessionId: sessionId ?? null,
    purpose: 'sign-in',
    patientId: null,
    entityType: 'user',
    entityId: account.id,
    sourceAddress: attempt.address,
    detail: { userAgent: attempt.userAgent.slice(0, 200) },
  };
}
