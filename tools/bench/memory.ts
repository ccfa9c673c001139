import { runDemoDay } from '@spark-den/practice-simulator';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Bench } from '../bench.ts';
import { freePortOffset, startSystem } from '../system.ts';

const LIMIT_MB = 350;

/** What the server holds after a day's work, with all services in one process; PostgreSQL apart. */
export const benchMemory: Bench = async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'spark-den-bench-'));
  const system = await startSystem({
    dataDir,
    portOffset: await freePortOffset(),
    topology: 'together',
    clock: 'controlled',
    durable: false,
    logLevel: 'silent',
  });
  try {
    const booted = residentMb(system.processes.pid('server'));
    await runDemoDay(system);
    const lived = residentMb(system.processes.pid('server'));
    return [
      { what: 'all services in one process, after the start', ours: `${booted} MB`, peer: '' },
      {
        what: 'all services in one process, after the demo day',
        ours: `${lived} MB`,
        peer: `limit ${LIMIT_MB} MB`,
        kept: lived <= LIMIT_MB,
      },
    ];
  } finally {
    await system.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

function residentMb(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
