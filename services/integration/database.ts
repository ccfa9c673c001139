import type { Instant } from '@spark-den/kernel';
import type { FileKind, FileStatus, InterchangeInfo } from '@spark-den/contracts/integration/types';
import type { Context } from '@spark-den/service-kit';

export interface InterchangeFileTable {
  id: string;
  practiceId: string;
  direction: 'outgoing' | 'incoming';
  kind: FileKind;
  fileName: string;
  status: FileStatus;
  reason: string | null;
  controlNumber: string;
  groupControl: string;
  batchReference: string;
  senderId: string;
  receiverId: string;
  sha256: string;
  blobKey: string;
  byteCount: number;
  transactionCount: number;
  batchId: string | null;
  answersFileId: string | null;
  acknowledgement: InterchangeInfo['acknowledgement'];
  attempts: number;
  nextAttemptAt: Instant | null;
  createdAt: Instant;
  processedAt: Instant | null;
}

export interface MailboxTable {
  practiceId: string;
  afterSequence: number;
  polledAt: Instant | null;
}

export interface IntegrationDatabase {
  interchangeFile: InterchangeFileTable;
  mailbox: MailboxTable;
}

export type IntegrationContext = Context<IntegrationDatabase>;
