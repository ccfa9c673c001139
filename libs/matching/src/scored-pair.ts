import { heldBack, scorePair } from './compare.ts';
import { guardsOf } from './guards.ts';
import type { PairLevels } from './levels.ts';
import type { Prepared } from './prepare.ts';
import type { MatchingModel, TermFrequencies } from './types.ts';

/** What a pair comes to. */
export interface PairVerdict {
  /** Below the link threshold where a guard stands against linking and no third record settles it. */
  readonly posterior: number;
  /** What the two records say by themselves, which is what an index answers to a question. */
  readonly alone: number;
  readonly score: number;
  /** A guard stands against linking this pair without a person's decision. */
  readonly guarded: boolean;
  /** The guard says that these may well be two people, such as twins, and not only that little is known. */
  readonly apart: boolean;
}

/** Two records of a list, by their places. */
export interface ScoredPair extends PairVerdict {
  readonly i: number;
  readonly j: number;
}

/** What two records say by themselves. */
export function verdictAlone(
  model: MatchingModel,
  a: Prepared,
  b: Prepared,
  frequencies?: TermFrequencies,
  known?: PairLevels,
): PairVerdict {
  const { posterior, score, levels, strength } = scorePair(model, a, b, frequencies, known);
  const guards = posterior < model.thresholds.review ? [] : guardsOf(a, b, levels, strength);
  const alone = heldBack(model, posterior, guards.length > 0);
  return {
    posterior: alone,
    alone,
    score,
    guarded: guards.length > 0,
    apart: guards.some(({ code }) => code !== 'thin-evidence'),
  };
}
