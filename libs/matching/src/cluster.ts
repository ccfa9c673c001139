import type { ScoredPair } from './scored-pair.ts';

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

/** One pair that does not fit is often a slip, so it speaks against joining only so much. */
const UNLIKE_BITS = 10;
/** Pairs that share no telling key were not compared; that alone says a little. */
const UNCOMPARED_BITS = 1;
/** Records that carry a wrong first name clash with few of their group, twins with nearly all: more keep groups apart. */
const LARGEST_GUARDED_SHARE = 0.5;

/** Whether the evidence of all pairs between two groups, in bits, speaks for one person. */
function speaksForOne(
  left: readonly number[],
  right: readonly number[],
  between: ReadonlyMap<number, ReadonlyMap<number, ScoredPair>>,
): boolean {
  let bits = 0;
  let guarded = 0;
  for (const i of left) {
    for (const j of right) {
      const pair = between.get(i)?.get(j);
      if (pair?.apart) guarded += 1;
      bits += pair ? (pair.apart ? -UNLIKE_BITS : Math.max(-UNLIKE_BITS, pair.score)) : -UNCOMPARED_BITS;
    }
  }
  return bits > 0 && guarded <= LARGEST_GUARDED_SHARE * left.length * right.length;
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
