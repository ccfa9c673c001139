import { toEpochMs, uuidv7 } from '@spark-den/kernel';
import type { Transaction } from 'kysely';
import type { AuditDetail, Context, Principal } from './context.ts';
import type { ClientFactory } from './neighbours.ts';
import type { Ports } from './ports.ts';
import type { EmittedEvent } from './transaction-end.ts';

interface ContextParts {
  readonly parts: { readonly ports: Ports; readonly neighbours: ClientFactory };
  readonly tx: Transaction<unknown>;
  readonly principal: Principal;
  readonly requestId: string;
  readonly purpose: string;
  readonly expectedVersion: number | undefined;
  readonly details: AuditDetail[];
  /** Takes what the handler emits; whoever made the context writes it at the transaction's end. */
  readonly events: EmittedEvent[];
  readonly afterCommit: (() => void)[];
}

export function createContext<Db>(made: ContextParts): Context<Db> {
  const { ports, neighbours } = made.parts;
  const now = ports.clock.now();
  const newId = () => uuidv7(toEpochMs(now));
  const emitAll: Context['emitAll'] = async (event, items) => {
    for (const { payload, key } of items) {
      made.events.push({
        id: newId(),
        type: event.name,
        key,
        requestId: made.requestId,
        occurredAt: now,
        payload: event.payload.parse(payload),
      });
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
