/** How many records or pairs are worked on between two steps: some milliseconds. */
export const STEP = 500;

/** Runs long work to its end in one go. A server runs it step by step instead, with other work in between. */
export function finish<T>(work: Generator<undefined, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
