import type { Client } from '@spark-den/contracts/client';
import type { EventType, PayloadOf, ServiceContract } from '@spark-den/contracts/operation';
import type { Clock, Instant } from '@spark-den/kernel';
import type { Transaction } from 'kysely';

export type PrincipalKind = 'user' | 'service' | 'system';

/** Who acts, as the identity service knows them at this moment. */
export interface Principal {
  readonly kind: PrincipalKind;
  /** The identity service's subject id; for a service its name. */
  readonly id: string;
  readonly displayName: string;
  readonly practiceId: string;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<string>;
  readonly sessionId?: string;
  /** Authentication methods of the session, such as `pwd`, `otp`. */
  readonly amr: readonly string[];
}

/** What an audit event says beyond who, when and which operation. Ids and codes only. */
export interface AuditDetail {
  readonly patientId?: string;
  readonly entityType?: string;
  readonly entityId?: string;
  readonly detail?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** All that a handler knows of the world. `Db` is the service's table types. */
export interface Context<Db = unknown> {
  readonly principal: Principal;
  readonly practiceId: string;
  readonly requestId: string;
  readonly purpose: string;
  readonly clock: Clock;
  readonly now: Instant;
  /** Open transaction of this call, under row-level security of `practiceId`. */
  readonly db: Transaction<Db>;
  readonly expectedVersion: number | undefined;
  newId(): string;
  /** An event for the outbox, written at the end of this transaction; `key` orders it (patient or appointment id). */
  emit<E extends EventType>(event: E, payload: PayloadOf<E>, key: string): Promise<void>;
  /** The same event for many records, in this order. */
  emitAll<E extends EventType>(
    event: E,
    items: readonly { readonly payload: PayloadOf<E>; readonly key: string }[],
  ): Promise<void>;
  /** Adds to the audit event of this call; call it once per patient touched. */
  audit(detail: AuditDetail): void;
  /** A neighbour's operations, called on behalf of the principal. */
  call<C extends ServiceContract>(contract: C): Client<C>;
  /** Runs after commit, best effort: only for what recovery repeats anyway. */
  afterCommit(work: () => void): void;
}
