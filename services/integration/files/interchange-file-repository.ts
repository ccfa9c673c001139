import type { FileKind, FileStatus, InterchangeInfo } from '@spark-den/contracts/integration/types';
import { instant, type Instant } from '@spark-den/kernel';
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely';
import type { IntegrationContext, InterchangeFileTable } from '../database.ts';

export type FileRow = Selectable<InterchangeFileTable>;

/** @returns undefined where the same bytes, or the same batch, are there already */
export async function insertFile(
  context: IntegrationContext,
  row: Insertable<InterchangeFileTable>,
): Promise<FileRow | undefined> {
  return context.db
    .insertInto('interchangeFile')
    .values(row)
    .onConflict(conflict => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
}

export async function findFile(context: IntegrationContext, id: string): Promise<FileRow | undefined> {
  return context.db.selectFrom('interchangeFile').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function lockFile(context: IntegrationContext, id: string): Promise<FileRow | undefined> {
  return context.db
    .selectFrom('interchangeFile')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function findByHash(
  context: IntegrationContext,
  direction: FileRow['direction'],
  sha256: string,
): Promise<FileRow | undefined> {
  return context.db
    .selectFrom('interchangeFile')
    .selectAll()
    .where('direction', '=', direction)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
}

export async function findByBatch(
  context: IntegrationContext,
  batchId: string,
): Promise<FileRow | undefined> {
  return context.db
    .selectFrom('interchangeFile')
    .selectAll()
    .where('direction', '=', 'outgoing')
    .where('batchId', '=', batchId)
    .executeTakeFirst();
}

/** The newest outgoing file with this control number or reference: numbers wrap after a thousand million files. */
export async function findOutgoing(
  context: IntegrationContext,
  by: 'controlNumber' | 'groupControl' | 'batchReference',
  value: string,
): Promise<FileRow | undefined> {
  if (value === '') return undefined;
  return context.db
    .selectFrom('interchangeFile')
    .selectAll()
    .where('direction', '=', 'outgoing')
    .where('kind', '=', '837P')
    .where(by, '=', value)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export async function updateFile(
  context: IntegrationContext,
  id: string,
  change: Updateable<InterchangeFileTable>,
): Promise<FileRow> {
  return context.db
    .updateTable('interchangeFile')
    .set(change)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The next file that should go out now, locked so that nobody else sends it meanwhile. */
export async function takeWaiting(context: IntegrationContext, now: Instant): Promise<FileRow | undefined> {
  return context.db
    .selectFrom('interchangeFile')
    .selectAll()
    .where('status', '=', 'waiting')
    .where(eb => eb.or([eb('nextAttemptAt', 'is', null), eb('nextAttemptAt', '<=', now)]))
    .orderBy('createdAt')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

export interface FileFilter {
  readonly direction?: FileRow['direction'];
  readonly kind?: FileKind;
  readonly status?: FileStatus;
  readonly batchId?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/** One row more than the page, so that the caller sees whether there is another. */
export async function listFiles(
  context: IntegrationContext,
  filter: FileFilter,
): Promise<readonly FileRow[]> {
  const after = filter.cursor === undefined ? undefined : readCursor(filter.cursor);
  let query = context.db.selectFrom('interchangeFile').selectAll();
  if (filter.direction) query = query.where('direction', '=', filter.direction);
  if (filter.kind) query = query.where('kind', '=', filter.kind);
  if (filter.status) query = query.where('status', '=', filter.status);
  if (filter.batchId) query = query.where('batchId', '=', filter.batchId);
  if (after) {
    query = query.where(eb => eb(eb.refTuple('createdAt', 'id'), '<', eb.tuple(after.createdAt, after.id)));
  }
  return query
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
    .execute();
}

export function cursorOf(row: FileRow): string {
  return Buffer.from(JSON.stringify([row.createdAt, row.id])).toString('base64url');
}

/** A cursor that is none of ours starts the list anew. */
function readCursor(cursor: string): { createdAt: Instant; id: string } | undefined {
  try {
    const [createdAt, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as string[];
    return createdAt !== undefined && id !== undefined ? { createdAt: instant(createdAt), id } : undefined;
  } catch {
    return undefined;
  }
}

export async function nextControlNumber(context: IntegrationContext): Promise<number> {
  const { rows } = await sql<{ value: string }>`select nextval('interchange_control') as value`.execute(
    context.db,
  );
  return Number(rows[0]?.value);
}

export function toInfo(row: FileRow): InterchangeInfo {
  return {
    fileId: row.id,
    direction: row.direction,
    kind: row.kind,
    fileName: row.fileName,
    status: row.status,
    reason: row.reason,
    controlNumber: row.controlNumber,
    senderId: row.senderId,
    receiverId: row.receiverId,
    sha256: row.sha256,
    byteCount: row.byteCount,
    transactionCount: row.transactionCount,
    batchId: row.batchId,
    answersFileId: row.answersFileId,
    acknowledgement: row.acknowledgement,
    attempts: row.attempts,
    createdAt: row.createdAt,
    processedAt: row.processedAt,
  };
}
