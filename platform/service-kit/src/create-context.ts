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

export function createContext<Db>(made: ContextParts): Context<Db> {
  const { ports, neighbours } = made.parts;
  const now = ports.clock.now();
  const newId = () => uuidv7(toEpochMs(now));
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
    async emit(event, payload, key) {
      const wire = JSON.stringify(event.payload.parse(payload));
      await sql`
        insert into outbox (id, practice_id, type, key, request_id, occurred_at, payload)
        values (${newId()}, ${made.principal.practiceId}, ${event.name}, ${key}, ${made.requestId}, ${now}, ${wire})`.execute(
        made.tx,
      );
    },
    audit: detail => void made.details.push(detail),
    call: contract => neighbours(contract, made),
    afterCommit: work => void made.afterCommit.push(work),
  };
}
