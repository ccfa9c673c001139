import { candidatePairs, type CandidateReport } from './candidates.ts';
import { clusterPairs } from './cluster.ts';
import { contentHash } from './content-hash.ts';
import { frequenciesOf, learnSteps } from './learn.ts';
import { forPopulation, STARTING_MODEL } from './model.ts';
import { patternSteps } from './patterns.ts';
import { prepare } from './prepare.ts';
import { verdictAlone, type ScoredPair } from './scored-pair.ts';
import { finish } from './steps.ts';
import { withThirdRecords } from './third-records.ts';
import type { MatchingModel, PersonRecord } from './types.ts';

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

/** Within a group the pairs support each other, so an edge may be weaker than a link on its own. */
export const CLUSTER_EDGE = 0.5;

/** Finds the records of a list that are the same person. The answer does not depend on their order or ids. */
export function dedupe(source: readonly PersonRecord[], options: DedupeOptions = {}): DedupeResult {
  return matchRecords(source, options, 0);
}

/**
 * Finds who of one list is who of another; within a list nobody is compared. Positions of the second list follow those of
 * the first, in the pairs and in the clusters.
 */
export function link(
  first: readonly PersonRecord[],
  second: readonly PersonRecord[],
  options: DedupeOptions = {},
): DedupeResult {
  return matchRecords([...first, ...second], options, first.length);
}

function matchRecords(
  source: readonly PersonRecord[],
  options: DedupeOptions,
  secondListFrom: number,
): DedupeResult {
  const candidates = candidatePairs(source.map(prepare), { secondListFrom });
  const { records } = candidates;
  const patterns = finish(patternSteps(records, candidates.pairs));
  const start = forPopulation(options.start ?? STARTING_MODEL, records.length);
  const model = options.learn === false ? start : finish(learnSteps(start, records, patterns));
  const frequencies = frequenciesOf(records);
  const compared: ScoredPair[] = [];
  candidates.pairs.forEach(([i, j], position) => {
    const [a, b] = [records[i], records[j]];
    if (!a || !b) return;
    compared.push({ i, j, ...verdictAlone(model, a, b, frequencies, patterns.ofPair[position]) });
  });
  const known = withThirdRecords(compared, model);
  const pairs = known.filter(({ posterior }) => posterior >= model.thresholds.review);
  const hashes = records.map(contentHash);
  return { model, candidates, pairs, clusters: clusterPairs(known, hashes, CLUSTER_EDGE) };
}
