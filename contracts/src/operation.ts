import type { ErrorKind } from '@spark-den/kernel';
import type { z } from 'zod';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** `none`: nothing about a person; `read` and `write`: the operation touches PHI and leaves an audit event. */
export type PhiAccess = 'none' | 'read' | 'write';

/** How the edge counts a call: `standard`, `search` (per keystroke), `expensive` (reports, files), `auth`. */
export type RateClass = 'standard' | 'search' | 'expensive' | 'auth';

/**
 * `public`: no session (health, log-in). `session`: any signed-in user. `internal`: other services only.
 * Anything else is a permission that a role must hold.
 */
export type Permission = string;

export interface Operation<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  ErrorCode extends string = string,
> {
  /** Set by `serviceContract` from the property name, such as `registerPatient`. */
  readonly name: string;
  readonly summary: string;
  readonly method: HttpMethod;
  /** Under `/api/v1`; `:name` marks a path parameter that is also a property of the input. */
  readonly path: string;
  /** A closed object: path parameters, then query (GET, DELETE) or body (the others). */
  readonly input: Input;
  readonly output: Output;
  readonly permission: Permission;
  readonly phi: PhiAccess;
  /** Audit action in the past tense, such as `patient.viewed`; `null` only where `phi` is `none`. */
  readonly audit: string | null;
  readonly rateClass: RateClass;
  /** A mutation with `true` needs an Idempotency-Key; a repeat with the same key returns the first answer. */
  readonly idempotent: boolean;
  /** Needs If-Match with the version that the caller read; the handler gets it as `ctx.expectedVersion`. */
  readonly ifMatch: boolean;
  readonly errors: readonly ErrorCode[];
  /** Answers raw bytes (PDF, X12) instead of JSON: output is `{ contentType, fileName, base64 }`. */
  readonly binary: boolean;
}

export interface ErrorEntry {
  readonly kind: ErrorKind;
  /** What happened and how to mend it, for a person; no data in it. */
  readonly title: string;
}
export type ErrorCatalogue = Readonly<Record<string, ErrorEntry>>;

type OperationSpec<I extends z.ZodType, O extends z.ZodType, E extends string> = Omit<
  Operation<I, O, E>,
  'name' | 'ifMatch' | 'binary' | 'errors'
> & { readonly ifMatch?: boolean; readonly binary?: boolean; readonly errors?: readonly E[] };

/** Declares an operation as plain data. What must never be forgotten is required by the type. */
export function operation<I extends z.ZodType, O extends z.ZodType, const E extends string = never>(
  spec: OperationSpec<I, O, E>,
): Operation<I, O, E> {
  return {
    ...spec,
    name: '',
    ifMatch: spec.ifMatch ?? false,
    binary: spec.binary ?? false,
    errors: spec.errors ?? [],
  };
}

export interface EventType<Name extends string = string, Payload extends z.ZodType = z.ZodType> {
  /** Past tense, from the domain: `PatientRegistered`. */
  readonly name: Name;
  readonly payload: Payload;
  /** Sent to the portals of the practice over WebSocket; its payload holds ids and states only. */
  readonly live: boolean;
}

/** Declares an event. Payload: ids and states, no more PHI than its consumers need. */
export function event<const N extends string, P extends z.ZodType>(
  name: N,
  payload: P,
  options: { readonly live?: boolean } = {},
): EventType<N, P> {
  return { name, payload, live: options.live ?? false };
}

export type DatabaseName = 'business' | 'clinical' | 'shared';
export type Operations = Readonly<Record<string, Operation>>;
export type Events = Readonly<Record<string, EventType>>;

/** A permission, what it allows in plain words, and the roles that hold it when a practice starts. */
export interface PermissionGrant {
  readonly label: string;
  readonly roles: readonly RoleKey[];
}
export type Permissions = Readonly<Record<string, PermissionGrant>>;

/** The roles of this issue: the specification's six of the PMS (ROLE-07…12), physician and nurse. */
export const ROLE_KEYS = [
  'practice-administrator',
  'practice-manager',
  'billing-manager',
  'front-desk-coordinator',
  'financial-counselor',
  'business-analyst',
  'physician',
  'nurse',
] as const;
export type RoleKey = (typeof ROLE_KEYS)[number];

export interface ServiceContract<O extends Operations = Operations, E extends Events = Events> {
  readonly name: string;
  readonly port: number;
  readonly database: DatabaseName;
  readonly operations: O;
  readonly events: E;
  readonly errors: ErrorCatalogue;
  readonly permissions: Permissions;
}

/** Gathers a service's operations and events; gives each operation its name. */
export function serviceContract<O extends Operations, E extends Events>(
  contract: ServiceContract<O, E>,
): ServiceContract<O, E> {
  const named = Object.fromEntries(
    Object.entries(contract.operations).map(([name, spec]) => [name, { ...spec, name }]),
  );
  return { ...contract, operations: named as unknown as O };
}

export type InputOf<Op> = Op extends Operation<infer I, z.ZodType, string> ? z.input<I> : never;
export type ParsedInputOf<Op> = Op extends Operation<infer I, z.ZodType, string> ? z.output<I> : never;
export type OutputOf<Op> = Op extends Operation<z.ZodType, infer O, string> ? z.output<O> : never;
export type ErrorCodeOf<Op> = Op extends Operation<z.ZodType, z.ZodType, infer E> ? E : never;
export type PayloadOf<Ev> = Ev extends EventType<string, infer P> ? z.output<P> : never;
