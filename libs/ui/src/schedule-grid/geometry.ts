import type { GridEvent, GridMove, GridScale, Minute } from './types.ts';

export const pxPerMinute = (scale: GridScale) => scale.slotHeight / scale.slotMinutes;

export function topOf(scale: GridScale, minute: Minute): number {
  return (minute - scale.from) * pxPerMinute(scale);
}

export function heightOf(scale: GridScale): number {
  return (scale.to - scale.from) * pxPerMinute(scale);
}

export function snap(value: number, step: number): number {
  return Math.round(value / step) * step;
}

/** Keeps a move within the day, its length unchanged. */
export function withinDay(move: GridMove, scale: GridScale): GridMove {
  const length = move.end - move.start;
  const start = Math.min(Math.max(move.start, scale.from), scale.to - length);
  return { ...move, start, end: start + length };
}

/** Shifts, or with `resize` lengthens, by a number of minutes; never shorter than one snap. */
export function changed(move: GridMove, minutes: number, resize: boolean, scale: GridScale): GridMove {
  if (!resize) return withinDay({ ...move, start: move.start + minutes, end: move.end + minutes }, scale);
  const shortest = move.start + scale.snapMinutes;
  return { ...move, end: Math.min(Math.max(move.end + minutes, shortest), scale.to) };
}

export function isSame(a: GridMove, b: GridMove): boolean {
  return a.id === b.id && a.columnId === b.columnId && a.start === b.start && a.end === b.end;
}

/** The event of a column that a minute falls into. */
export function eventAt(events: readonly GridEvent[], minute: Minute): GridEvent | undefined {
  return events.find(event => event.start <= minute && minute < event.end);
}
