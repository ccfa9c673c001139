import {
  clinicDayObjective,
  clinicDayViolations,
  fillOpenings,
  planClinicDay,
  waitlistViolations,
} from '../src/optimise.ts';
import { highsSolver } from '../solver/highs-solver.ts';
import { makeClinicDay, makeWaitlist, type DayShape } from './instances.ts';
import { waitlistProgram } from './waitlist-program.ts';

const shape = (seed: number, requests: number, rest: readonly [number, number, number, number, number]) => {
  const [providers, sites, travelSlots, slots, widest] = rest;
  return { seed, requests, providers, sites, travelSlots, slots, widest } satisfies DayShape;
};

/** Days that nobody tuned anything to, with the optimum that HiGHS proved when it was given minutes. */
const DAYS: readonly { readonly shape: DayShape; readonly optimum: number }[] = [
  { shape: shape(4, 20, [6, 2, 3, 40, 16]), optimum: 638 },
  { shape: shape(2, 20, [4, 2, 2, 32, 12]), optimum: 638 },
  { shape: shape(1, 20, [3, 2, 2, 32, 12]), optimum: 588 },
  { shape: shape(3, 20, [5, 3, 1, 36, 8]), optimum: 696 },
  { shape: shape(8, 40, [5, 3, 1, 36, 8]), optimum: 1218 },
  { shape: shape(9, 40, [6, 2, 3, 40, 16]), optimum: 1404 },
  { shape: shape(10, 40, [4, 1, 0, 32, 6]), optimum: 756 },
].slice(0, process.env.ASSURE ? undefined : 2);

describe('clinic days made by a seed', () => {
  it.each(DAYS)('SCH-01 (narrow: the engine) come near their optimum: %j', async ({ shape, optimum }) => {
    const day = makeClinicDay(shape);
    const plan = await planClinicDay(day);
    expect(clinicDayViolations(day, plan.assignments)).toEqual([]);
    expect(clinicDayObjective(day, plan.assignments)).toBe(plan.objective);
    expect(plan.objective).toBeLessThanOrEqual(optimum);
    expect(plan.objective / optimum).toBeGreaterThanOrEqual(shape.requests > 20 ? 0.98 : 0.995);
    const turned = {
      ...day,
      providers: [...day.providers].reverse(),
      requests: [...day.requests].reverse(),
    };
    expect((await planClinicDay(turned)).assignments).toEqual(plan.assignments);
  });

  it.each(DAYS)('a hurried plan breaks no rule, and its bound is one: %j', async ({ shape, optimum }) => {
    const day = makeClinicDay(shape);
    const limit = { seconds: process.env.ASSURE ? 5 : 1.5, now: () => performance.now() };
    const plan = await planClinicDay(day, { limit, solver: highsSolver });
    expect(clinicDayViolations(day, plan.assignments)).toEqual([]);
    expect(plan.objective).toBeGreaterThan(0.8 * optimum);
    expect(plan.objective).toBeLessThanOrEqual(optimum);
    expect(plan.bound).toBeGreaterThanOrEqual(optimum);
    const none = await planClinicDay(day, { limit: { ...limit, seconds: 0 }, solver: highsSolver });
    expect(clinicDayViolations(day, none.assignments)).toEqual([]);
    expect(none.assignments.length).toBeGreaterThan(0);
  });
});

it('SCH-01 (narrow: the engine) a day too large for a solver is planned by the search alone, its bound said', async () => {
  const day = makeClinicDay({
    seed: 5,
    requests: 240,
    providers: 24,
    sites: 4,
    travelSlots: 1,
    slots: 48,
    widest: 12,
  });
  const asked: number[] = [];
  const plan = await planClinicDay(day, {
    moves: 400,
    solver: async ({ rows }) => {
      asked.push(rows.length);
      return highsSolver({ gains: [], rows: [] }, { seconds: 1 });
    },
  });
  expect(asked).toEqual([]);
  expect(clinicDayViolations(day, plan.assignments)).toEqual([]);
  expect(plan.objective).toBeLessThanOrEqual(plan.bound);
});

it('a waitlist of a thousand who wait for two hundred openings breaks no rule', () => {
  const list = makeWaitlist(7, 200, 1_000, 'overlap');
  const plan = fillOpenings(list, { moves: 500 });
  expect(waitlistViolations(list, plan.offers)).toEqual([]);
  expect(plan.objective).toBeGreaterThan(0.5 * plan.bound);
});

const SIZES = [
  [6, 20],
  [4, 30],
  [12, 60],
  [10, 40],
  [12, 60],
  [15, 90],
] as const;
const LISTS = (['overlap', 'inside'] as const)
  .flatMap(fit => SIZES.map(([openings, waiting], seed) => ({ fit, openings, waiting, seed })))
  .filter(({ waiting }) => process.env.ASSURE ?? waiting <= 20);

describe('waitlists made by a seed', () => {
  it.each(LISTS)(
    'SCH-15 (narrow: the engine) come near what a solver proves best: %j',
    async ({ fit, openings, waiting, seed }) => {
      const list = makeWaitlist(200 + seed, openings, waiting, fit);
      const plan = fillOpenings(list);
      expect(waitlistViolations(list, plan.offers)).toEqual([]);
      const program = waitlistProgram(list);
      const { bound, x } = await highsSolver(program, { seconds: process.env.ASSURE ? 120 : 10 });
      const best = program.gains.reduce(
        (sum, gain, column) => sum + ((x?.[column] ?? 0) > 0.5 ? gain : 0),
        0,
      );
      expect(plan.objective).toBeLessThanOrEqual(bound + 1e-6);
      expect(plan.objective).toBeGreaterThanOrEqual(0.99 * best);
      expect(plan.bound).toBeGreaterThanOrEqual(best - 1e-6);
      const turned = {
        ...list,
        openings: [...list.openings].reverse(),
        waitlist: [...list.waitlist].reverse(),
      };
      expect(fillOpenings(turned)).toEqual(plan);
    },
  );
});
