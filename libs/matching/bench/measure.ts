import {
  comparePrepared,
  createMatchIndex,
  dedupe,
  matchBundle,
  prepare,
  reportPasses,
  STARTING_MODEL,
  type DedupeResult,
  type PassReport,
} from '../src/index.ts';
import type { LabelledPair, LabelledQueries, LabelledSet } from './read-sets.ts';

export interface Quality {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function quality(right: number, found: number, wanted: number): Quality {
  const precision = found === 0 ? 1 : right / found;
  const recall = wanted === 0 ? 1 : right / wanted;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

/** What each blocking pass finds: of the pairs that are one person, and as the engine estimates it without knowing them. */
export interface PassFigures {
  readonly labelled: PassReport;
  readonly estimated: PassReport;
}

export interface SetResult {
  readonly name: string;
  readonly records: number;
  readonly candidatesPerRecord: number;
  readonly blockingRecall: number;
  readonly autoLink: Quality;
  readonly atHalf: Quality;
  readonly clusters: Quality;
  readonly bCubed: number;
  readonly reviewPerThousand: number;
  readonly cpuSeconds: number;
  readonly passes: PassFigures;
}

/** Runs one set with the one configuration that there is, and compares with the truth it did not see. */
export function measureSet({ name, records, entities }: LabelledSet): SetResult {
  const before = process.cpuUsage();
  const result = dedupe(records);
  const { user, system } = process.cpuUsage(before);
  const sizes = new Map<string, number>();
  for (const entity of entities) sizes.set(entity, (sizes.get(entity) ?? 0) + 1);
  const wanted = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  const same = (i: number, j: number) => entities[i] === entities[j];
  const pairQuality = (pairs: readonly { i: number; j: number }[]) =>
    quality(pairs.filter(({ i, j }) => same(i, j)).length, pairs.length, wanted);
  const automatic = result.pairs.filter(({ posterior }) => posterior >= 0.99);
  const inCluster = pairsOf(result.clusters);
  return {
    name,
    records: records.length,
    candidatesPerRecord: result.candidates.pairs.length / records.length,
    blockingRecall: result.candidates.pairs.filter(([i, j]) => same(i, j)).length / wanted,
    autoLink: pairQuality(automatic),
    atHalf: pairQuality(result.pairs.filter(({ posterior }) => posterior >= 0.5)),
    clusters: pairQuality(inCluster),
    bCubed: bCubed(result.clusters, entities, sizes),
    reviewPerThousand: ((result.pairs.length - automatic.length) / records.length) * 1000,
    cpuSeconds: (user + system) / 1e6,
    passes: passFigures(result, entities),
  };
}

/** All pairs within groups. */
export function pairsOf(groups: Iterable<readonly number[]>): { i: number; j: number }[] {
  return [...groups].flatMap(group =>
    group.flatMap((i, place) => group.slice(place + 1).map(j => ({ i, j }))),
  );
}

function passFigures({ candidates, pairs }: DedupeResult, entities: readonly string[]): PassFigures {
  const groups = new Map<string, number[]>();
  entities.forEach((entity, index) => groups.set(entity, [...(groups.get(entity) ?? []), index]));
  const truth = pairsOf(groups.values()).map(pair => ({ ...pair, weight: 1 }));
  const believed = pairs.map(({ i, j, posterior }) => ({ i, j, weight: posterior }));
  return {
    labelled: reportPasses(candidates.records, truth),
    estimated: reportPasses(candidates.records, believed),
  };
}

function bCubed(
  clusters: readonly (readonly number[])[],
  entities: readonly string[],
  sizes: ReadonlyMap<string, number>,
): number {
  const clusterOf = new Map(clusters.flatMap(cluster => cluster.map(member => [member, cluster] as const)));
  let precision = 0;
  let recall = 0;
  entities.forEach((entity, index) => {
    const cluster = clusterOf.get(index) ?? [index];
    const shared = cluster.filter(member => entities[member] === entity).length;
    precision += shared / cluster.length;
    recall += shared / (sizes.get(entity) ?? 1);
  });
  return (2 * precision * recall) / (precision + recall) / entities.length;
}

/** Pairs on their own: nothing to learn from, so the starting weights decide. */
export function measurePairs(pairs: readonly LabelledPair[]) {
  const linked = pairs.map(
    ({ left, right }) => comparePrepared(STARTING_MODEL, prepare(left), prepare(right)).outcome === 'link',
  );
  const count = (isMatch: boolean, isLinked: boolean) =>
    pairs.filter((pair, index) => pair.isMatch === isMatch && linked[index] === isLinked).length;
  return {
    recall: count(true, true) / (count(true, true) + count(true, false)),
    falsePositiveRate: count(false, true) / (count(false, true) + count(false, false)),
  };
}

/** Matches that are certain, by the same index and the same answer as `Patient/$match`. */
export function measureQueries({ population, queries }: LabelledQueries): Quality {
  const index = createMatchIndex(STARTING_MODEL);
  for (const person of population) index.add(person);
  let [right, found, wanted] = [0, 0, 0];
  for (const { query, candidates, expected } of queries) {
    const { entry } = matchBundle(index.query(query, { limit: 50, among: candidates }), id => id, {
      count: 50,
    });
    const certain = entry.filter(({ search }) => search.extension[0].valueCode === 'certain');
    right += certain.filter(({ resource: id }) => expected.has(id)).length;
    found += certain.length;
    wanted += expected.size;
  }
  return quality(right, found, wanted);
}
