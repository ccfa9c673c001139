import type { Level } from '@spark-den/x12';
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { tmpdir } from 'node:os';
import { chunksOfFile } from './x12-files.ts';

type Work = Extract<Level, 'envelope' | 'guide'>;

/**
 * Megabytes that a process of its own holds at most while it judges an 835 of `size` bytes from disk, Node itself included. The process is bundled first: what loads TypeScript must not be counted.
 */
export async function peakMegabytes(size: number, works: readonly Work[]): Promise<readonly number[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'x12-memory-'));
  const child = path.join(folder, 'child.mjs');
  const file = path.join(folder, 'large.835');
  try {
    await build({
      entryPoints: ['tools/bench/x12-memory-child.ts'],
      outfile: child,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
    });
    await writeFile(file, chunksOfFile('835', size));
    return works.map(work =>
      Number(execFileSync(process.execPath, [child, work, file], { encoding: 'utf8' })),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
