import type { Ports } from '@spark-den/service-kit';
import type { IntegrationContext } from '../database.ts';
import type { FileRow } from '../files/interchange-file-repository.ts';
import { keepFile } from '../files/keep-file.ts';
import { readIncoming } from './read-incoming.ts';

/** Keeps an incoming file and reads it; one that is here already is not read again. */
export async function takeIncoming(
  context: IntegrationContext,
  ports: Ports,
  bytes: Uint8Array,
  fileName: string,
): Promise<FileRow> {
  const { row, isNew } = await keepFile(context, ports, {
    direction: 'incoming',
    status: 'received',
    bytes,
    fileName,
  });
  context.audit({ entityType: 'interchange', entityId: row.id, detail: { kind: row.kind, isNew } });
  return isNew ? readIncoming(context, ports, row, bytes) : row;
}
