import { z } from 'zod';
import { HTTP_STATUS } from '@spark-den/kernel';
import type { Operation, ServiceContract } from '@spark-den/contracts/operation';
import { PLATFORM_ERRORS } from './problem.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of these contracts; internal operations are not for outsiders and left out. */
export function openApiDocument(contracts: readonly ServiceContract[]): Json {
  const paths: Record<string, Json> = {};
  for (const contract of contracts) {
    for (const operation of Object.values(contract.operations)) {
      if (operation.permission === 'internal') continue;
      const path = operation.path.replace(/:([A-Za-z]+)/g, '{$1}');
      (paths[path] ??= {})[operation.method.toLowerCase()] = operationDocument(contract, operation);
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Spark Den',
      version: '1',
      description:
        'Amounts are whole cents, instants are UTC, dates are the facility’s. Errors are RFC 9457 problem documents.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ bearer: [] }],
    tags: contracts.map(({ name }) => ({ name })),
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: PROBLEM },
    },
  };
}

const PROBLEM: Json = {
  type: 'object',
  required: ['type', 'title', 'status', 'kind', 'code', 'requestId', 'fields'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    kind: { type: 'string' },
    code: { type: 'string' },
    requestId: { type: 'string' },
    fields: { type: 'object' },
  },
};

function operationDocument(contract: ServiceContract, operation: Operation): Json {
  const input = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Json;
  const properties = (input.properties ?? {}) as Record<string, Json>;
  const required = new Set((input.required as string[] | undefined) ?? []);
  const inPath = new Set([...operation.path.matchAll(/:([A-Za-z]+)/g)].map(match => match[1] ?? ''));
  const fromQuery = operation.method === 'GET' || operation.method === 'DELETE';
  const parameters = Object.entries(properties)
    .filter(([name]) => inPath.has(name) || fromQuery)
    .map(([name, schema]) => ({
      name,
      in: inPath.has(name) ? 'path' : 'query',
      required: inPath.has(name) || required.has(name),
      schema,
    }));
  return {
    operationId: `${contract.name}_${operation.name}`,
    summary: operation.summary,
    tags: [contract.name],
    'x-permission': operation.permission,
    'x-phi': operation.phi,
    'x-audit': operation.audit,
    'x-rate-class': operation.rateClass,
    parameters: [...parameters, ...headerParameters(operation)],
    ...(fromQuery
      ? {}
      : {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: bodySchema(input, inPath) } },
          },
        }),
    responses: responses(contract, operation),
    ...(operation.permission === 'public' ? { security: [] } : {}),
  };
}

function headerParameters(operation: Operation): Json[] {
  const parameter = (name: string, required: boolean) => ({
    name,
    in: 'header',
    required,
    schema: { type: 'string' },
  });
  return [
    ...(operation.idempotent && operation.method !== 'GET' ? [parameter('Idempotency-Key', true)] : []),
    ...(operation.ifMatch ? [parameter('If-Match', true)] : []),
  ];
}

function bodySchema(input: Json, inPath: ReadonlySet<string>): Json {
  if (!input.properties || inPath.size === 0) return input;
  const properties = Object.fromEntries(
    Object.entries(input.properties as Json).filter(([name]) => !inPath.has(name)),
  );
  const required = ((input.required as string[] | undefined) ?? []).filter(name => !inPath.has(name));
  return { ...input, properties, required };
}

function responses(contract: ServiceContract, operation: Operation): Json {
  const schema = z.toJSONSchema(operation.output, { io: 'input', unrepresentable: 'any' });
  const byStatus = new Map<number, string[]>();
  const platform = [
    'platform.input_invalid',
    'platform.sign_in_required',
    'platform.forbidden',
    'platform.rate_limited',
  ];
  for (const code of [...platform, ...operation.errors]) {
    const entry = contract.errors[code] ?? PLATFORM_ERRORS[code];
    if (!entry) continue;
    const status = HTTP_STATUS[entry.kind];
    byStatus.set(status, [...(byStatus.get(status) ?? []), `\`${code}\`: ${entry.title}`]);
  }
  const problems = [...byStatus].map(([status, texts]) => [
    String(status),
    {
      description: texts.join('\n\n'),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  const content = operation.binary
    ? {
        'application/json': { schema },
        'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
      }
    : { 'application/json': { schema } };
  return { '200': { description: 'Done', content }, ...Object.fromEntries(problems) };
}
