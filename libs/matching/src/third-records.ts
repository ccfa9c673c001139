import { showsHouseholds } from './compare.ts';
import type { ScoredPair } from './scored-pair.ts';
import type { MatchingModel } from './types.ts';

/** So many others have to speak against a link that none bears out. */
const WITNESSES = 3;

/**
 * What third records say of the pairs of a list.
 *
 * - A link that no third record bears out, and three or more speak against, is held: a slip has made one record of a group
 *   look like somebody else of its home. Where the records show hardly any household, nobody is there to look like.
 * - A pair that is held or in doubt is linked where both its records are linked with one and the same other record, as
 *   surely as both of those links. Twins have no such record, unless one was linked wrongly before.
 *
 * What is said of a pair needs no more of the list than the pairs of its two records and of those that are linked with them.
 */
export function withThirdRecords(pairs: readonly ScoredPair[], model: MatchingModel): ScoredPair[] {
  const { link } = model.thresholds;
  const standing = showsHouseholds(model) ? withoutBridges(pairs, link) : pairs;
  const linked = neighbours(standing, ({ posterior }) => posterior >= link);
  return standing.map(pair => {
    if (pair.posterior >= link || pair.score < 0) return pair;
    const posterior = surestWay(linked.get(pair.i), linked.get(pair.j));
    if (posterior < link) return pair;
    const score = Math.max(pair.score, oddsInBits(posterior));
    return { ...pair, posterior, score, guarded: false, apart: false };
  });
}

/** Holds the links by which a single record hangs on a group that it does not fit. */
function withoutBridges(pairs: readonly ScoredPair[], link: number): ScoredPair[] {
  const linked = neighbours(pairs, ({ posterior }) => posterior >= link);
  const apart = neighbours(pairs, pair => pair.apart);
  const witnesses = (one: number, other: number) =>
    [...(linked.get(one) ?? NOBODY).keys()].filter(third => apart.get(other)?.has(third)).length;
  return pairs.map(pair => {
    const { i, j, posterior } = pair;
    if (posterior < link || surestWay(linked.get(i), linked.get(j)) > 0) return pair;
    return witnesses(i, j) + witnesses(j, i) < WITNESSES
      ? pair
      : { ...pair, posterior: link - 0.01, guarded: true };
  });
}

type Neighbours = ReadonlyMap<number, ReadonlyMap<number, number>>;
const NOBODY: ReadonlyMap<number, number> = new Map();

/** By record, the others of its pairs of one kind, and their posterior. */
function neighbours(pairs: readonly ScoredPair[], isOfKind: (pair: ScoredPair) => boolean): Neighbours {
  const result = new Map<number, Map<number, number>>();
  const remember = (from: number, to: number, posterior: number) => {
    const others = result.get(from) ?? new Map<number, number>();
    result.set(from, others.set(to, posterior));
  };
  for (const pair of pairs) {
    if (!isOfKind(pair)) continue;
    remember(pair.i, pair.j, pair.posterior);
    remember(pair.j, pair.i, pair.posterior);
  }
  return result;
}

function oddsInBits(posterior: number): number {
  return Math.log2(posterior / Math.max(1e-9, 1 - posterior));
}

function surestWay(one = NOBODY, other = NOBODY): number {
  let best = 0;
  for (const [third, posterior] of one) best = Math.max(best, posterior * (other.get(third) ?? 0));
  return best;
}
