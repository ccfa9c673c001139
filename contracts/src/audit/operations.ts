import { z } from 'zod';
import { Id, InstantField, Page, PageInput, QueryList } from '../fields.ts';
import { operation, serviceContract, type ErrorCatalogue, type Permissions } from '../operation.ts';
import {
  AUDIT_KINDS,
  AUDIT_OUTCOMES,
  AUDIT_SORT_KEYS,
  AuditEvent,
  Integrity,
  LoggedEvent,
  Verification,
} from './types.ts';

export const auditErrors = {
  'audit.cursor_invalid': { kind: 'invalid', title: 'This page link does not belong to this search.' },
} as const satisfies ErrorCatalogue;

export const auditPermissions = {
  'audit.event.read': {
    label: 'Search who saw and changed what',
    roles: ['practice-administrator', 'practice-manager'],
  },
} as const satisfies Permissions;

/** Takes events of one or more practices from the relays; an event that is there already is not stored again. */
export const ingest = operation({
  summary: 'Stores audit events, each once',
  method: 'POST',
  path: '/audit/events',
  input: z.strictObject({ events: z.array(AuditEvent).min(1).max(1000) }),
  output: z.object({ stored: z.int(), known: z.int() }),
  permission: 'internal',
  phi: 'none',
  audit: null,
  rateClass: 'standard',
  idempotent: false,
});

export const searchEvents = operation({
  summary: 'Who did what, by patient, user, period and action; sortable by each column',
  method: 'GET',
  path: '/audit/events',
  input: z.strictObject({
    ...PageInput,
    from: InstantField.optional(),
    to: InstantField.optional(),
    patientId: Id.optional(),
    actorId: Id.optional(),
    action: z.string().max(100).optional(),
    service: z.string().max(40).optional(),
    kind: QueryList(z.enum(AUDIT_KINDS)).optional(),
    outcome: QueryList(z.enum(AUDIT_OUTCOMES)).optional(),
    requestId: z.string().max(100).optional(),
    sort: z.enum(AUDIT_SORT_KEYS).default('occurredAt'),
    direction: z.enum(['asc', 'desc']).default('desc'),
  }),
  output: Page(LoggedEvent),
  permission: 'audit.event.read',
  phi: 'read',
  audit: 'audit.searched',
  rateClass: 'search',
  idempotent: false,
  errors: ['audit.cursor_invalid'],
});

export const getIntegrity = operation({
  summary: 'How far the log is sealed, and what the last verification found',
  method: 'GET',
  path: '/audit/integrity',
  input: z.strictObject({}),
  output: Integrity,
  permission: 'audit.event.read',
  phi: 'none',
  audit: null,
  rateClass: 'standard',
  idempotent: false,
});

export const verifyLog = operation({
  summary: 'Verifies the whole chain now',
  method: 'POST',
  path: '/audit/verifications',
  input: z.strictObject({}),
  output: Verification,
  permission: 'audit.event.read',
  phi: 'none',
  audit: 'audit.verified',
  rateClass: 'expensive',
  idempotent: false,
});

export const auditContract = serviceContract({
  name: 'audit',
  port: 3006,
  database: 'shared',
  operations: { ingest, searchEvents, getIntegrity, verifyLog },
  events: {},
  errors: auditErrors,
  permissions: auditPermissions,
});
