import { BLOCKING_PASSES, blockingKeys, type BlockingPass } from './blocking.ts';
import type { Prepared } from './prepare.ts';

export interface CandidateReport {
  /** Index pairs `[i, j]` with i < j, each once. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Pairs that each pass brought, before duplicates between passes are taken out. */
  readonly perPass: Readonly<Record<BlockingPass, number>>;
  /** Blocks that were too large and left out. */
  readonly skippedBlocks: number;
}

/**
 * The pairs worth comparing. A block grows quadratically, so blocks above `maximumBlock` are left out, and within
 * `pairsPerRecord` the passes with the smallest blocks (the most telling keys) go first.
 */
export function candidatePairs(
  records: readonly Prepared[],
  options: { readonly maximumBlock?: number; readonly pairsPerRecord?: number } = {},
): CandidateReport {
  const maximumBlock = options.maximumBlock ?? 300;
  const budget = (options.pairsPerRecord ?? (records.length > 25_000 ? 20 : 30)) * records.length;
  const blocks = new Map<string, number[]>();
  records.forEach((record, position) => {
    for (const key of blockingKeys(record)) {
      const name = `${key.pass}:${key.value}`;
      const block = blocks.get(name);
      if (block) block.push(position);
      else blocks.set(name, [position]);
    }
  });
  const perPass = Object.fromEntries(BLOCKING_PASSES.map(pass => [pass, 0])) as Record<BlockingPass, number>;
  const seen = new Set<number>();
  const pairs: [number, number][] = [];
  let skippedBlocks = 0;
  const ordered = [...blocks]
    .filter(([, block]) => block.length > 1)
    .sort((x, y) => x[1].length - y[1].length);
  for (const [name, block] of ordered) {
    const size = (block.length * (block.length - 1)) / 2;
    if (block.length > maximumBlock || pairs.length + size > budget) {
      skippedBlocks += 1;
      continue;
    }
    const pass = name.slice(0, name.indexOf(':')) as BlockingPass;
    for (let x = 0; x < block.length; x += 1) {
      for (let y = x + 1; y < block.length; y += 1) {
        const [i, j] = [block[x] ?? 0, block[y] ?? 0];
        perPass[pass] += 1;
        const key = i * records.length + j;
        if (seen.has(key)) continue;
        seen.add(key);
        pairs.push([i, j]);
      }
    }
  }
  return { pairs, perPass, skippedBlocks };
}
