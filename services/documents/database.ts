import type { DocumentKind } from '@spark-den/contracts/documents/types';
import type { Instant } from '@spark-den/kernel';

export interface DocumentTable {
  id: string;
  practiceId: string;
  kind: DocumentKind;
  contentType: string;
  fileName: string;
  byteCount: number;
  sha256: string;
  blobKey: string;
  patientId: string | null;
  subjectType: string;
  subjectId: string;
  createdAt: Instant;
  createdBy: string;
}

export interface DocumentsDatabase {
  document: DocumentTable;
}
