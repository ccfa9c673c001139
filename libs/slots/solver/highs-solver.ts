import { Worker } from 'node:worker_threads';
import type { Solver, SolverAnswer } from '../src/program.ts';

/** Time that a worker may take beyond its limit to start and to notice the limit. */
const PATIENCE_MS = 2_000;

/**
 * A solver in a worker thread of its own for each program, so that the caller's thread stays free and the
 * solver's memory is given back. Proven answers are the same every time; one cut off by time may differ.
 */
export const highsSolver: Solver = (program, { seconds, start }) =>
  new Promise<SolverAnswer>((resolve, reject) => {
    const worker = new Worker(new URL('./highs-worker.mjs', import.meta.url), { execArgv: [] });
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      void worker.terminate();
      settle();
    };
    const timer = setTimeout(
      () => finish(() => resolve({ proven: false, bound: Infinity, x: null })),
      seconds * 1000 + PATIENCE_MS,
    );
    worker.once('message', (answer: SolverAnswer) => finish(() => resolve(answer)));
    worker.once('error', error => finish(() => reject(error)));
    worker.postMessage({ program, seconds, start, sentAt: performance.timeOrigin + performance.now() });
  });
