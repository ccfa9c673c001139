import { clusterPairs } from './cluster.ts';
import { contentHash } from './content-hash.ts';
import { CLUSTER_EDGE } from './dedupe.ts';
import type { Prepared } from './prepare.ts';
import { verdictAlone, type ScoredPair } from './scored-pair.ts';
import { withThirdRecords } from './third-records.ts';
import type { MatchingModel, TermFrequencies } from './types.ts';

/** Records by number, as an index keeps them. */
export interface RecordSource {
  /** Without values that are nobody's. */
  recordOf(number: number): Prepared;
  /** All that share a key with a record which is not too common. */
  around(number: number): readonly number[];
  /** Of these, those with which a batch would compare the record on its own account. */
  partnersOf(number: number): readonly number[];
}

/** What a batch over the same records, with the same weights, says of one of them. */
export interface Settled {
  /** Its pairs at or above the review threshold; `i` is the record. */
  readonly pairs: readonly ScoredPair[];
  /** The numbers of those who are one person with it, itself among them. */
  readonly group: readonly number[];
}

/**
 * Answers for single records what a batch answers for all: third records and groups reach no further than the links
 * between records do, so that only those are looked at.
 */
export class Settlement {
  readonly #model: MatchingModel;
  readonly #source: RecordSource;
  readonly #frequencies: TermFrequencies | undefined;
  readonly #records = new Map<number, Prepared>();
  readonly #partners = new Map<number, ReadonlySet<number>>();
  readonly #alone = new Map<number, readonly ScoredPair[]>();

  /** @param model scaled to the number of records */
  constructor(model: MatchingModel, source: RecordSource, frequencies?: TermFrequencies) {
    this.#model = model;
    this.#source = source;
    this.#frequencies = frequencies;
  }

  settle(number: number): Settled {
    const reached = new Map<number, readonly ScoredPair[]>();
    const queue = [number];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (reached.has(next)) continue;
      const pairs = this.#pairsOf(next);
      reached.set(next, pairs);
      for (const { j, posterior, apart } of pairs) if (posterior >= CLUSTER_EDGE && !apart) queue.push(j);
    }
    return { pairs: reached.get(number) ?? [], group: this.#groupOf(number, reached) };
  }

  #groupOf(number: number, reached: ReadonlyMap<number, readonly ScoredPair[]>): readonly number[] {
    const members = [...reached.keys()];
    const placeOf = new Map(members.map((member, place) => [member, place]));
    const among = members.flatMap((member, place) => {
      const known = new Map((reached.get(member) ?? []).map(pair => [pair.j, pair]));
      return members.slice(place + 1).flatMap((other): ScoredPair[] => {
        const pair =
          known.get(other) ?? (this.#areCompared(member, other) ? this.#verdict(member, other) : undefined);
        return pair ? [{ ...pair, i: place, j: placeOf.get(other) ?? place }] : [];
      });
    });
    const hashes = members.map(member => contentHash(this.#recordOf(member)));
    const groups = clusterPairs(among, hashes, CLUSTER_EDGE).map(group =>
      group.flatMap(place => members[place] ?? []),
    );
    return groups.find(group => group.includes(number)) ?? [number];
  }

  /** The pairs of a record, with what third records say of them. */
  #pairsOf(number: number): readonly ScoredPair[] {
    const own = this.#pairsAlone(number);
    const nearby = own.flatMap(({ j }) => this.#pairsAlone(j).filter(pair => pair.j !== number));
    return withThirdRecords([...own, ...nearby], this.#model).slice(0, own.length);
  }

  /** The pairs of a record that the batch would compare and that may be one person. */
  #pairsAlone(number: number): readonly ScoredPair[] {
    let pairs = this.#alone.get(number);
    if (!pairs) {
      pairs = this.#source.around(number).flatMap(other => {
        const pair = this.#verdict(number, other);
        // who would be compared is the dearer question
        return pair.posterior >= this.#model.thresholds.review && this.#areCompared(number, other)
          ? [pair]
          : [];
      });
      this.#alone.set(number, pairs);
    }
    return pairs;
  }

  #verdict(i: number, j: number): ScoredPair {
    return { i, j, ...verdictAlone(this.#model, this.#recordOf(i), this.#recordOf(j), this.#frequencies) };
  }

  /** Whether the batch would compare them. */
  #areCompared(i: number, j: number): boolean {
    return this.#partnersOf(i).has(j) || this.#partnersOf(j).has(i);
  }

  #partnersOf(number: number): ReadonlySet<number> {
    let partners = this.#partners.get(number);
    if (!partners) {
      partners = new Set(this.#source.partnersOf(number));
      this.#partners.set(number, partners);
    }
    return partners;
  }

  #recordOf(number: number): Prepared {
    let record = this.#records.get(number);
    if (!record) {
      record = this.#source.recordOf(number);
      this.#records.set(number, record);
    }
    return record;
  }
}
