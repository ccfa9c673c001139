import { CONTRACTS } from '@spark-den/server/registry';
import type { Operation, ServiceContract } from '@spark-den/contracts/operation';
import { fillPath, queryString } from '@spark-den/contracts/client';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';

export interface Described {
  readonly contract: ServiceContract;
  readonly operation: Operation;
  readonly name: string;
}

/** Every operation of the system, from the contracts. */
export const allOperations: readonly Described[] = CONTRACTS.flatMap(contract =>
  Object.values(contract.operations).map(operation => ({
    contract,
    operation,
    name: `${contract.name}.${operation.name}`,
  })),
);

/** Those that the edge offers. */
export const openOperations = allOperations.filter(({ operation }) => operation.permission !== 'internal');

export interface HttpCall {
  readonly path: string;
  readonly init: {
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly body?: string;
  };
}

/** The call as a client sends it. */
export function httpCall(operation: Operation, input: Record<string, unknown>): HttpCall {
  const { path, rest } = fillPath(operation, { ...pathIds(operation), ...input });
  const fromQuery = operation.method === 'GET' || operation.method === 'DELETE';
  const headers: Record<string, string> = {
    accept: 'application/json',
    'idempotency-key': randomUUID(),
    'if-match': '"1"',
  };
  if (!fromQuery) headers['content-type'] = 'application/json';
  return {
    path: `/api/v1${path}${fromQuery ? queryString(rest) : ''}`,
    init: { method: operation.method, headers, ...(fromQuery ? {} : { body: JSON.stringify(rest) }) },
  };
}

export function pathIds(operation: Operation): Record<string, string> {
  const names = [...operation.path.matchAll(/:([A-Za-z]+)/g)].map(match => match[1] ?? '');
  return Object.fromEntries(names.map(name => [name, randomUUID()]));
}

interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly default?: unknown;
}

/** An input that the operation's schema takes, or nearly: required fields, each id from `nextId`. */
export function sampleInput(
  operation: Operation,
  nextId: () => string = randomUUID,
): Record<string, unknown> {
  const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema;
  return sample(schema, '', nextId) as Record<string, unknown>;
}

function sample(schema: Schema, name: string, nextId: () => string): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [option] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];
  if (option) return sample(option, name, nextId);
  switch (typeof schema.type === 'string' ? schema.type : schema.type?.[0]) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map(key => [key, sample(schema.properties?.[key] ?? {}, key, nextId)]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items ?? {}, name, nextId));
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return sampleText(schema, name, nextId);
  }
}

const TEXTS: readonly (readonly [RegExp, string])[] = [
  [/(date|on|from|to|until|day)$/i, '2026-03-09'],
  [/time|start|end/i, '09:00'],
  [/zone/i, 'America/Chicago'],
  [/npi/i, '1990000204'],
  [/phone|number/i, '8475550142'],
  [/email/i, 'someone@example.test'],
  [/permission/i, 'identity.user.read'],
  [/state/i, 'IL'],
];

function sampleText(schema: Schema, name: string, nextId: () => string): string {
  if (schema.format === 'uuid') return nextId();
  if (schema.format === 'date-time') return '2026-03-09T15:00:00.000Z';
  if (schema.format === 'email') return 'someone@example.test';
  const known = TEXTS.find(([pattern]) => pattern.test(name))?.[1];
  const candidates = [known, 'sample', '00000000', '0000', 'A00', '1'].filter(text => text !== undefined);
  const fits = (text: string) => !schema.pattern || new RegExp(schema.pattern, 'u').test(text);
  return candidates.find(fits) ?? 'sample'.padEnd(schema.minLength ?? 0, 'x');
}
