import {
  createKysely,
  createPool,
  findRunningPostgres,
  roleUrl,
  startEmbeddedPostgres,
  type DatabaseSet,
} from '@spark-den/adapters';
import { AnchorFile } from '@spark-den/audit-service/anchors';
import type { AuditDatabase } from '@spark-den/audit-service/database';
import { verifyStoredLog } from '@spark-den/audit-service/verify-log';
import type { Verification } from '@spark-den/contracts/audit/types';
import { instant } from '@spark-den/kernel';
import { readConfig, type Config } from '@spark-den/server/config';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { CommandIo } from '../spark.ts';
import { freePort } from '../free-port.ts';

export const USAGE = 'Usage: spark audit verify [--data DIR] [--json]\n';

/** `audit verify`: proves the log of the system in DIR, running or not, or names its first bad position. */
export async function auditCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const request = read(args);
  if (!request) {
    io.stderr.write(USAGE);
    return 2;
  }
  if (!process.env.DATABASE_URL && !existsSync(path.join(request.data, 'secrets.json'))) {
    io.stderr.write(`There is no system in ${request.data}. Name its folder with --data.\n`);
    return 2;
  }
  const config = readConfig({ ...process.env, DATA_DIR: request.data });
  const database = await openDatabase(config, io);
  try {
    const set = {
      adminUrl: database.url,
      secret: config.SPARK_DATABASE_SECRET,
      prefix: config.DATABASE_PREFIX,
    };
    const result = await verify(set, new AnchorFile(path.join(request.data, 'audit-anchors.jsonl')));
    io.stdout.write(request.json ? `${JSON.stringify(result)}\n` : report(result));
    return result.ok ? 0 : 1;
  } finally {
    await database.close();
  }
}

function read(args: readonly string[]): { data: string; json: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { data: { type: 'string', default: '.data/demo' }, json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    return positionals.length === 1 && positionals[0] === 'verify' ? values : undefined;
  } catch {
    return undefined;
  }
}

/** The database of a running system, an external one, or the stopped one, started for this look. */
async function openDatabase(config: Config, io: CommandIo): Promise<{ url: string; close(): Promise<void> }> {
  if (config.DATABASE_URL) return { url: config.DATABASE_URL, close: async () => {} };
  const dataDir = path.resolve(config.DATA_DIR, 'postgres');
  const running = findRunningPostgres(dataDir);
  if (running) return { url: `postgres://127.0.0.1:${running}/postgres`, close: async () => {} };
  io.stderr.write('Starting the database of the system …\n');
  const postgres = await startEmbeddedPostgres({
    dataDir,
    port: await freePort(),
    password: config.SPARK_DATABASE_SECRET,
    durable: true,
  });
  return { url: postgres.superuserUrl, close: () => postgres.stop() };
}

async function verify(set: DatabaseSet, anchors: AnchorFile): Promise<Verification> {
  const pool = createPool(roleUrl(set, 'relay_audit', 'shared'), { max: 1, statementTimeoutMs: 600_000 });
  const db = createKysely<AuditDatabase>(pool);
  try {
    return await verifyStoredLog(db, anchors.read(), instant(Date.now()));
  } finally {
    await db.destroy();
  }
}

function report({ ok, events, batches, head, finding }: Verification): string {
  if (ok) {
    return `The audit log is whole: ${events} events under ${batches} signed seals.\nHead ${head ?? 'none yet'}\n`;
  }
  return `The audit log is NOT whole. First bad position: ${finding?.position ?? 0} (${finding?.problem ?? ''}).\n${finding?.explanation ?? ''}\n${events} events before it are proved.\n`;
}
