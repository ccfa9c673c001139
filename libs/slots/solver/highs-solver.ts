import { Worker } from 'node:worker_threads';
import type { Solver, SolverAnswer } from '../src/program.ts';

/** So long before its time is over the solver is asked to end; when it is over, what it has told has to do. */
const PATIENCE_MS = 200;

/** An answer, or on the way to it a bound alone. */
type Report = SolverAnswer | { readonly bound: number };

/**
 * HiGHS in a worker thread of its own for each program, so that the caller's thread stays free and the
 * solver's memory is given back. Proven answers are worth the same every time; one cut off by time may not be.
 *
 * @throws what the worker throws, for a program that is not one
 */
export const highsSolver: Solver = (program, limits) =>
  new Promise<SolverAnswer>((resolve, reject) => {
    const worker = new Worker(new URL('./highs-worker.mjs', import.meta.url), { execArgv: [] });
    let bound = Infinity;
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      void worker.terminate();
      settle();
    };
    const giveUp = () => finish(() => resolve({ proven: false, bound, x: null }));
    // what the worker told while this thread was busy is read before it is given up
    const timer = setTimeout(() => setImmediate(giveUp), limits.seconds * 1000);
    worker.on('message', (report: Report) => {
      bound = Math.min(bound, report.bound);
      if ('x' in report) finish(() => resolve({ ...report, bound }));
    });
    worker.once('error', error => finish(() => reject(error)));
    const endsAt = performance.timeOrigin + performance.now() + limits.seconds * 1000 - PATIENCE_MS;
    worker.postMessage({ program, ...limits, endsAt });
  });
