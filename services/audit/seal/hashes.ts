import type { AuditEvent } from '@spark-den/contracts/audit/types';
import { createHash } from 'node:crypto';

/** The order in which an event's fields are hashed; a new field goes to the end and is left out where it is null. */
const FIELDS = [
  'id',
  'practiceId',
  'occurredAt',
  'requestId',
  'service',
  'operation',
  'action',
  'kind',
  'outcome',
  'errorCode',
  'actorKind',
  'actorId',
  'actorName',
  'sessionId',
  'purpose',
  'patientId',
  'entityType',
  'entityId',
  'sourceAddress',
  'detail',
] as const satisfies readonly (keyof AuditEvent)[];

/** Prefixes keep leaves, nodes and heads apart (RFC 6962, 2.1), so that none can be taken for another. */
const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);
const HEAD = Buffer.from([2]);

/** Before the first seal. */
export const GENESIS = createHash('sha256').update('Spark Den audit log').digest('base64url');

/** Same event, same text, whatever order the keys of `detail` came in. */
export function canonicalEvent(event: AuditEvent): string {
  return JSON.stringify(FIELDS.map(field => sorted(event[field])));
}

export function leafHash(position: number, event: AuditEvent): string {
  return hash(LEAF, `${position} ${canonicalEvent(event)}`).toString('base64url');
}

/** Root of the Merkle tree over the leaves: split at the largest power of two (RFC 6962, 2.1). */
export function merkleRoot(leaves: readonly string[]): string {
  if (leaves.length === 0) throw new RangeError('a tree needs a leaf');
  return subtree(leaves.map(leaf => Buffer.from(leaf, 'base64url'))).toString('base64url');
}

export interface HeadFields {
  readonly number: number;
  readonly firstPosition: number;
  readonly lastPosition: number;
  readonly root: string;
  readonly previousHead: string;
  readonly sealedAt: string;
  readonly keyId: string;
}

export function headHash(head: HeadFields): string {
  const text = [
    head.number,
    head.firstPosition,
    head.lastPosition,
    head.root,
    head.previousHead,
    head.sealedAt,
    head.keyId,
  ].join(' ');
  return hash(HEAD, text).toString('base64url');
}

function subtree(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only && leaves.length === 1) return only;
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return hash(NODE, subtree(leaves.slice(0, split)), subtree(leaves.slice(split)));
}

function hash(...parts: readonly (string | Buffer)[]): Buffer {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest();
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
