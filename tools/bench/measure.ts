/** Percentile of measured times, in the unit that they came in. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Calls `work` from `lanes` callers for `seconds`; returns calls per second and each call's milliseconds. */
export async function hammer(
  lanes: number,
  seconds: number,
  work: (lane: number) => Promise<void>,
): Promise<{ perSecond: number; times: number[] }> {
  const times: number[] = [];
  const started = performance.now();
  const until = started + seconds * 1000;
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      while (performance.now() < until) {
        const before = performance.now();
        await work(lane);
        times.push(performance.now() - before);
      }
    }),
  );
  return { perSecond: times.length / ((performance.now() - started) / 1000), times };
}

export const ms = (value: number) => `${value < 10 ? Math.round(value * 100) / 100 : Math.round(value)} ms`;
export const perSecond = (value: number) => `${Math.round(value).toLocaleString('en-US')}/s`;
export const percent = (value: number) => `${Math.round(value * 100)} %`;
