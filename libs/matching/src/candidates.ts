import type { Prepared } from './prepare.ts';
import { RecordBlocks } from './record-blocks.ts';
import { finish, STEP } from './steps.ts';

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
  return finish(candidateSteps(source, options));
}

export function* candidateSteps(
  source: readonly Prepared[],
  options: CandidateOptions = {},
): Generator<undefined, CandidateReport> {
  const border = options.secondListFrom ?? 0;
  const partners = options.partnersPerRecord ?? partnersFor(source.length);
  const blocks = new RecordBlocks();
  for (const [position, record] of source.entries()) {
    blocks.add(position, record);
    if (position % STEP === 0) yield;
  }
  const records = source.map(record => blocks.onlyOwnValues(record));
  const pairs = new Set<number>();
  for (const [i, record] of records.entries()) {
    const admits = (j: number) => j !== i && (border === 0 || i < border !== j < border);
    for (const j of blocks.partnersOf(record, partners, admits))
      pairs.add(i < j ? i * records.length + j : j * records.length + i);
    if (i % STEP === 0) yield;
  }
  return {
    records,
    pairs: [...pairs].map(key => [Math.floor(key / records.length), key % records.length] as const),
  };
}

/** Fewer a record where there are many: the telling keys tell more, and time is what they cost. */
export function partnersFor(records: number): number {
  return records > 25_000 ? 20 : 30;
}
