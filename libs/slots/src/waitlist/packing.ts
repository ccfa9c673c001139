import type { Opening, Waiting, WaitlistFit } from './types.ts';

/** Starts for all patients in one opening, in their order, or `null` when they do not all fit. */
export function packOpening(
  opening: Opening,
  patients: readonly Waiting[],
  fit: WaitlistFit,
): readonly number[] | null {
  const total = patients.reduce((sum, { dur }) => sum + dur, 0);
  if (total > opening.len) return null;
  if (fit === 'overlap') {
    let start = opening.start;
    return patients.map(({ dur }) => (start += dur) - dur);
  }
  const starts = new Array<number>(patients.length).fill(Number.NaN);
  return placeNext(opening.start, 0) ? starts : null;

  /** Tries every order; the patients of one opening are few. */
  function placeNext(free: number, placed: number): boolean {
    if (placed === patients.length) return true;
    for (const [index, { dur, win }] of patients.entries()) {
      if (!Number.isNaN(starts[index])) continue;
      const start = Math.max(free, win[0]);
      if (start + dur > Math.min(win[1], opening.start + opening.len)) continue;
      starts[index] = start;
      if (placeNext(start + dur, placed + 1)) return true;
      starts[index] = Number.NaN;
    }
    return false;
  }
}
