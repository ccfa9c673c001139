import { candidatesAmong } from './answer.ts';
import type { BlockingPass } from './blocking.ts';
import { FrequencyCounter } from './frequencies.ts';
import { forPopulation } from './model.ts';
import { PARTNERS_OF_A_QUESTION } from './partners.ts';
import { partnersFor } from './candidates.ts';
import { prepare } from './prepare.ts';
import { RecordBlocks } from './record-blocks.ts';
import { Settlement } from './settle.ts';
import type {
  Candidate,
  MatchIndex,
  MatchingModel,
  PersonRecord,
  QueryOptions,
  SettledRecord,
} from './types.ts';

export interface IndexOptions {
  /** Weigh values by how common they are among the records of the index. Default `true`. */
  readonly useFrequencies?: boolean;
  /** Blocking passes not to use, as a store does without those whose keys it may not keep. */
  readonly leaveOut?: readonly BlockingPass[];
}

/**
 * An index in memory, kept up to date one record at a time. Records are kept as text and made ready to compare only when a
 * question meets them, so that a million fit in about a gigabyte.
 */
export function createMatchIndex(model: MatchingModel, options: IndexOptions = {}): MatchIndex {
  const numbers = new Map<string, number>();
  const texts: (string | undefined)[] = [];
  const free: number[] = [];
  const survivors = new Map<string, string>();
  const blocks = new RecordBlocks(options.leaveOut);
  const frequencies = new FrequencyCounter();

  const recordOf = (number: number) => JSON.parse(texts[number] ?? '{"id":""}') as PersonRecord;

  function remove(id: string): void {
    const number = numbers.get(id);
    if (number === undefined) return;
    const record = prepare(recordOf(number));
    blocks.remove(number, record);
    frequencies.remove(record);
    numbers.delete(id);
    texts[number] = undefined;
    free.push(number);
  }

  function add(source: PersonRecord): void {
    remove(source.id);
    const number = free.pop() ?? texts.length;
    const record = prepare(source);
    texts[number] = JSON.stringify(source);
    numbers.set(source.id, number);
    blocks.add(number, record);
    frequencies.add(record);
  }

  function query(source: PersonRecord, { limit = 10, among }: QueryOptions = {}): readonly Candidate[] {
    const asked = blocks.onlyOwnValues(prepare(source));
    const own = numbers.get(source.id);
    const isAnother = (number: number) => number !== own;
    const found =
      among?.flatMap(id => numbers.get(id) ?? []).filter(isAnother) ??
      blocks.partnersOfQuestion(asked, PARTNERS_OF_A_QUESTION, isAnother);
    const others = found.map(number => blocks.onlyOwnValues(prepare(recordOf(number))));
    const scaled = forPopulation(model, blocks.size);
    const weighed = options.useFrequencies === false ? undefined : frequencies;
    return candidatesAmong(scaled, asked, others, { frequencies: weighed, survivorOf }).slice(0, limit);
  }

  function settle(id: string): SettledRecord {
    const settlement = new Settlement(
      forPopulation(model, blocks.size),
      {
        recordOf: ownValues,
        around: number => blocks.around(ownValues(number), other => other !== number),
        partnersOf: number =>
          blocks.partnersOf(ownValues(number), partnersFor(blocks.size), other => other !== number),
      },
      options.useFrequencies === false ? undefined : frequencies,
    );
    const number = numbers.get(id);
    if (number === undefined) throw new Error(`there is no record ${id}`);
    const pairs = settlement
      .settle(number)
      .pairs.map(({ i: _, j, ...verdict }) => ({ id: idOf(j), ...verdict }))
      .sort((x, y) => y.score - x.score || (x.id < y.id ? -1 : 1));
    return { pairs, group: groupOf(id, settlement) };
  }

  /** A merge joins the groups of those whom it makes one. */
  function groupOf(id: string, settlement: Settlement): readonly string[] {
    const answering = new Map<string, string[]>();
    for (const alias of survivors.keys()) {
      const survivor = survivorOf(alias);
      answering.set(survivor, [...(answering.get(survivor) ?? [survivor]), alias]);
    }
    const group = new Set<string>();
    const queue = [survivorOf(id)];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (group.has(next)) continue;
      group.add(next);
      for (const one of answering.get(next) ?? [next]) {
        const number = numbers.get(one);
        if (number === undefined) continue;
        queue.push(...settlement.settle(number).group.map(other => survivorOf(idOf(other))));
      }
    }
    return [...group].sort();
  }

  const ownValues = (number: number) => blocks.onlyOwnValues(prepare(recordOf(number)));
  const idOf = (number: number) => recordOf(number).id;

  /** Merges may follow each other: who was merged into somebody who was merged answers as the last. */
  function survivorOf(id: string): string {
    const next = survivors.get(id);
    return next === undefined ? id : survivorOf(next);
  }

  function merge(id: string, aliasId: string): void {
    if (survivorOf(id) === aliasId) throw new Error('a record cannot be merged into its own alias');
    survivors.set(aliasId, id);
  }

  return {
    get size() {
      return blocks.size;
    },
    add,
    change: add,
    remove,
    merge,
    unmerge: aliasId => void survivors.delete(aliasId),
    query,
    settle,
  };
}
