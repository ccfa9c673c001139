import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePortOffset, startSystem, type RunningSystem } from '../system.ts';

export interface OwnSystemOptions {
  readonly providers?: number;
  readonly progress: (line: string) => void;
}

/** Runs `work` with a system of its own on free ports and a folder of its own; both are gone afterwards. */
export async function withOwnSystem<T>(
  options: OwnSystemOptions,
  work: (system: RunningSystem) => Promise<T>,
): Promise<T> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'spark-den-'));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  // an interrupted command ends without coming back here
  process.once('exit', remove);
  let system: RunningSystem | undefined;
  try {
    system = await startSystem({
      dataDir,
      portOffset: await freePortOffset(),
      topology: 'together',
      clock: 'controlled',
      durable: false,
      logLevel: process.env.LOG_LEVEL ?? 'error',
      ...(options.providers ? { providers: options.providers } : {}),
      progress: options.progress,
    });
    return await work(system);
  } finally {
    await system?.stop();
    remove();
    process.off('exit', remove);
  }
}
