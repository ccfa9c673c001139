import { z } from 'zod';
import { File, Id, LocalDateField, Page, PageInput, QueryBool, Text } from '../fields.ts';
import { operation } from '../operation.ts';
import { Denial, DENIAL_STATES, DenialEvent } from './denial-types.ts';
import { Note } from './ledger-types.ts';

export const listDenials = operation({
  summary: 'Denied lines by expected recovery and days left',
  method: 'GET',
  path: '/billing/denials',
  input: z.strictObject({
    state: z.enum(DENIAL_STATES).optional(),
    category: Text(60).optional(),
    ownerId: Text(80).optional(),
    /** Leave out what is overturned, upheld or closed. */
    open: QueryBool.default(true),
    ...PageInput,
  }),
  output: Page(Denial),
  permission: 'billing.denial.read',
  phi: 'read',
  audit: 'denials.listed',
  rateClass: 'standard',
  idempotent: false,
});

export const getDenial = operation({
  summary: 'A denial with its history and letters',
  method: 'GET',
  path: '/billing/denials/:denialId',
  input: z.strictObject({ denialId: Id }),
  output: Denial.extend({ history: z.array(DenialEvent) }),
  permission: 'billing.denial.read',
  phi: 'read',
  audit: 'denial.viewed',
  rateClass: 'standard',
  idempotent: false,
  errors: ['billing.denial_not_found'],
});

export const updateDenial = operation({
  summary: "Changes a denial's owner, next action or its date",
  method: 'PATCH',
  path: '/billing/denials/:denialId',
  input: z.strictObject({
    denialId: Id,
    ownerId: Id.nullable().optional(),
    nextAction: Text(200).optional(),
    nextActionOn: LocalDateField.nullable().optional(),
    note: Note.optional(),
  }),
  output: Denial,
  permission: 'billing.denial.work',
  phi: 'write',
  audit: 'denial.updated',
  rateClass: 'standard',
  idempotent: true,
  ifMatch: true,
  errors: [
    'billing.denial_not_found',
    'billing.denial_closed',
    'billing.unknown_person',
    'billing.version_conflict',
  ],
});

export const writeAppealLetter = operation({
  summary: 'Writes the appeal of a denied line as a PDF and keeps it with the denial',
  method: 'POST',
  path: '/billing/denials/:denialId/letters',
  input: z.strictObject({ denialId: Id, argument: Text(4000) }),
  output: z.object({ denial: Denial, documentId: Id }),
  permission: 'billing.denial.work',
  phi: 'write',
  audit: 'denial.appealed',
  rateClass: 'standard',
  idempotent: true,
  errors: ['billing.denial_not_found', 'billing.denial_closed'],
});

export const getAppealLetter = operation({
  summary: 'An appeal letter exactly as it was written',
  method: 'GET',
  path: '/billing/denials/:denialId/letters/:documentId',
  input: z.strictObject({ denialId: Id, documentId: Id }),
  output: File,
  permission: 'billing.denial.read',
  phi: 'read',
  audit: 'denial.letter_viewed',
  rateClass: 'expensive',
  idempotent: false,
  binary: true,
  errors: ['billing.denial_not_found'],
});

export const closeDenial = operation({
  summary: 'Ends work on a denial that stands: accepted as it is',
  method: 'POST',
  path: '/billing/denials/:denialId/closure',
  input: z.strictObject({ denialId: Id, outcome: z.enum(['upheld', 'closed']), note: Note }),
  output: Denial,
  permission: 'billing.denial.work',
  phi: 'write',
  audit: 'denial.closed',
  rateClass: 'standard',
  idempotent: true,
  errors: ['billing.denial_not_found', 'billing.denial_closed'],
});

export const denialOperations = {
  listDenials,
  getDenial,
  updateDenial,
  writeAppealLetter,
  getAppealLetter,
  closeDenial,
};
