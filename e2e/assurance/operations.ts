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

/** Gives the id for a field of that name. */
type IdOf = (name: string) => string;

/** An input that the operation's schema takes, or nearly: required fields, each id from `idOf`. */
export function sampleInput(operation: Operation, idOf: IdOf = () => randomUUID()): Record<string, unknown> {
  return sample(inputSchema(operation), '', { idOf, everyId: false }) as Record<string, unknown>;
}

/** The same with optional ids and one item in each list of ids. */
export function sampleWithEveryId(operation: Operation, idOf: IdOf): Record<string, unknown> {
  return sample(inputSchema(operation), '', { idOf, everyId: true }) as Record<string, unknown>;
}

/** Where ids stand in the operation's input, such as `lines[].lineId`. */
export function idPlaces(operation: Operation): readonly string[] {
  return [...new Set(placesIn(inputSchema(operation), ''))];
}

/** The input's own properties that take a text of any kind. */
export function textPlaces(operation: Operation): readonly string[] {
  const takesText = (schema: Schema): boolean =>
    schema.type === 'string' || optionsOf(schema).some(takesText) || Object.keys(schema).length === 0;
  return Object.entries(inputSchema(operation).properties ?? {})
    .filter(([, property]) => takesText(property))
    .map(([name]) => name);
}

function placesIn(schema: Schema, place: string): string[] {
  if (schema.format === 'uuid') return [place];
  return [
    ...optionsOf(schema).flatMap(option => placesIn(option, place)),
    ...(schema.items ? placesIn(schema.items, `${place}[]`) : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, property]) =>
      placesIn(property, place ? `${place}.${key}` : key),
    ),
  ];
}

function inputSchema(operation: Operation): Schema {
  return z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema;
}

function optionsOf(schema: Schema): readonly Schema[] {
  return schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];
}

interface Sampling {
  readonly idOf: IdOf;
  readonly everyId: boolean;
}

function sample(schema: Schema, name: string, sampling: Sampling): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [option] = optionsOf(schema);
  if (option) return sample(option, name, sampling);
  const holdsIds = (part: Schema) => sampling.everyId && placesIn(part, '').length > 0;
  switch (typeof schema.type === 'string' ? schema.type : schema.type?.[0]) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([key, property]) => schema.required?.includes(key) || holdsIds(property))
          .map(([key, property]) => [key, sample(property, key, sampling)]),
      );
    case 'array': {
      const items = schema.items ?? {};
      const length = Math.max(schema.minItems ?? 0, holdsIds(items) ? 1 : 0);
      return Array.from({ length }, () => sample(items, name, sampling));
    }
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return sampleText(schema, name, sampling.idOf);
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

function sampleText(schema: Schema, name: string, idOf: IdOf): string {
  if (schema.format === 'uuid') return idOf(name);
  if (schema.format === 'date-time') return '2026-03-09T15:00:00.000Z';
  if (schema.format === 'email') return 'someone@example.test';
  const known = TEXTS.find(([pattern]) => pattern.test(name))?.[1];
  const candidates = [known, 'sample', '00000000', '0000', 'A00', '1'].filter(text => text !== undefined);
  const fits = (text: string) => !schema.pattern || new RegExp(schema.pattern, 'u').test(text);
  return candidates.find(fits) ?? 'sample'.padEnd(schema.minLength ?? 0, 'x');
}
