import { DAY_MS, MINUTE_MS } from '@spark-den/kernel';
import fc from 'fast-check';
import { compileSchedule, explainWish, findSlots, rankAlternatives, type Slot } from '../src/index.ts';
import { bruteForceSlots } from './brute-force.ts';
import { cases } from './worlds.ts';

const RUNS = process.env.ASSURE ? 10_000 : 100;

describe('slot search', () => {
  it('SCH-03 SCH-04 SCH-07 agrees with a brute-force checker in four zones on both DST nights', () => {
    let nonEmpty = 0;
    fc.assert(
      fc.property(cases, ({ world, search }) => {
        const expected = bruteForceSlots(world, search);
        if (expected.length > 0) nonEmpty += 1;
        const { slots, next } = findSlots(compileSchedule(world, search), search);
        expect(slots).toEqual(expected);
        expect(next).toBeNull();
      }),
      { numRuns: RUNS, seed: process.env.ASSURE ? undefined : 20_261_101 },
    );
    expect(nonEmpty).toBeGreaterThan(RUNS / 5);
  });

  it('pages go on where the one before ended, under every policy', () => {
    fc.assert(
      fc.property(
        cases,
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom('earliest' as const, 'best-fit' as const, 'spread' as const),
        ({ world, search }, limit, policy) => {
          const schedule = compileSchedule(world, search);
          const whole = findSlots(schedule, { ...search, policy }).slots;
          const paged: Slot[] = [];
          let after: string | null = null;
          do {
            const page: ReturnType<typeof findSlots> = findSlots(schedule, {
              ...search,
              policy,
              limit,
              after,
            });
            paged.push(...page.slots);
            after = page.next;
          } while (after !== null);
          expect(paged).toEqual(whole);
          const byStart = [...whole].sort((a, b) => a.start - b.start).map(slot => slot.start);
          if (policy === 'earliest') expect(whole.map(slot => slot.start)).toEqual(byStart);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('what a patient would rather have comes first, and nothing is left out for it', () => {
    fc.assert(
      fc.property(
        cases,
        fc.constantFrom('earliest' as const, 'best-fit' as const, 'spread' as const),
        ({ world, search }, policy) => {
          const schedule = compileSchedule(world, search);
          const plain = findSlots(schedule, { ...search, policy }).slots;
          const prefer = { providerIds: ['p2'], siteIds: ['site-b'] };
          const unmet = ({ participants, siteId }: Slot) =>
            (participants[0]!.id === 'p2' ? 0 : 1) + (siteId === 'site-b' ? 0 : 1);
          const expected = [0, 1, 2].flatMap(count => plain.filter(slot => unmet(slot) === count));
          expect(findSlots(schedule, { ...search, policy, prefer }).slots).toEqual(expected);
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('the order of the input does not matter', () => {
    fc.assert(
      fc.property(cases, ({ world, search }) => {
        const turned = {
          ...world,
          providers: [...world.providers].reverse(),
          assets: [...world.assets].reverse(),
          claims: [...world.claims].reverse(),
          closures: [...world.closures].reverse(),
        };
        const slots = findSlots(compileSchedule(world, search), search).slots;
        expect(findSlots(compileSchedule(turned, search), search).slots).toEqual(slots);
      }),
      { numRuns: RUNS },
    );
  });

  it('SCH-06 explains a time as free exactly when the search offers it', () => {
    fc.assert(
      fc.property(
        cases,
        fc.integer({ min: 0, max: 120 }),
        fc.constantFrom('p1', 'p2'),
        (given, at, providerId) => {
          const { world } = given;
          const search = { ...given.search, providerIds: [providerId], siteIds: ['site-a'], stepMinutes: 5 };
          const plain = { ...search, weekdays: undefined, earliestTime: undefined, latestTime: undefined };
          const start = plain.start + at * 5 * MINUTE_MS;
          const range = { start: plain.start - DAY_MS, end: plain.end + DAY_MS };
          const schedule = compileSchedule(world, range);
          const wish = { visit: plain.visit, providerId, siteId: 'site-a', start, avoid: plain.avoid };
          const { slot, reasons } = explainWish(schedule, wish);
          const offered = findSlots(schedule, { ...plain, start, end: start + 1 }).slots[0];
          expect(slot === null).toBe(reasons.length > 0);
          if (offered) expect(slot).toEqual(offered);
          for (const alternative of rankAlternatives(schedule, wish, { from: plain.start, days: 1 })) {
            const { slot: other } = alternative;
            const again = explainWish(schedule, {
              ...wish,
              providerId: other.participants[0]!.id,
              siteId: other.siteId,
              start: other.start,
            });
            expect(again.reasons).toEqual([]);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
});
