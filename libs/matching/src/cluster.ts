import type { ScoredPair } from './dedupe.ts';

/**
 * Joins linked pairs into groups, strongest first. Two groups are joined only if the pairs between them, taken together,
 * speak for it: a single weak edge does not pull two families into one person, and a guarded pair keeps its groups apart.
 */
export function clusterPairs(
  pairs: readonly ScoredPair[],
  contentHashes: readonly number[],
  link: number,
): number[][] {
  const groupOf = new Map<number, number[]>();
  const between = new Map<number, Map<number, ScoredPair>>();
  for (const pair of pairs) {
    remember(between, pair.i, pair.j, pair);
    remember(between, pair.j, pair.i, pair);
  }
  const order = (position: number) => contentHashes[position] ?? 0;
  const edges = pairs
    .filter(pair => pair.posterior >= link && !pair.apart)
    .sort((x, y) => y.score - x.score || edgeKey(x, order) - edgeKey(y, order));
  for (const edge of edges) {
    const left = groupOf.get(edge.i) ?? [edge.i];
    const right = groupOf.get(edge.j) ?? [edge.j];
    if (left === right || !speaksForOne(left, right, between)) continue;
    const joined = [...left, ...right];
    for (const member of joined) groupOf.set(member, joined);
  }
  return [...new Set(groupOf.values())].map(group => [...group].sort((x, y) => x - y));
}

/** A pair that may be two people weighs against joining as much as a good link weighs for it. */
const GUARD_BITS = 25;

/** One pair that does not fit is often a slip, so it speaks against joining only so much. */
const UNLIKE_BITS = 10;

/** The evidence of all pairs between two groups, in bits. */
function speaksForOne(
  left: readonly number[],
  right: readonly number[],
  between: ReadonlyMap<number, ReadonlyMap<number, ScoredPair>>,
): boolean {
  let bits = 0;
  for (const i of left) {
    for (const j of right) {
      const pair = between.get(i)?.get(j);
      if (pair) bits += pair.apart ? -GUARD_BITS : Math.max(-UNLIKE_BITS, pair.score);
    }
  }
  return bits > 0;
}

function edgeKey(pair: ScoredPair, order: (position: number) => number): number {
  const [low, high] = [order(pair.i), order(pair.j)].sort((x, y) => x - y);
  return (low ?? 0) * 1e-3 + (high ?? 0);
}

function remember(
  map: Map<number, Map<number, ScoredPair>>,
  from: number,
  to: number,
  pair: ScoredPair,
): void {
  const row = map.get(from) ?? new Map<number, ScoredPair>();
  row.set(to, pair);
  map.set(from, row);
}
