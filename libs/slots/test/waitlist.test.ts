import fc from 'fast-check';
import { fillOpenings, waitlistViolations, type Waitlist } from '../src/optimise.ts';
import { published, withPublished } from './published.ts';

const RUNS = process.env.ASSURE ? 1_000 : 40;

const lists: fc.Arbitrary<Waitlist> = fc.record({
  openings: fc
    .array(
      fc.record({
        provider: fc.constantFrom(0, 1),
        start: fc.integer({ min: 0, max: 6 }),
        len: fc.integer({ min: 1, max: 4 }),
        noticeH: fc.constantFrom(2, 5, 30),
      }),
      { minLength: 1, maxLength: 2 },
    )
    .map(openings => openings.map((opening, id) => ({ ...opening, id }))),
  waitlist: fc
    .array(
      fc.record({
        dur: fc.integer({ min: 1, max: 2 }),
        providers: fc.constantFrom([0], [1], [0, 1]),
        win: fc
          .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 6 }))
          .map(([from, length]) => [from, from + length] as const),
        minNoticeH: fc.constantFrom(0, 4),
        w: fc.integer({ min: 1, max: 3 }),
        base: fc.constantFrom(0.3, 0.5, 0.9),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map(waiting => waiting.map((patient, id) => ({ ...patient, id, joined: id }))),
  fit: fc.constantFrom('inside' as const, 'overlap' as const),
});

/** The best of all sets of offers, by trying every place in every opening. */
function bestByCounting(list: Waitlist, offers: readonly Offered[] = [], next = 0): number {
  const patient = list.waitlist[next];
  if (!patient) return offers.reduce((sum, { gain }) => sum + gain, 0);
  let best = bestByCounting(list, offers, next + 1);
  for (const opening of list.openings) {
    const notice = opening.noticeH >= 24 ? 1 : opening.noticeH >= 4 ? 0.8 : 0.6;
    const chance = Math.round(patient.base * notice * 10_000) / 10_000;
    const gain = chance * patient.w * patient.dur;
    for (let start = opening.start; start < opening.start + opening.len; start += 1) {
      const all = [...offers, { patient: patient.id, opening: opening.id, start, chance, gain }];
      if (waitlistViolations(list, all).length === 0) {
        best = Math.max(best, bestByCounting(list, all, next + 1));
      }
    }
  }
  return best;
}
type Offered = ReturnType<typeof fillOpenings>['offers'][number];

describe('the waitlist', () => {
  it('SCH-15 (narrow: the engine) offers what can be kept, and the most that it can', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 99 }), (list, seed) => {
        const plan = fillOpenings(list, { seed, moves: 300 });
        expect(waitlistViolations(list, plan.offers)).toEqual([]);
        expect(plan.objective).toBeCloseTo(
          plan.offers.reduce((sum, { gain }) => sum + gain, 0),
          9,
        );
        const best = bestByCounting(list);
        expect(plan.bound).toBeGreaterThanOrEqual(best - 1e-9);
        expect(plan.objective).toBeCloseTo(best, 9);
      }),
      { numRuns: RUNS },
    );
  });

  withPublished('on a published instance', () => {
    it('SCH-15 (narrow: the engine) reaches 99 % of known optima, the same way for a seed and any order', () => {
      for (const [name, optimum] of [
        ['wl_s1', 113.212],
        ['wl_s2', 104.916],
        ['wl_s3', 151.606],
      ] as const) {
        const list: Waitlist = { ...(published(name) as Omit<Waitlist, 'fit'>), fit: 'overlap' };
        const plan = fillOpenings(list);
        expect(waitlistViolations(list, plan.offers)).toEqual([]);
        expect(plan.objective / optimum).toBeGreaterThan(0.99);
        expect(plan.objective).toBeLessThan(optimum + 0.001);
        expect(fillOpenings({ ...list, waitlist: [...list.waitlist].reverse() })).toEqual(plan);
      }
    });
  });
});
