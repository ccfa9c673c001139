import { createHash } from 'node:crypto';
import { integrationContract } from '@spark-den/contracts/integration/operations';
import { fail, type Handlers, type Ports } from '@spark-den/service-kit';
import type { IntegrationContext, IntegrationDatabase } from '../database.ts';
import { cursorOf, findFile, listFiles, toInfo, type FileRow } from './interchange-file-repository.ts';

type FileHandlers = Pick<
  Handlers<typeof integrationContract, IntegrationDatabase>,
  'listInterchanges' | 'getFile' | 'downloadFile' | 'readFile'
>;

/** The list of files, and one file with its content. */
export function fileHandlers(ports: Ports): FileHandlers {
  const withContent = async (context: IntegrationContext, { fileId }: { fileId: string }) => {
    const row = await requireFile(context, fileId);
    const bytes = await readBytes(context, ports, row);
    context.audit({ entityType: 'interchange', entityId: fileId, detail: { kind: row.kind } });
    return { info: toInfo(row), content: asText(bytes) };
  };
  return {
    async listInterchanges(context, filter) {
      const rows = await listFiles(context, filter);
      const page = rows.slice(0, filter.limit);
      const last = page.at(-1);
      return {
        items: page.map(toInfo),
        nextCursor: rows.length > filter.limit && last ? cursorOf(last) : null,
      };
    },
    getFile: withContent,
    readFile: withContent,
    async downloadFile(context, { fileId }) {
      const row = await requireFile(context, fileId);
      const bytes = await readBytes(context, ports, row);
      context.audit({ entityType: 'interchange', entityId: fileId, detail: { kind: row.kind } });
      return {
        contentType: 'application/edi-x12',
        fileName: row.fileName,
        base64: Buffer.from(bytes).toString('base64'),
      };
    },
  };
}

export async function requireFile(context: IntegrationContext, fileId: string): Promise<FileRow> {
  const row = await findFile(context, fileId);
  if (!row) throw fail(integrationContract, 'integration.file_not_found', { fileId });
  return row;
}

/** The bytes as they were stored: a file that changed on disk is never passed on. */
export async function readBytes(
  context: IntegrationContext,
  ports: Ports,
  row: FileRow,
): Promise<Uint8Array> {
  const bytes = await ports.blobs.get(context.practiceId, row.blobKey).catch((error: unknown) => {
    ports.log.error({ fileId: row.id, error: (error as Error).name }, 'a kept file cannot be opened');
    throw fail(integrationContract, 'integration.file_damaged', { fileId: row.id });
  });
  if (createHash('sha256').update(bytes).digest('hex') !== row.sha256) {
    throw fail(integrationContract, 'integration.file_damaged', { fileId: row.id });
  }
  return bytes;
}

/** UTF-8 where the bytes are that, else one character for each byte. */
export function asText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('latin1').decode(bytes);
  }
}
