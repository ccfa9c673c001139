import { AppError } from '@spark-den/kernel';
import type { Operation, ServiceContract } from '@spark-den/contracts/operation';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Authenticator } from './authenticator.ts';
import { DEFAULT_DEADLINE_MS, DEFAULT_PURPOSE, type Call, type Credential, type Reply } from './call.ts';
import { problemReply } from './problem.ts';

export interface OperationRoutes {
  /** Put before each operation's path, such as `/api/v1`. */
  readonly prefix: string;
  readonly dispatch: (contract: ServiceContract, call: Call) => Promise<Reply>;
  readonly credential: (request: FastifyRequest) => Promise<Credential> | Credential;
  /** Where the call came from; the peer of the connection when left out. */
  readonly sourceAddress?: (request: FastifyRequest) => Promise<string>;
  /** Runs before the call; may answer itself (rate limits). */
  readonly before?: (operation: Operation, request: FastifyRequest, reply: FastifyReply) => Promise<void>;
}

/** One HTTP route per operation; the schema of the contract judges the input, inside the dispatcher. */
export function registerOperations(
  app: FastifyInstance,
  contract: ServiceContract,
  routes: OperationRoutes,
): void {
  for (const operation of Object.values(contract.operations)) {
    app.route({
      method: operation.method,
      url: `${routes.prefix}${operation.path}`,
      handler: async (request, reply) => {
        if (routes.before) await routes.before(operation, request, reply);
        if (reply.sent) return reply;
        const answer = await routes.dispatch(contract, await toCall(operation, request, routes));
        return send(operation, request, reply, answer);
      },
    });
  }
}

/** A name for this request that the logs, the audit and the answer share; a caller's own is kept when it is harmless. */
export function requestIdOf(headers: Readonly<Record<string, string | string[] | undefined>>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

async function toCall(operation: Operation, request: FastifyRequest, routes: OperationRoutes): Promise<Call> {
  const fromQuery = operation.method === 'GET' || operation.method === 'DELETE';
  const body = (fromQuery ? request.query : (request.body ?? {})) as object;
  return {
    operation: operation.name,
    input: { ...body, ...(request.params as object) },
    credential: await routes.credential(request),
    requestId: request.id,
    purpose: header(request, 'x-purpose')?.slice(0, 100) || DEFAULT_PURPOSE,
    idempotencyKey: header(request, 'idempotency-key'),
    ifMatch: header(request, 'if-match'),
    sourceAddress: (await routes.sourceAddress?.(request)) ?? request.ip,
    deadlineMs: DEFAULT_DEADLINE_MS,
  };
}

export function send(
  operation: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Reply,
): FastifyReply {
  void reply.code(answer.status).header('cache-control', 'no-store').header('x-request-id', request.id);
  if (answer.etag) void reply.header('etag', answer.etag);
  const wantsBytes =
    operation.binary && answer.status === 200 && !request.headers.accept?.includes('application/json');
  if (!wantsBytes) return reply.type(`${answer.contentType}; charset=utf-8`).send(answer.body);
  const file = JSON.parse(answer.body) as { contentType: string; fileName: string; base64: string };
  return reply
    .type(file.contentType)
    .header('content-disposition', `attachment; filename="${file.fileName.replace(/[^\w.-]/g, '_')}"`)
    .send(Buffer.from(file.base64, 'base64'));
}

export function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}

/** The bearer's access token, or the signed call of another service. */
export function credentialReader(service: string, authenticator: Authenticator, portal?: 'pms' | 'clinical') {
  return async (request: FastifyRequest): Promise<Credential> => {
    const internal = header(request, 'x-service-token');
    if (internal) {
      try {
        return await authenticator.verifyServiceCall(internal, service);
      } catch {
        return { kind: 'none' };
      }
    }
    const token = /^Bearer ([\w.-]+)$/.exec(request.headers.authorization ?? '')?.[1];
    return token ? { kind: 'bearer', token, ...(portal ? { portal } : {}) } : { kind: 'none' };
  };
}

/** The address that the gateway saw, under its signature; otherwise the peer of the connection. */
export function sourceReader(service: string, authenticator: Authenticator) {
  return async (request: FastifyRequest): Promise<string> => {
    const token = header(request, 'x-source-token');
    return (token && (await authenticator.verifySource(token, service))) || request.ip;
  };
}

/** Answers what no route answered, and what Fastify refused, as problem documents. */
export function problemHandlers(app: FastifyInstance): void {
  const answer = (request: FastifyRequest, reply: FastifyReply, error: unknown) => {
    const problem = problemReply(error, request.id, undefined, {});
    return reply
      .code(problem.status)
      .header('x-request-id', request.id)
      .type('application/problem+json')
      .send(problem.body);
  };
  app.setNotFoundHandler((request, reply) =>
    answer(request, reply, new AppError('not_found', 'platform.not_found')),
  );
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    if (error instanceof AppError) return answer(request, reply, error);
    const status = error.statusCode ?? 500;
    if (status === 413) return answer(request, reply, new AppError('invalid', 'platform.too_large'));
    if (status >= 400 && status < 500)
      return answer(request, reply, new AppError('invalid', 'platform.body_unreadable'));
    request.log.error({ error: (error as Error).name }, 'unexpected');
    return answer(request, reply, error);
  });
}
