import { fillPath, queryString } from '@spark-den/contracts/client';
import type { ServiceContract } from '@spark-den/contracts/operation';
import { AppError } from '@spark-den/kernel';
import type { Authenticator } from './authenticator.ts';
import type { Call, Reply } from './call.ts';
import { problemReply } from './problem.ts';

/** Calls a service that runs elsewhere, with the same errors and deadline as in process. */
export function httpTransport(contract: ServiceContract, baseUrl: string, authenticator: Authenticator) {
  return async (call: Call): Promise<Reply> => {
    const operation = contract.operations[call.operation];
    if (!operation)
      return problemReply(new AppError('not_found', 'platform.not_found'), call.requestId, undefined, {});
    const { path, rest } = fillPath(operation, (call.input ?? {}) as Record<string, unknown>);
    const fromQuery = operation.method === 'GET' || operation.method === 'DELETE';
    try {
      const response = await fetch(`${baseUrl}/api/v1${path}${fromQuery ? queryString(rest) : ''}`, {
        method: operation.method,
        headers: { ...plainHeaders(call), ...(await credentialHeaders(contract, call, authenticator)) },
        body: fromQuery ? undefined : JSON.stringify(rest),
        signal: AbortSignal.timeout(call.deadlineMs),
      });
      const problem = response.headers.get('content-type')?.startsWith('application/problem+json');
      return {
        status: response.status,
        body: await response.text(),
        contentType: problem ? 'application/problem+json' : 'application/json',
        etag: response.headers.get('etag') ?? undefined,
      };
    } catch {
      const error = new AppError('unavailable', 'platform.unavailable', { service: contract.name });
      return problemReply(error, call.requestId, operation, contract.errors);
    }
  };
}

function plainHeaders(call: Call): Record<string, string> {
  return {
    accept: 'application/json',
    'content-type': 'application/json',
    'x-request-id': call.requestId,
    'x-purpose': call.purpose,
    ...(call.idempotencyKey ? { 'idempotency-key': call.idempotencyKey } : {}),
    ...(call.ifMatch ? { 'if-match': call.ifMatch } : {}),
  };
}

async function credentialHeaders(contract: ServiceContract, call: Call, authenticator: Authenticator) {
  const { credential } = call;
  const headers: Record<string, string> = {};
  if (call.sourceAddress)
    headers['x-source-token'] = await authenticator.signSource(contract.name, call.sourceAddress);
  if (credential.kind === 'bearer') headers.authorization = `Bearer ${credential.token}`;
  if (credential.kind === 'service') {
    headers['x-service-token'] = await authenticator.signServiceCall(
      credential.from,
      contract.name,
      credential.principal,
    );
  }
  return headers;
}
