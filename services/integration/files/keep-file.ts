import type { Ports } from '@spark-den/service-kit';
import { readInterchanges } from '@spark-den/x12';
import type { IntegrationContext } from '../database.ts';
import { factsOf } from './facts.ts';
import { findByHash, insertFile, type FileRow } from './interchange-file-repository.ts';

export interface NewFile {
  readonly direction: FileRow['direction'];
  readonly status: FileRow['status'];
  readonly bytes: Uint8Array;
  readonly fileName?: string;
  readonly batchId?: string;
  readonly answersFileId?: string;
}

/** Keeps the bytes encrypted and a row for them. The same bytes taken twice are one file: then `isNew` is false. */
export async function keepFile(
  context: IntegrationContext,
  ports: Ports,
  file: NewFile,
): Promise<{ readonly row: FileRow; readonly isNew: boolean }> {
  const facts = factsOf(readInterchanges(file.bytes));
  const { key, sha256 } = await ports.blobs.put(context.practiceId, file.bytes);
  const row = await insertFile(context, {
    id: context.newId(),
    practiceId: context.practiceId,
    direction: file.direction,
    status: file.status,
    ...facts,
    fileName: file.fileName ?? `${facts.kind}-${facts.controlNumber || 'unnumbered'}.x12`,
    reason: null,
    sha256,
    blobKey: key,
    byteCount: file.bytes.length,
    batchId: file.batchId ?? null,
    answersFileId: file.answersFileId ?? null,
    acknowledgement: 'none',
    attempts: 0,
    nextAttemptAt: null,
    createdAt: context.now,
    processedAt: null,
  });
  if (row) return { row, isNew: true };
  const known = await findByHash(context, file.direction, sha256);
  if (!known) throw new Error('a file was refused as known, but is not there');
  return { row: known, isNew: false };
}
