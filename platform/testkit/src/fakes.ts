import { auditContract } from '@spark-den/contracts/audit/operations';
import type { AuditEvent } from '@spark-den/contracts/audit/types';
import { identityContract } from '@spark-den/contracts/identity/operations';
import { AppError } from '@spark-den/kernel';
import type { Operation, ParsedInputOf, ServiceContract } from '@spark-den/contracts/operation';
import { problemReply, type Call, type Reply, type WireOutputOf } from '@spark-den/service-kit';

export interface Fake {
  readonly contract: ServiceContract;
  readonly dispatch: (call: Call) => Promise<Reply>;
}

export type FakeHandlers<C extends ServiceContract> = {
  readonly [K in keyof C['operations']]?: (
    input: ParsedInputOf<C['operations'][K]>,
    call: Call,
  ) => WireOutputOf<C['operations'][K]> | Promise<WireOutputOf<C['operations'][K]>>;
};

/** A strict fake of a neighbour: judges input and output by the contract, and fails a call that the test did not expect. */
export function fakeService<C extends ServiceContract>(contract: C, handlers: FakeHandlers<C>): Fake {
  return {
    contract,
    async dispatch(call) {
      const operation: Operation | undefined = contract.operations[call.operation];
      const handler = (handlers as Record<string, ((input: unknown, call: Call) => unknown) | undefined>)[
        call.operation
      ];
      if (!operation || !handler) throw new Error(`unexpected call of ${contract.name}.${call.operation}`);
      try {
        const output = operation.output.parse(await handler(operation.input.parse(call.input ?? {}), call));
        return { status: 200, contentType: 'application/json', body: JSON.stringify(output) };
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return problemReply(error, call.requestId, operation, contract.errors);
      }
    },
  };
}

export function fakeAudit(received: AuditEvent[]): Fake {
  return fakeService(auditContract, {
    ingest: ({ events }) => {
      received.push(...events);
      return { stored: events.length, known: 0 };
    },
  });
}

/** Nobody can sign in by token; tests call as a principal. */
export function fakeIdentity(): Fake {
  return fakeService(identityContract, {
    getSigningKeys: () => ({ issuer: 'http://127.0.0.1:17302', keys: [] }),
    resolveUser: ({ userId }) => ({ userId, displayName: 'Someone of the practice' }),
    introspectSession: () => ({ active: false, reason: 'unknown' as const, principal: null }),
  });
}
