import type { ScoredPair } from './dedupe.ts';

/**
 * What two links say of a third pair: where both records of a pair that is held or in doubt are linked with one and the same
 * other record, they are one person, as surely as both of those links. Twins have no such record, unless one was linked
 * wrongly before.
 *
 * @param link the posterior from which a pair is linked
 */
export function withThirdRecords(pairs: readonly ScoredPair[], link: number): ScoredPair[] {
  const linked = new Map<number, Map<number, number>>();
  const remember = (from: number, to: number, posterior: number) => {
    const others = linked.get(from) ?? new Map<number, number>();
    linked.set(from, others.set(to, posterior));
  };
  for (const { i, j, posterior } of pairs) {
    if (posterior < link) continue;
    remember(i, j, posterior);
    remember(j, i, posterior);
  }
  return pairs.map(pair => {
    if (pair.posterior >= link || pair.score < 0) return pair;
    const posterior = surestWay(linked.get(pair.i), linked.get(pair.j));
    if (posterior < link) return pair;
    const score = Math.max(pair.score, oddsInBits(posterior));
    return { ...pair, posterior, score, guarded: false, apart: false };
  });
}

function oddsInBits(posterior: number): number {
  return Math.log2(posterior / Math.max(1e-9, 1 - posterior));
}

function surestWay(
  one: ReadonlyMap<number, number> = NOBODY,
  other: ReadonlyMap<number, number> = NOBODY,
): number {
  let best = 0;
  for (const [third, posterior] of one) best = Math.max(best, posterior * (other.get(third) ?? 0));
  return best;
}

const NOBODY: ReadonlyMap<number, number> = new Map();
