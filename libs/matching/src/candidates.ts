import type { Prepared } from './prepare.ts';
import { RecordBlocks } from './record-blocks.ts';

export interface CandidateReport {
  /** The records as they are compared: values that are nobody's count as missing. */
  readonly records: readonly Prepared[];
  /** Index pairs `[i, j]` with i < j, each once. */
  readonly pairs: readonly (readonly [number, number])[];
}

export interface CandidateOptions {
  /** How many partners each record may bring. */
  readonly partnersPerRecord?: number;
  /** Two lists in one: records before this position are compared only with those from it on. */
  readonly secondListFrom?: number;
}

/** The pairs worth comparing: each record with those that share the most telling keys with it. */
export function candidatePairs(source: readonly Prepared[], options: CandidateOptions = {}): CandidateReport {
  const border = options.secondListFrom ?? 0;
  const partners = options.partnersPerRecord ?? partnersFor(source.length);
  const blocks = new RecordBlocks();
  source.forEach((record, position) => blocks.add(position, record));
  const records = source.map(record => blocks.onlyOwnValues(record));
  const pairs = new Set<number>();
  records.forEach((record, i) => {
    const admits = (j: number) => j !== i && (border === 0 || i < border !== j < border);
    for (const j of blocks.partnersOf(record, partners, admits))
      pairs.add(i < j ? i * records.length + j : j * records.length + i);
  });
  return {
    records,
    pairs: [...pairs].map(key => [Math.floor(key / records.length), key % records.length] as const),
  };
}

/** Fewer a record where there are many: the telling keys tell more, and time is what they cost. */
export function partnersFor(records: number): number {
  return records > 25_000 ? 20 : 30;
}
