import { AppError, uuidv7, toEpochMs } from '@spark-den/kernel';
import type { AuditEvent } from '@spark-den/contracts/audit/types';
import type { Operation, ServiceContract } from '@spark-den/contracts/operation';
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Logger } from 'pino';
import { auditEvent } from './audit-event.ts';
import type { AuditSpool } from './audit-spool.ts';
import type { Authenticator } from './authenticator.ts';
import type { Call, Reply } from './call.ts';
import type { AuditDetail, Context, Principal } from './context.ts';
import { createContext } from './create-context.ts';
import { isOutOfReach, isRetryable } from './database-errors.ts';
import { claimKey } from './idempotency.ts';
import type { KnownPractices } from './known-practices.ts';
import type { ClientFactory } from './neighbours.ts';
import type { Ports } from './ports.ts';
import { inPracticeReads, inPracticeTransaction } from './practice-transaction.ts';
import { problemReply } from './problem.ts';
import { writeEnd, type EmittedEvent } from './transaction-end.ts';

type AnyHandler = (context: Context, input: unknown) => Promise<unknown>;

export interface DispatcherParts {
  readonly contract: ServiceContract;
  readonly handlers: Readonly<Record<string, unknown>>;
  readonly db: Kysely<unknown>;
  readonly authenticator: Authenticator;
  readonly spool: AuditSpool;
  readonly ports: Ports;
  readonly neighbours: ClientFactory;
  readonly practices: KnownPractices;
  readonly log: Logger;
  /** Only tests turn this off, to prove that row-level security stands alone (ASSURANCE.md G5). */
  readonly checkPermissions?: boolean;
}

/** What one call knows before its handler runs. */
interface Prepared {
  readonly operation: Operation;
  readonly input: unknown;
  readonly principal: Principal;
  readonly call: Call;
}

/** Authenticate → authorise → parse → idempotency → transaction (handler, audit, outbox) → encode, for every transport. */
export class Dispatcher {
  readonly #parts: DispatcherParts;

  constructor(parts: DispatcherParts) {
    this.#parts = parts;
  }

  get contract(): ServiceContract {
    return this.#parts.contract;
  }

  async dispatch(call: Call): Promise<Reply> {
    const { contract, log, ports } = this.#parts;
    const started = performance.now();
    const operation = contract.operations[call.operation];
    let principal: Principal | undefined;
    let reply: Reply;
    try {
      if (!operation) throw new AppError('not_found', 'platform.not_found');
      principal = await this.#authenticate(operation, call);
      await this.#authorise(operation, principal, call);
      const input = parseInput(operation, call.input);
      reply = await withDeadline(call.deadlineMs, this.#run({ operation, input, principal, call }));
    } catch (error) {
      reply = await this.#failed(error, operation, principal, call);
    }
    const level = reply.status >= 500 ? 'error' : 'debug';
    log[level]({
      requestId: call.requestId,
      operation: call.operation,
      principalId: principal?.id,
      status: reply.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
    });
    ports.metrics?.observe(contract.name, call.operation, reply.status, performance.now() - started);
    return reply;
  }

  async #authenticate(operation: Operation, call: Call): Promise<Principal> {
    const principal = await this.#parts.authenticator.authenticate(call.credential);
    if (principal) return principal;
    if (operation.permission === 'public') return anonymous;
    throw new AppError('unauthenticated', 'platform.sign_in_required');
  }

  async #authorise(operation: Operation, principal: Principal, call: Call): Promise<void> {
    if (this.#parts.checkPermissions === false || isAllowed(operation, principal, call)) return;
    await this.#spool(operation, principal, call, 'denied', 'platform.forbidden', []);
    throw new AppError('forbidden', 'platform.forbidden', { permission: operation.permission });
  }

  async #run(prepared: Prepared, attempt = 1): Promise<Reply> {
    const { operation, principal, call } = prepared;
    const afterCommit: (() => void)[] = [];
    const details: AuditDetail[] = [];
    if (operation.method !== 'GET') await this.#parts.practices.note(principal.practiceId);
    try {
      const inPractice = isRead(operation) ? inPracticeReads : inPracticeTransaction;
      const reply = await inPractice(this.#parts.db, principal.practiceId, tx =>
        this.#inTransaction(prepared, tx, details, afterCommit),
      );
      for (const work of afterCommit) work();
      if (operation.phi === 'read') await this.#spool(operation, principal, call, 'success', null, details);
      return reply;
    } catch (error) {
      const mayTryAgain = isRetryable(error);
      if (!mayTryAgain && !isOutOfReach(error)) throw error;
      if (!mayTryAgain || attempt >= MAX_ATTEMPTS)
        throw new AppError('unavailable', 'platform.unavailable', {}, { cause: error });
      // those who collided must not meet again at the same moment
      await sleep(Math.random() * 20 * attempt);
      return this.#run(prepared, attempt + 1);
    }
  }

  async #inTransaction(
    { operation, input, principal, call }: Prepared,
    tx: Transaction<unknown>,
    details: AuditDetail[],
    afterCommit: (() => void)[],
  ): Promise<Reply> {
    const key = idempotencyKey(operation, principal, call, input);
    if (key) {
      const earlier = await claimKey(tx, key);
      if (earlier) return earlier;
    }
    const events: EmittedEvent[] = [];
    const context = createContext<unknown>({
      parts: this.#parts,
      tx,
      principal,
      requestId: call.requestId,
      purpose: call.purpose,
      expectedVersion: expectedVersion(operation, call),
      details,
      events,
      afterCommit,
    });
    const handler = this.#parts.handlers[operation.name] as AnyHandler;
    const output = operation.output.parse(await handler(context, input));
    const reply = encode(output);
    if (isRead(operation) && events.length > 0)
      throw new Error(`${operation.name} reads, so it tells nothing`);
    const isAudited = operation.audit !== null && operation.phi !== 'read';
    await writeEnd(tx, {
      practiceId: principal.practiceId,
      events,
      audit: isAudited ? this.#auditEvents(operation, principal, call, 'success', null, details) : [],
      ...(key ? { answer: { key, reply } } : {}),
    });
    return reply;
  }

  async #failed(
    error: unknown,
    operation: Operation | undefined,
    principal: Principal | undefined,
    call: Call,
  ): Promise<Reply> {
    const { contract, log } = this.#parts;
    const reply = problemReply(error, call.requestId, operation, contract.errors);
    if (reply.status >= 500) {
      // the message of an unexpected error may hold data: its kind and place are enough to find it
      const { name, stack, code } = error as { name?: string; stack?: string; code?: string };
      const frames = (stack ?? '')
        .split('\n')
        .filter(line => line.trim().startsWith('at '))
        .slice(0, 8);
      log.error({ requestId: call.requestId, operation: call.operation, error: name, code, frames });
    }
    const denied = reply.status === 401 || reply.status === 403;
    if (operation && operation.phi !== 'none' && principal && !denied) {
      try {
        const code = error instanceof AppError ? error.code : 'platform.internal';
        await this.#spool(operation, principal, call, 'failed', code, []);
      } catch {
        return problemReply(
          new AppError('unavailable', 'platform.unavailable'),
          call.requestId,
          operation,
          contract.errors,
        );
      }
    }
    return reply;
  }

  async #spool(
    operation: Operation,
    principal: Principal,
    call: Call,
    outcome: AuditEvent['outcome'],
    errorCode: string | null,
    details: readonly AuditDetail[],
  ): Promise<void> {
    if (principal.practiceId === '') return;
    await this.#parts.spool.add(this.#auditEvents(operation, principal, call, outcome, errorCode, details));
  }

  #auditEvents(
    operation: Operation,
    principal: Principal,
    call: Call,
    outcome: AuditEvent['outcome'],
    errorCode: string | null,
    details: readonly AuditDetail[],
  ): AuditEvent[] {
    if (principal.practiceId === '') return [];
    const { contract, ports } = this.#parts;
    const now = ports.clock.now();
    return (details.length > 0 ? details : [{}]).map(detail =>
      auditEvent({
        id: uuidv7(toEpochMs(now)),
        now,
        service: contract.name,
        operation,
        principal,
        requestId: call.requestId,
        purpose: call.purpose,
        sourceAddress: call.sourceAddress ?? null,
        outcome,
        errorCode,
        detail,
      }),
    );
  }
}

/** A command that deadlocks with others this often is given back to the caller, who may repeat it. */
const MAX_ATTEMPTS = 8;

const anonymous: Principal = {
  kind: 'system',
  id: 'anonymous',
  displayName: 'Not signed in',
  practiceId: '',
  roles: [],
  permissions: new Set(),
  amr: [],
};

/** Whether it leaves nothing in this service but the audit of a read, which goes to the spool. */
function isRead(operation: Operation): boolean {
  return operation.method === 'GET' && (operation.audit === null || operation.phi === 'read');
}

function isAllowed(operation: Operation, principal: Principal, call: Call): boolean {
  if (operation.permission === 'public') return true;
  if (operation.permission === 'internal') return call.credential.kind === 'service';
  if (principal.kind === 'service') return call.credential.kind === 'service';
  if (operation.permission === 'session') return principal.kind === 'user';
  return principal.permissions.has(operation.permission);
}

function parseInput(operation: Operation, input: unknown): unknown {
  const parsed = operation.input.safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(issue => ({
    path: issue.path.join('.'),
    expected: issue.message,
    ...(issue.code === 'unrecognized_keys' ? { unknown: issue.keys } : {}),
  }));
  throw new AppError('invalid', 'platform.input_invalid', { problems });
}

function idempotencyKey(operation: Operation, principal: Principal, call: Call, input: unknown) {
  if (!operation.idempotent || operation.method === 'GET') return undefined;
  if (!call.idempotencyKey || call.idempotencyKey.length > 200) {
    throw new AppError('invalid', 'platform.idempotency_key_missing');
  }
  return {
    practiceId: principal.practiceId,
    principalId: principal.id,
    operation: operation.name,
    key: call.idempotencyKey,
    inputHash: createHash('sha256')
      .update(JSON.stringify([input, call.ifMatch ?? null]))
      .digest('base64url'),
  };
}

function expectedVersion(operation: Operation, call: Call): number | undefined {
  const match = /^"(\d+)"$/.exec(call.ifMatch ?? '');
  if (match) return Number(match[1]);
  if (operation.ifMatch) throw new AppError('invalid', 'platform.version_missing');
  return undefined;
}

function encode(output: unknown): Reply {
  const version = (output as { version?: unknown } | null)?.version;
  return {
    status: 200,
    contentType: 'application/json',
    body: output === undefined ? '' : JSON.stringify(output),
    ...(typeof version === 'number' ? { etag: `"${version}"` } : {}),
  };
}

function withDeadline<T>(deadlineMs: number, work: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new AppError('unavailable', 'platform.deadline_passed')),
      deadlineMs,
    );
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
