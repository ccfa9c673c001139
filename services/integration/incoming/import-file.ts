import { integrationContract } from '@spark-den/contracts/integration/operations';
import { fail, type Handlers, type Ports } from '@spark-den/service-kit';
import { readInterchanges } from '@spark-den/x12';
import type { IntegrationDatabase } from '../database.ts';
import { lockFile, toInfo, updateFile } from '../files/interchange-file-repository.ts';
import { readBytes } from '../files/open-file.ts';
import { readIncoming } from './read-incoming.ts';
import { takeIncoming } from './take-incoming.ts';

type ImportHandlers = Pick<
  Handlers<typeof integrationContract, IntegrationDatabase>,
  'importFile' | 'replayFile'
>;

/** Files that a person brings, and held files that a person tries again. */
export function importHandlers(ports: Ports): ImportHandlers {
  return {
    async importFile(context, { fileName, base64 }) {
      const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
      if (readInterchanges(bytes).interchanges.length === 0) {
        throw fail(integrationContract, 'integration.file_unreadable');
      }
      return toInfo(await takeIncoming(context, ports, bytes, fileName));
    },
    async replayFile(context, { fileId }) {
      const row = await lockFile(context, fileId);
      if (!row) throw fail(integrationContract, 'integration.file_not_found', { fileId });
      if (row.status !== 'held')
        throw fail(integrationContract, 'integration.file_not_held', { status: row.status });
      context.audit({ entityType: 'interchange', entityId: fileId, detail: { kind: row.kind } });
      if (row.direction === 'outgoing') {
        const waiting = { status: 'waiting' as const, reason: null, attempts: 0, nextAttemptAt: null };
        return toInfo(await updateFile(context, fileId, waiting));
      }
      return toInfo(await readIncoming(context, ports, row, await readBytes(context, ports, row)));
    },
  };
}
