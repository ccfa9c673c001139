import { blockingKeys } from './blocking.ts';
import { comparePrepared } from './compare.ts';
import { forPopulation } from './model.ts';
import { prepare, type Prepared } from './prepare.ts';
import type { Candidate, MatchIndex, MatchingModel, PersonRecord, QueryOptions } from './types.ts';
import { FrequencyCounter } from './frequencies.ts';

export interface IndexOptions {
  /** Blocks with more records are left out of a query: a key that everybody has tells nothing. */
  readonly maximumBlock?: number;
  /** Weigh names by how common they are among the records of the index. */
  readonly useFrequencies?: boolean;
}

/** An index in memory, kept up to date one record at a time. */
export function createMatchIndex(model: MatchingModel, options: IndexOptions = {}): MatchIndex {
  const maximumBlock = options.maximumBlock ?? 2_000;
  const records = new Map<string, Prepared>();
  const blocks = new Map<string, Set<string>>();
  const survivors = new Map<string, string>();
  const frequencies = new FrequencyCounter();

  const keysOf = (record: Prepared) => blockingKeys(record).map(key => `${key.pass}:${key.value}`);

  function remove(id: string): void {
    const record = records.get(id);
    if (!record) return;
    records.delete(id);
    frequencies.remove(record);
    for (const key of keysOf(record)) {
      const block = blocks.get(key);
      block?.delete(id);
      if (block?.size === 0) blocks.delete(key);
    }
  }

  function add(source: PersonRecord): void {
    remove(source.id);
    const record = prepare(source);
    records.set(record.id, record);
    frequencies.add(record);
    for (const key of keysOf(record)) {
      const block = blocks.get(key) ?? new Set<string>();
      block.add(record.id);
      blocks.set(key, block);
    }
  }

  function query(source: PersonRecord, { limit = 10, among }: QueryOptions = {}): readonly Candidate[] {
    const record = prepare(source);
    const ids = new Set<string>(among);
    for (const key of among ? [] : keysOf(record)) {
      const block = blocks.get(key);
      if (block && block.size <= maximumBlock) for (const id of block) ids.add(id);
    }
    const scaled = forPopulation(model, records.size);
    const best = new Map<string, Candidate>();
    for (const id of ids) {
      const other = records.get(id);
      if (!other || id === source.id) continue;
      const comparison = comparePrepared(
        scaled,
        record,
        other,
        options.useFrequencies === false ? undefined : frequencies,
      );
      if (comparison.outcome === 'different') continue;
      const survivor = survivors.get(id) ?? id;
      const earlier = best.get(survivor);
      if (!earlier || earlier.score < comparison.score) best.set(survivor, { ...comparison, id: survivor });
    }
    return [...best.values()].sort((x, y) => y.score - x.score || (x.id < y.id ? -1 : 1)).slice(0, limit);
  }

  return {
    get size() {
      return records.size;
    },
    add,
    change: add,
    remove,
    merge: (id, aliasId) => void survivors.set(aliasId, id),
    unmerge: aliasId => void survivors.delete(aliasId),
    query,
  };
}
