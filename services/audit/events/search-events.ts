import {
  auditContract,
  type searchEvents as searchEventsOperation,
} from '@spark-den/contracts/audit/operations';
import type { ParsedInputOf } from '@spark-den/contracts/operation';
import { fail, type Context } from '@spark-den/service-kit';
import { z } from 'zod';
import type { AuditDatabase } from '../database.ts';
import { eventRows, type EventPosition } from './event-search-repository.ts';

type Input = ParsedInputOf<typeof searchEventsOperation>;

const Cursor = z.tuple([z.string(), z.enum(['asc', 'desc']), z.string(), z.uuid()]);

export async function searchEvents(context: Context<AuditDatabase>, input: Input) {
  const after = input.cursor === undefined ? undefined : readCursor(input.cursor, input);
  const rows = await eventRows(context, input, after);
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

function writeCursor({ sort, direction }: Input, text: string, id: string): string {
  return Buffer.from(JSON.stringify([sort, direction, text, id])).toString('base64url');
}

function readCursor(cursor: string, { sort, direction }: Input): EventPosition {
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
