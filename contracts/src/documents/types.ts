import { z } from 'zod';
import { Id, InstantField } from '../fields.ts';

export const DOCUMENT_KINDS = ['statement', 'appeal_letter', 'receipt', 'x12', 'other'] as const;
export const DocumentKind = z.enum(DOCUMENT_KINDS);

/** A kept file: its bytes never change; the hash proves it. */
export const DocumentInfo = z.object({
  documentId: Id,
  kind: DocumentKind,
  contentType: z.string(),
  fileName: z.string(),
  byteCount: z.int(),
  sha256: z.string(),
  patientId: Id.nullable(),
  subjectType: z.string(),
  subjectId: Id,
  createdAt: InstantField,
  createdBy: z.string(),
});
export type DocumentInfo = z.output<typeof DocumentInfo>;
export type DocumentKind = z.output<typeof DocumentKind>;
