import type { Call, Context, ServiceDefinition, ServiceRuntime } from '@spark-den/service-kit';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { Twins } from './twins.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What became of a command that was tried; `accepted`: it would have gone through. */
export type Answer = 'accepted' | { readonly status: number; readonly code: string };

/**
 * Stands before services: every command that a person gives is tried first once per id in it, with the other
 * practice's record in that place and all else as it is, and taken back. Only then it runs.
 */
export class ForeignIds {
  /** By place, such as `billing.collectPayment chargeLineIds[]`. */
  readonly answers = new Map<string, Answer[]>();
  readonly #accepted = new Set<string>();
  readonly #most: number;

  /** @param most attempts at one place */
  constructor(most: number) {
    this.#most = most;
  }

  /** The service, taking back what is only tried. */
  prepared(definition: ServiceDefinition): ServiceDefinition {
    return {
      ...definition,
      handlers: (...args) =>
        Object.fromEntries(
          Object.entries(definition.handlers(...args) as Record<string, Handler>).map(([name, handler]) => [
            name,
            async (context: Context, input: unknown) => {
              const output = await handler(context, input);
              if (!context.requestId.startsWith(markOf(name))) return output;
              await sql`set constraints all immediate`.execute(context.db);
              this.#accepted.add(context.requestId);
              throw new Error('only tried');
            },
          ]),
        ),
    };
  }

  standBefore(runtime: ServiceRuntime, twins: Twins): void {
    const { contract } = runtime.definition;
    const dispatch = runtime.dispatch.bind(runtime);
    runtime.dispatch = async call => {
      if (contract.operations[call.operation]?.method !== 'GET' && isOfAPerson(call)) {
        for (const { path, id } of idsIn(call.input)) {
          const place = `${contract.name}.${call.operation} ${nameOf(path)}`;
          const answers = this.answers.get(place) ?? [];
          const twin = answers.length < this.#most ? await twins.twinOf(id) : undefined;
          if (!twin) continue;
          const requestId = `${markOf(call.operation)}${randomUUID()}`;
          const input = replaced(call.input, path, twin);
          const reply = await dispatch({ ...call, input, idempotencyKey: randomUUID(), requestId });
          const { code } = JSON.parse(reply.body) as { code: string };
          const answer = this.#accepted.has(requestId) ? 'accepted' : { status: reply.status, code };
          this.answers.set(place, [...answers, answer]);
        }
      }
      return dispatch(call);
    };
  }
}

type Handler = (context: Context, input: unknown) => Promise<unknown>;

const markOf = (operation: string) => `foreign-id-${operation}-`;

function isOfAPerson({ credential, requestId }: Call): boolean {
  if (requestId.startsWith('foreign-id-')) return false;
  return credential.kind === 'bearer' || (credential.kind === 'service' && credential.from === 'test');
}

type Path = readonly (string | number)[];

function idsIn(value: unknown, path: Path = []): { readonly path: Path; readonly id: string }[] {
  if (typeof value === 'string') return UUID.test(value) ? [{ path, id: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    idsIn(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function replaced(value: unknown, [key, ...rest]: Path, id: string): unknown {
  if (key === undefined) return id;
  if (Array.isArray(value)) return value.map((item, at) => (at === key ? replaced(item, rest, id) : item));
  const record = value as Record<string, unknown>;
  return { ...record, [key]: replaced(record[key], rest, id) };
}

/** `lines[].lineId` for the id of any line. */
function nameOf(path: Path): string {
  return path
    .map(key => (typeof key === 'number' ? '[]' : `.${key}`))
    .join('')
    .slice(1);
}
