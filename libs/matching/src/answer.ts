import { comparePrepared } from './compare.ts';
import type { Prepared } from './prepare.ts';
import type { Candidate, MatchingModel, TermFrequencies } from './types.ts';

export interface AnswerOptions {
  readonly frequencies?: TermFrequencies;
  /** Whom a record answers as: itself, or what it was merged into. */
  readonly survivorOf?: (id: string) => string;
}

/** Who of some records may be the one asked about, likeliest first; of records merged into one the best counts. */
export function candidatesAmong(
  model: MatchingModel,
  asked: Prepared,
  others: Iterable<Prepared>,
  { frequencies, survivorOf = id => id }: AnswerOptions = {},
): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const other of others) {
    const comparison = comparePrepared(model, asked, other, frequencies);
    if (comparison.outcome === 'different') continue;
    const id = survivorOf(other.id);
    const earlier = best.get(id);
    if (!earlier || earlier.score < comparison.score) best.set(id, { ...comparison, id });
  }
  return [...best.values()].sort((x, y) => y.score - x.score || (x.id < y.id ? -1 : 1));
}
