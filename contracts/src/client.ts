import { AppError, ERROR_KINDS, type ErrorKind } from '@spark-den/kernel';
import type { InputOf, Operation, Operations, OutputOf, ServiceContract } from './operation.ts';

export interface CallOptions {
  /** Sent as Idempotency-Key; made anew for each call when left out. Keep it over your own retries. */
  readonly idempotencyKey?: string;
  /** Sent as If-Match: the version that was read. */
  readonly version?: number;
  /** Why the data is needed, where the user said so (HIPAA purpose of use). */
  readonly purpose?: string;
  readonly signal?: AbortSignal;
}

export type Client<C extends ServiceContract> = {
  readonly [K in keyof C['operations']]: (
    input: InputOf<C['operations'][K]>,
    options?: CallOptions,
  ) => Promise<OutputOf<C['operations'][K]>>;
};

/** What the client needs of a transport: which operation, how it looks on the wire; status and JSON come back. */
export type Transport = (request: {
  readonly operation: string;
  readonly input: unknown;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
}) => Promise<{ readonly status: number; readonly body: string }>;

/** A transport over `fetch`, for portals, simulators and tools. `headers` is asked before each call. */
export function fetchTransport(
  baseUrl: string,
  headers: () => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>> = () => ({}),
  fetchFn: typeof fetch = globalThis.fetch.bind(globalThis),
): Transport {
  return async request => {
    const response = await fetchFn(`${baseUrl}${request.path}`, {
      method: request.method,
      headers: { ...request.headers, ...(await headers()) },
      body: request.body,
      signal: request.signal,
      credentials: 'same-origin',
    });
    return { status: response.status, body: await response.text() };
  };
}

/** The typed client of a service. A failed call throws `AppError` with the code of the problem document. */
export function createClient<C extends ServiceContract<Operations>>(
  contract: C,
  transport: Transport,
): Client<C> {
  const entries = Object.values(contract.operations).map(
    op => [op.name, (input: unknown, options?: CallOptions) => call(op, transport, input, options)] as const,
  );
  return Object.fromEntries(entries) as unknown as Client<C>;
}

async function call(
  op: Operation,
  transport: Transport,
  input: unknown,
  options: CallOptions = {},
): Promise<unknown> {
  const { path, rest } = fillPath(op, (input ?? {}) as Record<string, unknown>);
  const asQuery = op.method === 'GET' || op.method === 'DELETE';
  const headers: Record<string, string> = { accept: 'application/json' };
  if (!asQuery) headers['content-type'] = 'application/json';
  if (op.idempotent && op.method !== 'GET') {
    headers['idempotency-key'] = options.idempotencyKey ?? globalThis.crypto.randomUUID();
  }
  if (options.version !== undefined) headers['if-match'] = `"${options.version}"`;
  if (options.purpose !== undefined) headers['x-purpose'] = options.purpose;
  const response = await transport({
    operation: op.name,
    input,
    method: op.method,
    path: asQuery ? `${path}${queryString(rest)}` : path,
    headers,
    body: asQuery ? undefined : JSON.stringify(rest),
    signal: options.signal,
  });
  if (response.status >= 200 && response.status < 300) {
    return response.body === '' ? undefined : (JSON.parse(response.body) as unknown);
  }
  throw problemToError(response.status, response.body);
}

/** Splits input into the filled path and the rest. Path parameters are ids, never PHI. */
export function fillPath(op: Operation, input: Record<string, unknown>) {
  const rest = { ...input };
  const path = op.path.replace(/:([A-Za-z]+)/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  return { path, rest };
}

export function queryString(values: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue;
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value])
      params.append(name, String(item));
  }
  const text = params.toString();
  return text ? `?${text}` : '';
}

function problemToError(status: number, body: string): AppError {
  let problem: Record<string, unknown> = {};
  try {
    problem = JSON.parse(body) as Record<string, unknown>;
  } catch {
    // a proxy's page, not ours: keep the status alone
  }
  const kind = ERROR_KINDS.includes(problem.kind as ErrorKind) ? (problem.kind as ErrorKind) : 'internal';
  const code = typeof problem.code === 'string' ? problem.code : 'platform.unexpected_answer';
  return new AppError(kind, code, {
    status,
    title: problem.title,
    requestId: problem.requestId,
    ...(problem.fields as object | undefined),
  });
}
