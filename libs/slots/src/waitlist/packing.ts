import type { Opening, Waiting, WaitlistFit } from './types.ts';

/** Orders are tried up to this many placements; patients who fit only in a later order count as not fitting. */
const MOST_PLACEMENTS = 2_000;

/** Starts for all patients in one opening, in their order, or `null` when they do not all fit. */
export function packOpening(
  opening: Opening,
  patients: readonly Waiting[],
  fit: WaitlistFit,
): readonly number[] | null {
  const closes = opening.start + opening.len;
  if (patients.reduce((sum, { dur }) => sum + dur, 0) > opening.len) return null;
  if (fit === 'overlap') {
    let start = opening.start;
    return patients.map(({ dur }) => (start += dur) - dur);
  }
  const starts = new Array<number>(patients.length).fill(Number.NaN);
  // who must be done first is tried first
  const order = patients
    .map((patient, index) => ({ ...patient, index, latest: Math.min(patient.win[1], closes) - patient.dur }))
    .sort((a, b) => a.latest - b.latest);
  let placements = 0;
  const placeFrom = (free: number, placed: number): boolean => {
    if (placed === order.length) return true;
    const left = order.filter(({ index }) => Number.isNaN(starts[index]));
    if (left.some(({ latest }) => latest < free)) return false;
    for (const { index, dur, win, latest } of left) {
      const start = Math.max(free, win[0]);
      if (start > latest || (placements += 1) > MOST_PLACEMENTS) continue;
      starts[index] = start;
      if (placeFrom(start + dur, placed + 1)) return true;
      starts[index] = Number.NaN;
    }
    return false;
  };
  return placeFrom(opening.start, 0) ? starts : null;
}
