import type { StoredRule, StoredWindow } from '../database.ts';

type TimedWindow = Pick<StoredWindow, 'start' | 'end'>;

/** Two windows of one day that overlap; working in two places at once is a slip of the pen. */
export function overlappingWindows<T extends TimedWindow>(windows: readonly T[]): [T, T] | undefined {
  const sorted = [...windows].sort((a, b) => (a.start < b.start ? -1 : 1));
  for (let index = 1; index < sorted.length; index += 1) {
    const [before, after] = [sorted[index - 1]!, sorted[index]!];
    if (endsNextDay(before) || before.end > after.start) return [before, after];
  }
  return undefined;
}

/** Rules of different weeks or of different nths may share hours; those that can fall on one day may not. */
export function overlappingRules(rules: readonly StoredRule[]): [StoredRule, StoredRule] | undefined {
  for (let weekday = 0; weekday < 7; weekday += 1) {
    const always = rules.filter(
      rule => rule.weekday === weekday && rule.everyWeeks === 1 && rule.nthOfMonth === null,
    );
    const found = overlappingWindows(always);
    if (found) return found;
  }
  return undefined;
}

function endsNextDay(window: TimedWindow): boolean {
  return window.end <= window.start;
}
