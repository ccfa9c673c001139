import { BLOCKING_PASSES, type BlockingPass } from './blocking.ts';
import type { Prepared } from './prepare.ts';
import { RecordBlocks } from './record-blocks.ts';

/** A pair of one person: known from labels with weight 1, or believed by the engine with its posterior as weight. */
export interface BelievedPair {
  readonly i: number;
  readonly j: number;
  readonly weight: number;
}

export interface PassRecall {
  readonly pass: BlockingPass;
  /** Share of the pairs that have a key of this pass in common, 0…1. */
  readonly recall: number;
  /** Share that has a key of this pass in common and of no other: what would be lost without it. */
  readonly alone: number;
}

export interface PassReport {
  readonly passes: readonly PassRecall[];
  /** Share of the pairs that have any key in common. */
  readonly recall: number;
}

/** How much each blocking pass finds. Keys that are left out because too many records share them find nothing. */
export function reportPasses(records: readonly Prepared[], pairs: readonly BelievedPair[]): PassReport {
  const blocks = new RecordBlocks();
  records.forEach((record, position) => blocks.add(position, record));
  const recall = new Map<BlockingPass, number>();
  const alone = new Map<BlockingPass, number>();
  let [total, found] = [0, 0];
  for (const { i, j, weight } of pairs) {
    const [a, b] = [records[i], records[j]];
    if (!a || !b) continue;
    const passes = blocks.passesShared(a, b);
    total += weight;
    if (passes.size > 0) found += weight;
    for (const pass of passes) {
      recall.set(pass, (recall.get(pass) ?? 0) + weight);
      if (passes.size === 1) alone.set(pass, (alone.get(pass) ?? 0) + weight);
    }
  }
  const share = (weight: number | undefined) => (total === 0 ? 0 : (weight ?? 0) / total);
  return {
    passes: BLOCKING_PASSES.map(pass => ({
      pass,
      recall: share(recall.get(pass)),
      alone: share(alone.get(pass)),
    })),
    recall: share(found),
  };
}
