import { z } from 'zod';
import { Id, InstantField } from '../fields.ts';

/** What was done to the data, in the words of 45 CFR 170.210(e): add, change, delete, query, print, copy. */
export const AUDIT_KINDS = ['create', 'read', 'update', 'delete', 'query', 'print', 'copy'] as const;
export const AUDIT_OUTCOMES = ['success', 'denied', 'failed'] as const;

const Code = (max: number) => z.string().min(1).max(max);
const DetailValue = z.union([
  z.string().max(500),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string().max(200)).max(100),
]);

/** One access to data or one denial: who, which patient, what, why, with what outcome. Ids and codes only. */
export const AuditEvent = z.strictObject({
  id: Id,
  practiceId: Id,
  occurredAt: InstantField,
  requestId: Code(100),
  service: Code(40),
  operation: Code(80),
  /** Past tense, from the contract: `patient.viewed`. */
  action: Code(100),
  kind: z.enum(AUDIT_KINDS),
  outcome: z.enum(AUDIT_OUTCOMES),
  /** Stable code of the failure or denial. */
  errorCode: Code(100).nullable(),
  actorKind: z.enum(['user', 'service', 'system', 'anonymous']),
  actorId: Code(100),
  actorName: z.string().max(120),
  sessionId: Id.nullable(),
  purpose: Code(100),
  patientId: Id.nullable(),
  entityType: Code(60).nullable(),
  entityId: Code(100).nullable(),
  sourceAddress: z.string().max(64).nullable(),
  detail: z.record(z.string().max(60), DetailValue),
});
export type AuditEvent = z.output<typeof AuditEvent>;
export type AuditEventInput = z.input<typeof AuditEvent>;

/** The event as the log shows it: `position` is its place in the sealed order, `null` until sealed. */
export const LoggedEvent = AuditEvent.extend({
  position: z.int().nullable(),
  sealedAt: InstantField.nullable(),
});

export const AUDIT_SORT_KEYS = [
  'occurredAt',
  'action',
  'kind',
  'outcome',
  'actorName',
  'patientId',
  'service',
  'entityType',
  'purpose',
] as const;

/** What the verifier found. */
export const Verification = z.object({
  ok: z.boolean(),
  checkedAt: InstantField,
  events: z.int(),
  batches: z.int(),
  /** Hash of the last signed head, base64url; print it or mail it to hold the log to it later. */
  head: z.string().nullable(),
  finding: z
    .object({
      position: z.int(),
      problem: z.enum([
        'event_changed',
        'event_missing',
        'event_added',
        'order_changed',
        'head_changed',
        'head_missing',
        'signature_wrong',
        'anchor_differs',
      ]),
      explanation: z.string(),
    })
    .nullable(),
});
export type Verification = z.output<typeof Verification>;

export const Integrity = z.object({
  sealedEvents: z.int(),
  waitingEvents: z.int(),
  lastSealedAt: InstantField.nullable(),
  head: z.string().nullable(),
  lastVerification: Verification.nullable(),
});
