import { createClient, type Client } from '@spark-den/contracts/client';
import type { ServiceContract } from '@spark-den/contracts/operation';
import type { Call, Reply } from './call.ts';
import { DEFAULT_DEADLINE_MS } from './call.ts';
import type { Principal } from './context.ts';

/** Carries a call to a service: in this process, or over HTTP. */
export type CallTransport = (service: string, call: Call) => Promise<Reply>;

export interface Caller {
  readonly principal: Principal;
  readonly requestId: string;
  readonly purpose: string;
}

/** Makes typed clients of neighbours on behalf of a caller. */
export type ClientFactory = <C extends ServiceContract>(contract: C, caller: Caller) => Client<C>;

/** @param from the calling service; it may call only what its definition `uses`. */
export function clientFactory(
  from: string,
  uses: readonly ServiceContract[],
  transport: CallTransport,
): ClientFactory {
  const allowed = new Set(uses.map(contract => contract.name));
  return (contract, caller) => {
    if (!allowed.has(contract.name))
      throw new Error(`${from} does not declare that it uses ${contract.name}`);
    return createClient(contract, async request => {
      const reply = await transport(contract.name, {
        operation: request.operation,
        input: request.input,
        credential: { kind: 'service', from, principal: caller.principal },
        requestId: caller.requestId,
        purpose: request.headers['x-purpose'] ?? caller.purpose,
        idempotencyKey: request.headers['idempotency-key'],
        ifMatch: request.headers['if-match'],
        deadlineMs: DEFAULT_DEADLINE_MS,
      });
      return { status: reply.status, body: reply.body };
    });
  };
}
