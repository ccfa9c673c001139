import { z } from 'zod';
import { File, Id, Page, PageInput, Text } from '../fields.ts';
import { operation, serviceContract, type ErrorCatalogue, type Permissions } from '../operation.ts';
import { DocumentInfo, DocumentKind } from './types.ts';

export const documentPermissions = {
  'documents.document.read': {
    label: 'Open kept documents',
    roles: ['practice-manager', 'billing-manager', 'front-desk-coordinator', 'financial-counselor'],
  },
} as const satisfies Permissions;

export const documentErrors = {
  'documents.document_not_found': { kind: 'not_found', title: 'There is no such document.' },
  'documents.content_damaged': {
    kind: 'internal',
    title: 'The kept file is not what was stored. It is not shown; tell your administrator.',
  },
  'documents.identity_taken': {
    kind: 'conflict',
    title: 'Another file is kept under this id already.',
  },
} as const satisfies ErrorCatalogue;

export const storeDocument = operation({
  summary: 'Keeps a file; the same id with the same bytes is one document',
  method: 'POST',
  path: '/documents',
  input: z.strictObject({
    /** Derived by the caller from its own record, so that a repeat stores nothing twice. */
    documentId: Id,
    kind: DocumentKind,
    contentType: Text(100),
    fileName: Text(200),
    patientId: Id.nullable(),
    subjectType: Text(40),
    subjectId: Id,
    base64: z.string().min(1),
  }),
  output: DocumentInfo,
  permission: 'internal',
  phi: 'write',
  audit: 'document.stored',
  rateClass: 'standard',
  idempotent: false,
  errors: ['documents.identity_taken'],
});

export const listDocuments = operation({
  summary: 'Documents of a patient or of one record, newest first',
  method: 'GET',
  path: '/documents',
  input: z.strictObject({ patientId: Id.optional(), subjectId: Id.optional(), ...PageInput }),
  output: Page(DocumentInfo),
  permission: 'documents.document.read',
  phi: 'read',
  audit: 'documents.listed',
  rateClass: 'standard',
  idempotent: false,
});

export const getDocumentInfo = operation({
  summary: 'What is known of a document, without its content',
  method: 'GET',
  path: '/documents/:documentId',
  input: z.strictObject({ documentId: Id }),
  output: DocumentInfo,
  permission: 'documents.document.read',
  phi: 'read',
  audit: 'document.viewed',
  rateClass: 'standard',
  idempotent: false,
  errors: ['documents.document_not_found'],
});

export const getDocument = operation({
  summary: "A document's content, checked against its hash",
  method: 'GET',
  path: '/documents/:documentId/content',
  input: z.strictObject({ documentId: Id }),
  output: File,
  permission: 'documents.document.read',
  phi: 'read',
  audit: 'document.opened',
  rateClass: 'expensive',
  idempotent: false,
  binary: true,
  errors: ['documents.document_not_found', 'documents.content_damaged'],
});

export const readDocument = operation({
  summary: "A document's content for the service that stored it, which has checked who asks",
  method: 'GET',
  path: '/documents/:documentId/source',
  input: z.strictObject({ documentId: Id }),
  output: z.object({ info: DocumentInfo, base64: z.string() }),
  permission: 'internal',
  phi: 'read',
  audit: 'document.read',
  rateClass: 'standard',
  idempotent: false,
  errors: ['documents.document_not_found', 'documents.content_damaged'],
});

export const documentsContract = serviceContract({
  name: 'documents',
  port: 3004,
  database: 'shared',
  operations: { storeDocument, listDocuments, getDocumentInfo, getDocument, readDocument },
  events: {},
  errors: documentErrors,
  permissions: documentPermissions,
});
