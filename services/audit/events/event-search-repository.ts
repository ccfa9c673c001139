import {
  auditContract,
  type searchEvents as searchEventsOperation,
} from '@spark-den/contracts/audit/operations';
import type { AUDIT_SORT_KEYS, AuditEvent } from '@spark-den/contracts/audit/types';
import type { ParsedInputOf } from '@spark-den/contracts/operation';
import { fail, type Context } from '@spark-den/service-kit';
import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { AuditDatabase } from '../database.ts';

type Input = ParsedInputOf<typeof searchEventsOperation>;
type SortKey = (typeof AUDIT_SORT_KEYS)[number];

/** The only columns that a search can be sorted by, each as text that is never null. */
const SORT_COLUMNS: Readonly<Record<SortKey, RawBuilder<string>>> = {
  occurredAt: sql`to_char(event.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`,
  action: sql`event.action`,
  kind: sql`event.kind`,
  outcome: sql`event.outcome`,
  actorName: sql`event.actor_name`,
  patientId: sql`coalesce(event.patient_id::text, '')`,
  service: sql`event.service`,
  entityType: sql`coalesce(event.entity_type, '')`,
  purpose: sql`event.purpose`,
};

const Cursor = z.tuple([z.string(), z.enum(['asc', 'desc']), z.string(), z.uuid()]);

export async function searchEvents(context: Context<AuditDatabase>, input: Input) {
  const rows = await query(context, input).execute();
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  context.audit({
    ...(input.patientId ? { patientId: input.patientId } : {}),
    entityType: 'audit-log',
    detail: { actorId: input.actorId ?? null, rows: page.length },
  });
  return {
    items: page.map(({ sortText: _, ...event }) => event),
    nextCursor: rows.length > input.limit && last ? writeCursor(input, last.sortText, last.id) : null,
  };
}

function query(context: Context<AuditDatabase>, input: Input) {
  const column = SORT_COLUMNS[input.sort];
  let found = filtered(context, input)
    .select(column.as('sortText'))
    .orderBy(input.sort === 'occurredAt' ? sql`event.occurred_at` : column, input.direction)
    .orderBy('event.id', input.direction)
    .limit(input.limit + 1);
  const after = input.cursor === undefined ? undefined : readCursor(input.cursor, input);
  if (after) {
    const place = sql`(${column}, event.id)`;
    const mark = sql`(${after.text}, ${after.id}::uuid)`;
    found = found.where(
      input.direction === 'asc' ? sql<boolean>`${place} > ${mark}` : sql<boolean>`${place} < ${mark}`,
    );
  }
  return found;
}

function filtered({ db }: Context<AuditDatabase>, input: Input) {
  let found = db
    .selectFrom('event')
    .leftJoin('sealedEvent', 'sealedEvent.eventId', 'event.id')
    .leftJoin('seal', join =>
      join
        .onRef('seal.firstPosition', '<=', 'sealedEvent.position')
        .onRef('seal.lastPosition', '>=', 'sealedEvent.position'),
    )
    .selectAll('event')
    .select(['sealedEvent.position', 'seal.sealedAt']);
  if (input.from) found = found.where('occurredAt', '>=', input.from);
  if (input.to) found = found.where('occurredAt', '<', input.to);
  const equal = {
    patientId: input.patientId,
    actorId: input.actorId,
    action: input.action,
    service: input.service,
    requestId: input.requestId,
  };
  for (const [name, value] of Object.entries(equal) as [
    keyof typeof equal & keyof AuditEvent,
    string | undefined,
  ][]) {
    if (value !== undefined) found = found.where(`event.${name}`, '=', value);
  }
  if (input.kind) found = found.where('event.kind', 'in', input.kind);
  if (input.outcome) found = found.where('event.outcome', 'in', input.outcome);
  return found;
}

function writeCursor({ sort, direction }: Input, text: string, id: string): string {
  return Buffer.from(JSON.stringify([sort, direction, text, id])).toString('base64url');
}

function readCursor(cursor: string, { sort, direction }: Input): { text: string; id: string } {
  const parsed = Cursor.safeParse(parse(cursor));
  if (!parsed.success || parsed.data[0] !== sort || parsed.data[1] !== direction) {
    throw fail(auditContract, 'audit.cursor_invalid');
  }
  return { text: parsed.data[2], id: parsed.data[3] };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown;
  } catch {
    return undefined;
  }
}
