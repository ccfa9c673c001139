import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TownResult } from '../bench/town-report.ts';

const root = path.join(import.meta.dirname, '../../..');
/** Each makes three towns and one set without households. */
const SEEDS = process.env.ASSURE ? [101, 102, 103, 104, 105, 106, 107, 108] : [101];
const SIZE = process.env.ASSURE ? 2_000 : 1_000;

/** People who are hard to tell apart, in numbers. A process of its own, since a test's sandbox makes the engine slow. */
describe('made-up towns', () => {
  let towns: TownResult[];
  beforeAll(async () => {
    const script = path.join(root, 'libs/matching/bench/town-report.ts');
    const args = ['--import', 'tsx', script, String(SIZE), ...SEEDS.map(String)];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
    towns = JSON.parse(stdout) as TownResult[];
  }, 1_200_000);

  const sum = (count: (town: TownResult) => number) => towns.reduce((total, town) => total + count(town), 0);

  it('PAT-02 no twins, father and son, parent and child or household is linked by the engine alone', () => {
    expect(towns.map(({ wrong }) => wrong)).toEqual(towns.map(() => ({})));
    expect(sum(({ links }) => links)).toBeGreaterThan(SIZE * SEEDS.length);
    expect(sum(({ alone }) => alone.linked)).toBe(0);
    expect(sum(({ alone }) => alone.pairs)).toBeGreaterThan(SIZE * SEEDS.length);
  });

  it('MPI-03 still links most records of one person, and nearly all that households do not put in doubt', () => {
    for (const [place, least] of [0.8, 0.6, 0.7, 0.9].entries()) {
      const ofKind = towns.filter((_, town) => town % 4 === place);
      for (const { recall } of ofKind) expect(recall).toBeGreaterThanOrEqual(least);
    }
  });

  it('MPI-04 groups hold few pairs of two people', () => {
    for (const { grouped } of towns) expect(grouped.precision).toBeGreaterThanOrEqual(0.985);
    for (const { grouped } of towns) expect(grouped.recall).toBeGreaterThanOrEqual(0.7);
  });
});
