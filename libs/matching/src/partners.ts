/** Comparing grows with the square of a block, so larger ones are left out: what everybody shares tells nothing. */
export const LARGEST_BLOCK = 400;

/** One question may compare more than a batch may for each record: it is asked once. */
export const PARTNERS_OF_A_QUESTION = 100;

/** What sharing a key says, in bits: the fewer records have it, the more. */
export function tellingBits(records: number, holders: number): number {
  return Math.log2(records / holders) + 1;
}

/**
 * The records worth comparing with one that is asked about: those that share the most telling keys with it. Several weak
 * keys in common count as one strong one; who ties with the last stays, so that the answer depends on no order.
 *
 * @param blocks for each key of `blockingKeys`, in its order, who else has it; of a key that more than `LARGEST_BLOCK` have,
 * any number above that
 * @param records how many there are
 * @param admits leaves out, say, the record that is asked about itself
 */
export function partnersAmong<Id>(
  blocks: readonly (readonly Id[])[],
  records: number,
  admits: (id: Id) => boolean = () => true,
): Id[] {
  const shared = new Map<Id, number>();
  for (const holders of blocks) {
    if (holders.length > LARGEST_BLOCK) continue;
    const tells = tellingBits(records, holders.length);
    for (const id of holders) shared.set(id, (shared.get(id) ?? 0) + tells);
  }
  return mostTelling([...shared.keys()].filter(admits), id => shared.get(id) ?? 0, PARTNERS_OF_A_QUESTION);
}

/** The best of some by a weight, as many as the limit and who ties with the last. */
export function mostTelling<Id>(ids: readonly Id[], weightOf: (id: Id) => number, limit: number): Id[] {
  if (ids.length <= limit) return [...ids];
  const ordered = [...ids].sort((x, y) => weightOf(y) - weightOf(x));
  const least = weightOf(ordered[limit - 1] as Id);
  return ordered.filter(id => weightOf(id) >= least);
}
