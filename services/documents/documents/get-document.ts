import { Id } from '@spark-den/contracts/fields';
import { documentsContract } from '@spark-den/contracts/documents/operations';
import { AppError } from '@spark-den/kernel';
import { fail, type Handlers, type Ports } from '@spark-den/service-kit';
import { createHash } from 'node:crypto';
import type { DocumentsDatabase } from '../database.ts';
import { documentById, toInfo, type DocumentRow, type DocumentsContext } from './document-repository.ts';

type DocumentHandlers = Handlers<typeof documentsContract, DocumentsDatabase>;

export const getDocument =
  (blobs: Ports['blobs']): DocumentHandlers['getDocument'] =>
  async (context, { documentId }) => {
    const row = await documentById(context, documentId);
    auditOpening(context, row);
    const bytes = await checkedBytes(context, blobs, row);
    return { contentType: row.contentType, fileName: row.fileName, base64: bytes.toString('base64') };
  };

export const readDocument =
  (blobs: Ports['blobs']): DocumentHandlers['readDocument'] =>
  async (context, { documentId }) => {
    const row = await documentById(context, documentId);
    auditOpening(context, row);
    return { info: toInfo(row), base64: (await checkedBytes(context, blobs, row)).toString('base64') };
  };

export const getDocumentInfo: DocumentHandlers['getDocumentInfo'] = async (context, { documentId }) => {
  const row = await documentById(context, documentId);
  auditOpening(context, row);
  return toInfo(row);
};

export const listDocuments: DocumentHandlers['listDocuments'] = async (
  context,
  { patientId, subjectId, cursor, limit },
) => {
  if (cursor !== undefined && !Id.safeParse(cursor).success)
    throw new AppError('invalid', 'platform.input_invalid', { cursor: 'is not from this list' });
  let query = context.db
    .selectFrom('document')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .orderBy('id', 'desc');
  if (patientId) query = query.where('patientId', '=', patientId);
  if (subjectId) query = query.where('subjectId', '=', subjectId);
  if (cursor) query = query.where('id', '<', cursor);
  const rows = await query.limit(limit + 1).execute();
  const items = rows.slice(0, limit);
  for (const id of new Set(items.map(row => row.patientId))) if (id) context.audit({ patientId: id });
  return { items: items.map(toInfo), nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
};

function auditOpening(context: DocumentsContext, row: DocumentRow): void {
  context.audit({
    ...(row.patientId ? { patientId: row.patientId } : {}),
    entityType: 'document',
    entityId: row.id,
    detail: { kind: row.kind },
  });
}

/** What was stored, or an error: a changed file is never shown. */
async function checkedBytes(
  context: DocumentsContext,
  blobs: Ports['blobs'],
  row: DocumentRow,
): Promise<Buffer> {
  const bytes = await blobs.get(context.practiceId, row.blobKey).catch((error: unknown) => {
    if (error instanceof AppError && error.kind === 'unavailable') throw error;
    throw fail(documentsContract, 'documents.content_damaged', { documentId: row.id });
  });
  if (createHash('sha256').update(bytes).digest('hex') !== row.sha256) {
    throw fail(documentsContract, 'documents.content_damaged', { documentId: row.id });
  }
  return Buffer.from(bytes);
}
