import { rankAlternatives, type AlternativeOptions } from './alternatives.ts';
import type { Schedule } from './compile.ts';
import { explainWish } from './explain.ts';
import type { Occurrence } from './recurrence.ts';
import type { Alternative, Explanation, Wish } from './types.ts';

/** An occurrence with the slot that it gets, or with what is in the way and what could be instead. */
export interface PlacedOccurrence extends Explanation {
  readonly occurrence: Occurrence;
  readonly alternatives: readonly Alternative[];
}

/**
 * Looks at each occurrence that is not skipped by itself, so that somebody can settle the conflicts one by
 * one before anything is booked.
 */
export function placeSeries(
  schedule: Schedule,
  wish: Omit<Wish, 'start'>,
  occurrences: readonly Occurrence[],
  options: AlternativeOptions,
): PlacedOccurrence[] {
  return occurrences
    .filter(({ status }) => status !== 'skipped')
    .map(occurrence => {
      const here = { ...wish, start: occurrence.start };
      const explanation = explainWish(schedule, here);
      const alternatives = explanation.slot ? [] : rankAlternatives(schedule, here, options);
      return { occurrence, ...explanation, alternatives };
    });
}
