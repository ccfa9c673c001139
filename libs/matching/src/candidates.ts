import { BLOCKING_PASSES, blockingKeys, type BlockingPass } from './blocking.ts';
import { contentHash } from './content-hash.ts';
import type { Prepared } from './prepare.ts';

export interface CandidateReport {
  /** Index pairs `[i, j]` with i < j, each once. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Blocks of more than one record that each pass made. */
  readonly blocksPerPass: Readonly<Record<BlockingPass, number>>;
  /** Blocks that were too large and left out. */
  readonly skippedBlocks: number;
}

export interface CandidateOptions {
  /** Comparing grows with the square of a block, so larger ones are left out: what everybody shares tells nothing. */
  readonly maximumBlock?: number;
  /** How many partners each record may bring. */
  readonly partnersPerRecord?: number;
  /** Two lists in one: records before this position are compared only with those from it on. */
  readonly secondListFrom?: number;
}

interface Blocks {
  /** For each record the blocks that it is in. */
  readonly ofRecord: readonly number[][];
  readonly members: readonly number[][];
}

/**
 * The pairs worth comparing: each record with those that share the most telling keys with it. A key tells more the fewer
 * have it, and several weak keys in common count as one strong one.
 */
export function candidatePairs(
  records: readonly Prepared[],
  options: CandidateOptions = {},
): CandidateReport {
  const maximumBlock = options.maximumBlock ?? 400;
  const partners = options.partnersPerRecord ?? (records.length > 25_000 ? 20 : 30);
  const border = options.secondListFrom ?? 0;
  const { blocks, blocksPerPass } = buildBlocks(records);
  const hashes = records.map(contentHash);
  const shared = new Float64Array(records.length);
  const pairs = new Set<number>();
  records.forEach((_, i) => {
    const touched: number[] = [];
    for (const block of blocks.ofRecord[i] ?? []) {
      const members = blocks.members[block] ?? [];
      if (members.length < 2 || members.length > maximumBlock) continue;
      const tells = Math.log2(records.length / members.length) + 1;
      for (const j of members) {
        if (j === i || (border > 0 && i < border === j < border)) continue;
        if (shared[j] === 0) touched.push(j);
        shared[j] = (shared[j] ?? 0) + tells;
      }
    }
    for (const j of strongest(touched, shared, hashes, partners)) {
      pairs.add(i < j ? i * records.length + j : j * records.length + i);
    }
    for (const j of touched) shared[j] = 0;
  });
  return {
    pairs: [...pairs].map(key => [Math.floor(key / records.length), key % records.length] as const),
    blocksPerPass,
    skippedBlocks: blocks.members.filter(members => members.length > maximumBlock).length,
  };
}

/** Ties go by content, so that the order of the records changes nothing. */
function strongest(
  touched: number[],
  shared: Float64Array,
  hashes: readonly number[],
  limit: number,
): number[] {
  if (touched.length <= limit) return touched;
  return touched
    .sort((x, y) => (shared[y] ?? 0) - (shared[x] ?? 0) || (hashes[x] ?? 0) - (hashes[y] ?? 0))
    .slice(0, limit);
}

function buildBlocks(records: readonly Prepared[]): {
  blocks: Blocks;
  blocksPerPass: Record<BlockingPass, number>;
} {
  const numbers = new Map<string, number>();
  const members: number[][] = [];
  const passes: BlockingPass[] = [];
  const ofRecord = records.map((record, position) =>
    blockingKeys(record).map(({ pass, value }) => {
      const name = `${pass}:${value}`;
      let block = numbers.get(name);
      if (block === undefined) {
        block = members.length;
        numbers.set(name, block);
        members.push([]);
        passes.push(pass);
      }
      members[block]?.push(position);
      return block;
    }),
  );
  const blocksPerPass = Object.fromEntries(BLOCKING_PASSES.map(pass => [pass, 0])) as Record<
    BlockingPass,
    number
  >;
  members.forEach((block, number) => {
    const pass = passes[number];
    if (pass !== undefined && block.length > 1) blocksPerPass[pass] += 1;
  });
  return { blocks: { ofRecord, members }, blocksPerPass };
}
