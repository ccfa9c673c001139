import { documentsContract } from '@spark-den/contracts/documents/operations';
import type { DocumentInfo } from '@spark-den/contracts/documents/types';
import { fail, type Context } from '@spark-den/service-kit';
import type { Selectable } from 'kysely';
import type { DocumentsDatabase, DocumentTable } from '../database.ts';

export type DocumentsContext = Context<DocumentsDatabase>;
export type DocumentRow = Selectable<DocumentTable>;

export async function documentById(context: DocumentsContext, documentId: string): Promise<DocumentRow> {
  const row = await findDocument(context, documentId);
  if (!row) throw fail(documentsContract, 'documents.document_not_found', { documentId });
  return row;
}

export function findDocument(
  context: DocumentsContext,
  documentId: string,
): Promise<DocumentRow | undefined> {
  return context.db
    .selectFrom('document')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', documentId)
    .executeTakeFirst();
}

export function toInfo({ id, practiceId: _, blobKey: __, ...row }: DocumentRow): DocumentInfo {
  return { ...row, documentId: id };
}
