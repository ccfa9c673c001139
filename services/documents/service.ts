import { documentsContract } from '@spark-den/contracts/documents/operations';
import { defineService } from '@spark-den/service-kit';
import type { DocumentsDatabase } from './database.ts';
import { getDocument, getDocumentInfo, listDocuments, readDocument } from './documents/get-document.ts';
import { storeDocument } from './documents/store-document.ts';

export const documentsService = defineService<DocumentsDatabase>()({
  contract: documentsContract,
  migrations: new URL('./migrations/', import.meta.url),
  handlers: ({ blobs }) => ({
    storeDocument: storeDocument(blobs),
    listDocuments,
    getDocumentInfo,
    getDocument: getDocument(blobs),
    readDocument: readDocument(blobs),
  }),
});
