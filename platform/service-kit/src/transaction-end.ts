import type { AuditEvent } from '@spark-den/contracts/audit/types';
import type { Instant } from '@spark-den/kernel';
import { sql, type Transaction } from 'kysely';
import type { Reply } from './call.ts';
import type { IdempotencyKey } from './idempotency.ts';
import { WITH_NEXT } from './with-next.ts';

/** An event on its way to the outbox. */
export interface EmittedEvent {
  readonly id: string;
  readonly type: string;
  readonly key: string;
  readonly requestId: string;
  readonly occurredAt: Instant;
  readonly payload: unknown;
}

/** What a transaction writes last: its events, its audit, and the answer under its idempotency key. */
export interface TransactionEnd {
  readonly practiceId: string;
  readonly events: readonly EmittedEvent[];
  readonly audit: readonly AuditEvent[];
  readonly answer?: { readonly key: IdempotencyKey; readonly reply: Reply };
}

/** Events in one statement of the outbox. */
const EVENTS_AT_ONCE = 2_000;

/** Writes all of it in one statement, which goes out with the commit that must follow. */
export async function writeEnd(tx: Transaction<unknown>, end: TransactionEnd): Promise<void> {
  const last = Math.max(0, Math.ceil(end.events.length / EVENTS_AT_ONCE) - 1) * EVENTS_AT_ONCE;
  for (let start = 0; start < last; start += EVENTS_AT_ONCE) {
    await write(tx, [outbox(end, end.events.slice(start, start + EVENTS_AT_ONCE))]);
  }
  const parts = [];
  if (end.events.length > 0) parts.push(outbox(end, end.events.slice(last)));
  if (end.audit.length > 0) parts.push(auditSpool(end.audit));
  if (end.answer) parts.push(answered(end.answer));
  if (parts.length > 0) await write(tx, parts);
}

async function write(tx: Transaction<unknown>, parts: readonly ReturnType<typeof sql>[]): Promise<void> {
  await sql`${sql.raw(WITH_NEXT)}with ${sql.join(parts)} select 1`.execute(tx);
}

function outbox({ practiceId }: TransactionEnd, events: readonly EmittedEvent[]) {
  return sql`emitted as (
    insert into outbox (id, practice_id, type, key, request_id, occurred_at, payload)
    select (row->>'id')::uuid, ${practiceId}::uuid, row->>'type', row->>'key', row->>'requestId',
           (row->>'occurredAt')::timestamptz, row->'payload'
    from jsonb_array_elements(${JSON.stringify(events)}::jsonb) with ordinality as item (row, position)
    order by position)`;
}

function auditSpool(events: readonly AuditEvent[]) {
  return sql`audited as (
    insert into audit_spool (practice_id, event)
    select (event->>'practiceId')::uuid, event
    from jsonb_array_elements(${JSON.stringify(events)}::jsonb) with ordinality as item (event, position)
    order by position)`;
}

function answered({ key, reply }: { readonly key: IdempotencyKey; readonly reply: Reply }) {
  return sql`answered as (
    update idempotency_key set status = 'done', response = ${JSON.stringify(reply)}
    where practice_id = ${key.practiceId} and principal_id = ${key.principalId}
      and operation = ${key.operation} and key = ${key.key})`;
}
