import type { searchEvents } from '@spark-den/contracts/audit/operations';
import type { AUDIT_SORT_KEYS, AuditEvent } from '@spark-den/contracts/audit/types';
import type { ParsedInputOf } from '@spark-den/contracts/operation';
import type { Context } from '@spark-den/service-kit';
import { sql, type RawBuilder } from 'kysely';
import type { AuditDatabase } from '../database.ts';

export type EventSearch = Omit<ParsedInputOf<typeof searchEvents>, 'cursor'>;
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

/** The row that a page ended with. */
export interface EventPosition {
  readonly text: string;
  readonly id: string;
}

/** Events with their place in the seal, in the order asked for: one more than the limit, if there are more. */
export function eventRows(
  context: Context<AuditDatabase>,
  search: EventSearch,
  after: EventPosition | undefined,
) {
  const column = SORT_COLUMNS[search.sort];
  let found = filtered(context, search)
    .select(column.as('sortText'))
    .orderBy(search.sort === 'occurredAt' ? sql`event.occurred_at` : column, search.direction)
    .orderBy('event.id', search.direction)
    .limit(search.limit + 1);
  if (after) {
    const place = sql`(${column}, event.id)`;
    const mark = sql`(${after.text}, ${after.id}::uuid)`;
    found = found.where(
      search.direction === 'asc' ? sql<boolean>`${place} > ${mark}` : sql<boolean>`${place} < ${mark}`,
    );
  }
  return found.execute();
}

function filtered({ db }: Context<AuditDatabase>, search: EventSearch) {
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
  if (search.from) found = found.where('occurredAt', '>=', search.from);
  if (search.to) found = found.where('occurredAt', '<', search.to);
  const equal = {
    patientId: search.patientId,
    actorId: search.actorId,
    action: search.action,
    service: search.service,
    requestId: search.requestId,
  };
  for (const [name, value] of Object.entries(equal) as [
    keyof typeof equal & keyof AuditEvent,
    string | undefined,
  ][]) {
    if (value !== undefined) found = found.where(`event.${name}`, '=', value);
  }
  if (search.kind) found = found.where('event.kind', 'in', search.kind);
  if (search.outcome) found = found.where('event.outcome', 'in', search.outcome);
  return found;
}
