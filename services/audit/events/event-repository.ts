import type { AuditEvent } from '@spark-den/contracts/audit/types';
import { sql, type Kysely } from 'kysely';
import type { AuditDatabase } from '../database.ts';

/** Adds the events that are not there yet, in one statement. @returns how many it added */
export async function insertEvents(
  db: Kysely<AuditDatabase>,
  events: readonly AuditEvent[],
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into event (id, practice_id, occurred_at, request_id, service, operation, action, kind, outcome, error_code,
                       actor_kind, actor_id, actor_name, session_id, purpose, patient_id, entity_type, entity_id,
                       source_address, detail)
    select "id", "practiceId", "occurredAt", "requestId", "service", "operation", "action", "kind", "outcome",
           "errorCode", "actorKind", "actorId", "actorName", "sessionId", "purpose", "patientId", "entityType",
           "entityId", "sourceAddress", "detail"
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as brought (
      "id" uuid, "practiceId" uuid, "occurredAt" timestamptz, "requestId" text, "service" text, "operation" text,
      "action" text, "kind" text, "outcome" text, "errorCode" text, "actorKind" text, "actorId" text,
      "actorName" text, "sessionId" uuid, "purpose" text, "patientId" uuid, "entityType" text, "entityId" text,
      "sourceAddress" text, "detail" jsonb)
    on conflict (id) do nothing`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
