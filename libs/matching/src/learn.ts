import { contentHash } from './content-hash.ts';
import { fieldsOf } from './explain.ts';
import { FrequencyCounter } from './frequencies.ts';
import { levelsOf, type PairLevels } from './levels.ts';
import type { Patterns } from './patterns.ts';
import type { Prepared } from './prepare.ts';
import { STEP } from './steps.ts';
import type { LevelShare, MatchingModel } from './types.ts';

export interface LearnOptions {
  readonly iterations?: number;
  /** How many pairs the starting weights count for: a small practice keeps to them, a large one learns. */
  readonly priorPairs?: number;
}

type Table = Record<string, LevelShare>;

/**
 * Learns the shares of a model from the records themselves by expectation–maximisation: u from pairs of strangers,
 * m and h from the candidate pairs, each counted by how probable it is that it belongs to the class. No labels are read.
 */
export function* learnSteps(
  start: MatchingModel,
  records: readonly Prepared[],
  patterns: Patterns,
  options: LearnOptions = {},
): Generator<undefined, MatchingModel> {
  const priorPairs = options.priorPairs ?? 100;
  const strangers: PairLevels[] = [];
  for (const [a, b] of strangerPairs(records)) {
    strangers.push(levelsOf(a, b));
    if (strangers.length % STEP === 0) yield;
  }
  let model: MatchingModel = {
    ...withStrangers(start, strangers, priorPairs),
    population: Math.max(records.length, 500),
  };
  for (let round = 0; round < (options.iterations ?? 12); round += 1) {
    const counts = new ClassCounts();
    for (const { levels, count } of patterns.counted) counts.add(levels, classShares(model, levels), count);
    model = counts.maximise(start, model, priorPairs, records.length);
    yield;
  }
  return model;
}

/** What people of one home do not share beyond strangers: learned freely, it would take in pairs of one person. */
const PERSONAL = new Set(['given', 'middle', 'birthDate', 'sex', 'ssn', 'generation']);

/** As among strangers, with what the starting weights add for twins, namesakes and numbers given in sequence. */
function householdShare(u: number, prior: LevelShare | undefined): number {
  return Math.max(u + (prior ? prior.h - prior.u : 0), Math.min(u, 0.001));
}

interface ClassShares {
  readonly match: number;
  readonly household: number;
}

function classShares(model: MatchingModel, levels: PairLevels): ClassShares {
  let match = Math.log2(model.expectedDuplicates / model.population);
  let household = Math.log2(model.expectedHousehold / model.population);
  for (const { table, level } of fieldsOf(levels)) {
    const share = tableOf(model, table)?.[level];
    if (!share) continue;
    match += Math.log2(share.m / share.u);
    household += Math.log2(share.h / share.u);
  }
  const [odds, householdOdds] = [2 ** Math.min(match, 500), 2 ** Math.min(household, 500)];
  const total = 1 + odds + householdOdds;
  return { match: odds / total, household: householdOdds / total };
}

function tableOf(model: MatchingModel, table: string): Readonly<Record<string, LevelShare>> | undefined {
  return model.levels[table] ?? model.levels[table.split(':')[0] ?? ''];
}

/** In a small list the same few records stand behind all pairs of strangers: more of them say nothing new. */
const MOST_STRANGERS_EACH = 30;

/**
 * Pairs half a list apart in the order of a hash of their content: as good as random, the same for permuted input, and
 * never two records with equal content, which stand beside each other.
 */
function strangerPairs(records: readonly Prepared[]): [Prepared, Prepared][] {
  const ordered = [...records]
    .map(record => ({ record, key: contentHash(record) }))
    .sort((x, y) => x.key - y.key);
  const pairs: [Prepared, Prepared][] = [];
  const half = Math.floor(ordered.length / 2);
  const rounds = Math.min(half, MOST_STRANGERS_EACH, Math.ceil(60_000 / Math.max(1, ordered.length)));
  for (let round = 0; round < rounds; round += 1) {
    for (let index = 0; index < ordered.length; index += 1) {
      const [a, b] = [ordered[index]?.record, ordered[(index + half + round) % ordered.length]?.record];
      if (a && b && a !== b) pairs.push([a, b]);
    }
  }
  return pairs;
}

function withStrangers(
  start: MatchingModel,
  strangers: readonly PairLevels[],
  priorPairs: number,
): MatchingModel {
  const seen = new Map<string, Map<string, number>>();
  for (const levels of strangers)
    for (const { table, level } of fieldsOf(levels)) bump(seen, table, level, 1);
  const levels: Record<string, Table> = {};
  for (const [table, shares] of allTables(start, seen)) {
    const counts = seen.get(table);
    const total = sum(counts);
    // what N pairs of strangers never showed may still be seen once in 2 N
    const floor = 0.5 / (total + 1);
    levels[table] = mapShares(shares, (share, level) => ({
      ...share,
      u: Math.max(
        ((counts?.get(level) ?? 0) + share.u * priorPairs) / (total + priorPairs),
        Math.min(share.u, floor),
      ),
    }));
  }
  return { ...start, levels };
}

/** For how many records the starting expectation of households counts. */
const HOUSEHOLD_PRIOR = 10;

class ClassCounts {
  readonly #match = new Map<string, Map<string, number>>();
  readonly #household = new Map<string, Map<string, number>>();
  #matches = 0;
  #households = 0;

  add(levels: PairLevels, shares: ClassShares, count: number): void {
    this.#matches += shares.match * count;
    this.#households += shares.household * count;
    for (const { table, level } of fieldsOf(levels)) {
      if (level === 'missing') continue;
      bump(this.#match, table, level, shares.match * count);
      bump(this.#household, table, level, shares.household * count);
    }
  }

  maximise(start: MatchingModel, model: MatchingModel, priorPairs: number, records: number): MatchingModel {
    const levels: Record<string, Table> = {};
    for (const [table, shares] of Object.entries(model.levels)) {
      const prior = tableOf(start, table) ?? {};
      const [match, household] = [this.#match.get(table), this.#household.get(table)];
      const [matches, households] = [sum(match), sum(household)];
      levels[table] = mapShares(shares, (share, level) => ({
        u: share.u,
        m: ((match?.get(level) ?? 0) + (prior[level]?.m ?? share.m) * priorPairs) / (matches + priorPairs),
        h: PERSONAL.has(table)
          ? householdShare(share.u, prior[level])
          : ((household?.get(level) ?? 0) + (prior[level]?.h ?? share.h) * priorPairs * 5) /
            (households + priorPairs * 5),
      }));
    }
    const perRecord = (pairs: number, expected: number) =>
      (2 * pairs + expected * priorPairs) / (records + priorPairs);
    return {
      ...model,
      levels,
      expectedDuplicates: Math.max(0.02, perRecord(this.#matches, start.expectedDuplicates)),
      expectedHousehold:
        (2 * this.#households + start.expectedHousehold * HOUSEHOLD_PRIOR) / (records + HOUSEHOLD_PRIOR),
    };
  }
}

function allTables(
  model: MatchingModel,
  seen: ReadonlyMap<string, unknown>,
): [string, Readonly<Record<string, LevelShare>>][] {
  const traits = [...seen.keys()].filter(table => table.startsWith('trait:'));
  return [
    ...Object.entries(model.levels),
    ...traits.map(name => [name, model.levels.trait ?? {}] as [string, Table]),
  ];
}

function mapShares(
  shares: Readonly<Record<string, LevelShare>>,
  change: (share: LevelShare, level: string) => LevelShare,
): Table {
  return Object.fromEntries(Object.entries(shares).map(([level, share]) => [level, change(share, level)]));
}

function bump(counts: Map<string, Map<string, number>>, table: string, level: string, by: number): void {
  if (level === 'missing') return;
  const levels = counts.get(table) ?? new Map<string, number>();
  levels.set(level, (levels.get(level) ?? 0) + by);
  counts.set(table, levels);
}

function sum(counts: ReadonlyMap<string, number> | undefined): number {
  let total = 0;
  for (const count of counts?.values() ?? []) total += count;
  return total;
}

/** How common each name and place is among these records. */
export function frequenciesOf(records: readonly Prepared[]): FrequencyCounter {
  const counter = new FrequencyCounter();
  for (const record of records) counter.add(record);
  return counter;
}
