import { withClient } from '@spark-den/adapters';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import type { TestSystem } from '@spark-den/testkit';
import { plant, population, seeded, type Planted } from '../../services/patients/test-population.ts';
import type { Bench } from '../bench.ts';
import { startBenchSystem, type BenchSystem } from './bench-system.ts';
import { ms, percentile } from './measure.ts';

const SIZE = 100_000;
const SEARCHES = 400;

/** NAV-02: one box, 100,000 patients, what a front desk types. */
export const benchSearch: Bench = async () => {
  const bench = await startBenchSystem();
  try {
    const people = population(SIZE, 7);
    const root = { withRoot: rootOf(bench) } as unknown as TestSystem;
    await plant(root, people, bench.system.ports.cipher);
    const frontDesk = bench.as(patientsContract, 'front-desk-coordinator');
    const byName = await times(people, (someone, index) =>
      frontDesk.searchPatients({ text: typed(someone, index), limit: 25 }),
    );
    const duplicates = await times(people, ({ family, given, birthDate }) =>
      frontDesk.findDuplicates({ person: { family, given, birthDate } }),
    );
    return [
      limit('search by name, p95', percentile(byName, 0.95), 50),
      { what: 'search by name, p50', ours: ms(percentile(byName, 0.5)), peer: '' },
      limit('duplicates while typing, p95', percentile(duplicates, 0.95), 150),
    ];
  } finally {
    await bench.stop();
  }
};

function limit(what: string, value: number, limitMs: number) {
  return {
    what: `${what}, ${SIZE.toLocaleString('en-US')} patients`,
    ours: ms(value),
    peer: `limit ${limitMs} ms`,
    kept: value < limitMs,
  };
}

function typed({ family, given }: Planted, index: number): string {
  const ways = [
    family,
    `${given} ${family}`,
    `${family}, ${given.slice(0, 2)}`,
    family.slice(0, 3),
    `${family.slice(0, -1)}e`,
    given,
  ];
  return ways[index % ways.length] ?? family;
}

async function times(
  people: readonly Planted[],
  run: (someone: Planted, index: number) => Promise<unknown>,
): Promise<number[]> {
  const random = seeded(11);
  const measured: number[] = [];
  for (let index = 0; index < SEARCHES + 40; index += 1) {
    const someone = people[Math.floor(random() * people.length)];
    if (!someone) continue;
    const started = performance.now();
    await run(someone, index);
    if (index >= 40) measured.push(performance.now() - started);
  }
  return measured;
}

function rootOf(bench: BenchSystem): TestSystem['withRoot'] {
  return (database, work) => {
    const url = new URL(bench.superuserUrl);
    url.pathname = `/${bench.databases.prefix}${database}`;
    return withClient(url.toString(), work);
  };
}
