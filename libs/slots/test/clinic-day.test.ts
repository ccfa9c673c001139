import fc from 'fast-check';
import {
  clinicDayObjective,
  clinicDayViolations,
  planClinicDay,
  type ClinicDay,
  type DayAssignment,
} from '../src/optimise.ts';
import { highsSolver } from '../solver/highs-solver.ts';
import { published, withPublished } from './published.ts';

const RUNS = process.env.ASSURE ? 300 : 20;

const SLOTS = 10;
/** Days so small that every plan can be counted. */
const smallDays: fc.Arbitrary<ClinicDay> = fc
  .array(
    fc.record({
      dur: fc.integer({ min: 1, max: 3 }),
      providers: fc.constantFrom([0], [1], [0, 1]),
      preferred: fc.constantFrom(0, 1, null),
      room: fc.constantFrom('exam', 'proc', null),
      equip: fc.constantFrom('us', null, null),
      sites: fc.constantFrom(['A'], ['B'], ['A', 'B']),
      from: fc.integer({ min: 0, max: 8 }),
      w: fc.integer({ min: 0, max: 2 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map(requests => ({
    slots: SLOTS,
    travelSlots: 2,
    lunchSlots: 1,
    providers: [
      { id: 0, start: 0, end: 9, lunch: 4 },
      { id: 1, start: 1, end: SLOTS, lunch: null },
    ],
    rooms: { A: { exam: 1, proc: 1 }, B: { exam: 1 } },
    equip: { A: { us: 1 } },
    requests: requests.map(({ from, ...request }, id) => ({
      ...request,
      id,
      win: [from, from + 3] as const,
    })),
  }));

/** The best of all plans, by trying them, with the checker as the only judge. */
function bestByCounting(day: ClinicDay, chosen: readonly DayAssignment[] = [], next = 0): number {
  const request = day.requests[next];
  if (!request) return clinicDayObjective(day, chosen);
  let best = bestByCounting(day, chosen, next + 1);
  for (const provider of request.providers) {
    for (const site of request.sites) {
      for (let start = 0; start < day.slots; start += 1) {
        const plan = [...chosen, { request: request.id, provider, site, start }];
        if (clinicDayViolations(day, plan).length > 0) continue;
        best = Math.max(best, bestByCounting(day, plan, next + 1));
      }
    }
  }
  return best;
}

describe('the clinic day', () => {
  it('SCH-01 (narrow: the engine) breaks no hard rule, and finds the best plan of small days', async () => {
    await fc.assert(
      fc.asyncProperty(smallDays, fc.integer({ min: 1, max: 99 }), async (day, seed) => {
        const plan = await planClinicDay(day, { seed, moves: 800 });
        expect(clinicDayViolations(day, plan.assignments)).toEqual([]);
        expect(clinicDayObjective(day, plan.assignments)).toBe(plan.objective);
        expect(plan.objective).toBeLessThanOrEqual(plan.bound);
        expect(plan.objective).toBe(bestByCounting(day));
      }),
      { numRuns: RUNS },
    );
  });

  withPublished('on a published instance', () => {
    it('SCH-01 (narrow: the engine) comes within hundredths of proven optima, the same way each time', async () => {
      for (const [name, moves, optimum, share] of [
        ['cd_n20_s1', 8_000, 627, 0.99],
        ['cd_n20_s2', 8_000, 649, 0.99],
        ['cd_n40_s1', 20_000, 1298, 0.98],
      ] as const) {
        const day = published(name) as ClinicDay;
        const plan = await planClinicDay(day, { moves });
        expect(clinicDayViolations(day, plan.assignments)).toEqual([]);
        expect(plan.objective / optimum).toBeGreaterThanOrEqual(share);
        expect(plan.objective).toBeLessThanOrEqual(optimum);
        if (day.requests.length > 20) continue;
        await expect(planClinicDay(day, { moves })).resolves.toEqual(plan);
      }
    });
  });

  it('says whom it places, moves and releases, and what each gains', async () => {
    const [day] = fc.sample(smallDays, { numRuns: 1, seed: 4 });
    const visit = { providers: [0], preferred: 0, room: 'exam', equip: null, sites: ['A'], dur: 2 };
    const given: ClinicDay = {
      ...day!,
      requests: [
        { ...visit, id: 'stays', win: [0, 2], w: 1 },
        { ...visit, id: 'moves', win: [2, 4], w: 1 },
        { ...visit, id: 'new', win: [5, 7], w: 2 },
      ],
    };
    const at = (request: string, start: number) => ({ request, provider: 0, site: 'A', start });
    const plan = await planClinicDay(given, { moves: 2_000 }, [at('stays', 0), at('moves', 5)]);
    expect(plan.proposals).toMatchObject([
      { request: 'stays', kind: 'keep', gain: 0 },
      { request: 'moves', kind: 'move', gain: 3, from: { start: 5 }, to: { start: 2, room: 'exam-1' } },
      { request: 'new', kind: 'place', gain: 23, worth: { priority: 20, preferredProvider: 3, total: 23 } },
    ]);
  });

  it('a solver in a worker proves a plan best or betters it', async () => {
    const [day] = fc.sample(smallDays, { numRuns: 1, seed: 11 });
    const plan = await planClinicDay(day!, { moves: 1, solver: highsSolver });
    expect(plan.objective).toBe(bestByCounting(day!));
    expect(plan).toMatchObject({ bound: plan.objective, gap: 0 });
    expect(clinicDayViolations(day!, plan.assignments)).toEqual([]);
  });

  withPublished('on a published instance', () => {
    it('stops when it is late and still breaks no rule', async () => {
      const day = published('cd_n40_s2') as ClinicDay;
      let now = 0;
      const limit = { seconds: 1, now: () => (now += 200) };
      const plan = await planClinicDay(day, { limit });
      expect(plan.objective).toBeGreaterThan(0);
      expect(clinicDayViolations(day, plan.assignments)).toEqual([]);
    });
  });
});

withPublished('on a published instance', () => {
  it('the checker of clinic days sees each broken rule', () => {
    const day = published('cd_n20_s1') as ClinicDay;
    const [first] = day.requests;
    const at = { request: first!.id, provider: first!.providers[0]!, site: 'A', start: 20 };
    const broken = (...plan: DayAssignment[]) => clinicDayViolations(day, plan);
    expect(broken(at)).toEqual([]);
    expect(broken(at, at).join()).toContain('granted twice');
    expect(broken({ ...at, start: 12 }).join()).toContain('lunch');
    expect(broken({ ...at, start: 31 }).join()).toContain('working time');
    expect(broken({ ...at, provider: 0 }).join()).toContain('does not do it');
    expect(broken({ ...at, site: 'C' }).join()).toContain('not at site');
    const second = { request: 1, provider: 3, site: 'A', start: 24 };
    expect(broken(at, second)).toEqual([]);
    expect(broken({ ...at, site: 'B' }, second).join()).toContain('cannot do both');
    expect(broken(second, { ...second, request: 3, provider: 3 }).join()).toContain('Too few: us');
  });
});
