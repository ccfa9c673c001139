import { comparePrepared, dedupe, prepare, STARTING_MODEL } from '../src/index.ts';
import { pairsOf } from './measure.ts';
import { town, type Relation, type TownOptions } from './town.ts';

export interface TownResult {
  readonly seed: number;
  readonly links: number;
  /** Pairs that the engine linked by itself and that are two people, by what those are to each other. */
  readonly wrong: Partial<Record<Relation, number>>;
  readonly recall: number;
  /** The same of the pairs within groups. */
  readonly grouped: { readonly precision: number; readonly recall: number };
  /** Pairs of one home compared on their own, with the shipped weights, and how many of them were linked. */
  readonly alone: { readonly pairs: number; readonly linked: number };
}

const DESK = { households: true, manner: 'desk', copies: 2, slips: 2 } as const;
const GENERATED = { households: false, manner: 'generator', numbered: 1, copies: 5, slips: 3 } as const;

/**
 * Prints what made-up towns give, as JSON: `node --import tsx bench/town-report.ts SIZE SEED…`. For each seed a town with
 * Social Security numbers on seven records of ten, one without, and people without households as generators make them.
 */
const [size = 1_000, ...seeds] = process.argv.slice(2).map(Number);
const results = seeds.flatMap(seed =>
  [
    { ...DESK, numbered: 0.7 },
    { ...DESK, numbered: 0 },
    { ...DESK, numbered: 0.7, copies: 4, slips: 4 },
    GENERATED,
  ].map(options => measureTown({ ...options, size, seed })),
);
process.stdout.write(JSON.stringify(results));

function measureTown(options: TownOptions): TownResult {
  const { records, houses, relationOf } = town(options);
  const { pairs, clusters } = dedupe(records);
  const all = pairsOf(houses);
  const wanted = all.filter(({ i, j }) => relationOf(i, j) === 'same').length;
  const links = pairs.filter(({ posterior }) => posterior >= 0.99);
  const wrong: Partial<Record<Relation, number>> = {};
  for (const { i, j } of links) {
    const relation = relationOf(i, j);
    if (relation !== 'same') wrong[relation] = (wrong[relation] ?? 0) + 1;
  }
  const right = (found: readonly { i: number; j: number }[]) =>
    found.filter(({ i, j }) => relationOf(i, j) === 'same').length;
  const grouped = pairsOf(clusters);
  const ofOneHome = all.filter(({ i, j }) => relationOf(i, j) !== 'same');
  const linked = ofOneHome.filter(({ i, j }) => {
    const [a, b] = [records[i], records[j]];
    return a && b && comparePrepared(STARTING_MODEL, prepare(a), prepare(b)).outcome === 'link';
  });
  return {
    seed: options.seed,
    links: links.length,
    wrong,
    recall: right(links) / wanted,
    grouped: { precision: right(grouped) / grouped.length, recall: right(grouped) / wanted },
    alone: { pairs: ofOneHome.length, linked: linked.length },
  };
}
