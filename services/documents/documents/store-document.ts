import { documentsContract } from '@spark-den/contracts/documents/operations';
import { fail, type Handlers, type Ports } from '@spark-den/service-kit';
import { createHash } from 'node:crypto';
import type { DocumentsDatabase } from '../database.ts';
import { findDocument, toInfo, type DocumentRow } from './document-repository.ts';

/** Keeps a file under the caller's id. The same file again is the same document; another file is refused. */
export const storeDocument =
  (blobs: Ports['blobs']): Handlers<typeof documentsContract, DocumentsDatabase>['storeDocument'] =>
  async (context, { base64, documentId, ...facts }) => {
    const bytes = Buffer.from(base64, 'base64');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    context.audit({
      ...(facts.patientId ? { patientId: facts.patientId } : {}),
      entityType: 'document',
      entityId: documentId,
    });
    const known = await findDocument(context, documentId);
    if (known) return same(known, sha256);
    const { key } = await blobs.put(context.practiceId, bytes);
    const row: DocumentRow = {
      ...facts,
      id: documentId,
      practiceId: context.practiceId,
      byteCount: bytes.length,
      sha256,
      blobKey: key,
      createdAt: context.now,
      createdBy: context.principal.displayName,
    };
    const written = await context.db
      .insertInto('document')
      .values(row)
      .onConflict(conflict => conflict.column('id').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (written) return toInfo(written);
    // Someone stored it between our look and our write.
    const first = await findDocument(context, documentId);
    if (!first) throw fail(documentsContract, 'documents.identity_taken', { documentId });
    return same(first, sha256);
  };

function same(known: DocumentRow, sha256: string) {
  if (known.sha256 === sha256) return toInfo(known);
  throw fail(documentsContract, 'documents.identity_taken', { documentId: known.id });
}
