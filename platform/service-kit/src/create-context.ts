import { toEpochMs, uuidv7 } from '@spark-den/kernel';
import { sql, type Transaction } from 'kysely';
import type { AuditDetail, Context, Principal } from './context.ts';
import type { ClientFactory } from './neighbours.ts';
import type { Ports } from './ports.ts';

interface ContextParts {
  readonly parts: { readonly ports: Ports; readonly neighbours: ClientFactory };
  readonly tx: Transaction<unknown>;
  readonly principal: Principal;
  readonly requestId: string;
  readonly purpose: string;
  readonly expectedVersion: number | undefined;
  readonly details: AuditDetail[];
  readonly afterCommit: (() => void)[];
}

/** Events in one statement of the outbox. */
const EVENTS_AT_ONCE = 2_000;

export function createContext<Db>(made: ContextParts): Context<Db> {
  const { ports, neighbours } = made.parts;
  const now = ports.clock.now();
  const newId = () => uuidv7(toEpochMs(now));
  const emitAll: Context['emitAll'] = async (event, items) => {
    for (let start = 0; start < items.length; start += EVENTS_AT_ONCE) {
      const rows = items.slice(start, start + EVENTS_AT_ONCE).map(({ payload, key }) => ({
        id: newId(),
        key,
        payload: event.payload.parse(payload),
      }));
      await sql`
        insert into outbox (id, practice_id, type, key, request_id, occurred_at, payload)
        select (row->>'id')::uuid, ${made.principal.practiceId}::uuid, ${event.name}::text, row->>'key',
               ${made.requestId}::text, ${now}::timestamptz,
               row->'payload'
        from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as item (row, position)
        order by position`.execute(made.tx);
    }
  };
  return {
    principal: made.principal,
    practiceId: made.principal.practiceId,
    requestId: made.requestId,
    purpose: made.purpose,
    clock: ports.clock,
    now,
    db: made.tx as unknown as Transaction<Db>,
    expectedVersion: made.expectedVersion,
    newId,
    emit: (event, payload, key) => emitAll(event, [{ payload, key }]),
    emitAll,
    audit: detail => void made.details.push(detail),
    call: contract => neighbours(contract, made),
    afterCommit: work => void made.afterCommit.push(work),
  };
}
