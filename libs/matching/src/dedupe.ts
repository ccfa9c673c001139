import { candidatePairs, type CandidateReport } from './candidates.ts';
import { clusterPairs } from './cluster.ts';
import { scorePair } from './compare.ts';
import { guardsOf } from './guards.ts';
import { contentHash, frequenciesOf, learnModel } from './learn.ts';
import { forPopulation, STARTING_MODEL } from './model.ts';
import { prepare } from './prepare.ts';
import type { MatchingModel, PersonRecord } from './types.ts';

export interface ScoredPair {
  readonly i: number;
  readonly j: number;
  readonly posterior: number;
  readonly score: number;
  /** A guard stands against linking this pair without a person's decision. */
  readonly guarded: boolean;
}

export interface DedupeResult {
  readonly model: MatchingModel;
  readonly candidates: CandidateReport;
  /** Pairs at or above the review threshold. */
  readonly pairs: readonly ScoredPair[];
  /** Groups of positions that are one person, found from the pairs that may be linked; single records are left out. */
  readonly clusters: readonly (readonly number[])[];
}

export interface DedupeOptions {
  readonly start?: MatchingModel;
  /** `false` keeps to the starting weights. */
  readonly learn?: boolean;
}

/** Finds the records of a list that are the same person. The answer does not depend on their order or ids. */
export function dedupe(source: readonly PersonRecord[], options: DedupeOptions = {}): DedupeResult {
  const records = source.map(prepare);
  const candidates = candidatePairs(records);
  const start = forPopulation(options.start ?? STARTING_MODEL, records.length);
  const model = options.learn === false ? start : learnModel(start, records, candidates.pairs);
  const frequencies = frequenciesOf(records);
  const pairs: ScoredPair[] = [];
  for (const [i, j] of candidates.pairs) {
    const [a, b] = [records[i], records[j]];
    if (!a || !b) continue;
    const pair = scorePair(model, a, b, frequencies);
    if (pair.posterior < model.thresholds.review) continue;
    pairs.push({
      i,
      j,
      posterior: pair.posterior,
      score: pair.score,
      guarded: guardsOf(a, b, pair.levels).length > 0,
    });
  }
  const hashes = records.map(contentHash);
  return { model, candidates, pairs, clusters: clusterPairs(pairs, hashes, model.thresholds.link) };
}
