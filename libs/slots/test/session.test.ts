import fc from 'fast-check';
import { bestPattern, overbookingLevels, sessionCosts, type Session } from '../src/optimise.ts';

const RUNS = process.env.ASSURE ? 500 : 25;
/** Slots up to which every pattern is counted. */
const LONGEST = process.env.ASSURE ? 8 : 6;
const published: Session = {
  slots: 12,
  slotLength: 20,
  service: 20,
  patients: 10,
  noShow: 0,
  weights: { waiting: 1, idle: 1, tardiness: 1 },
};

describe('the layout of a session', () => {
  it.each([
    [0, 1, 1, '111101101111', 234.85],
    [0, 5, 7.5, '211101111010', 606.721],
    [0, 10, 15, '211111101100', 983.562],
    [0.2, 1, 1, '111101110111', 193.421],
    [0.2, 5, 7.5, '211111011100', 613.058],
    [0.2, 10, 15, '211111110100', 1090.945],
  ])('no-shows %d, weights 1, %d, %d: the published optimum', (noShow, idle, tardiness, arrivals, cost) => {
    const best = bestPattern({ ...published, noShow, weights: { waiting: 1, idle, tardiness } });
    expect(best).toMatchObject({ proven: true });
    expect(best.arrivals.join('')).toBe(arrivals);
    expect(best.cost).toBeCloseTo(cost, 3);
  });

  const sessions: fc.Arbitrary<Session> = fc.record({
    slots: fc.integer({ min: 1, max: LONGEST }),
    slotLength: fc.constantFrom(5, 10, 20, 35),
    service: fc.constantFrom(8, 20, 25),
    patients: fc.integer({ min: 1, max: LONGEST - 1 }),
    noShow: fc.constantFrom(0, 0.1, 0.4, 0.7),
    weights: fc.record({
      waiting: fc.constantFrom(0.5, 1, 2),
      idle: fc.constantFrom(0, 1, 5),
      tardiness: fc.constantFrom(1, 7),
    }),
  });

  it('costs what every pattern costs at least', () => {
    fc.assert(
      fc.property(sessions, session => {
        const costOf = sessionCosts(session);
        const least = Math.min(
          ...patternsOf(session.slots, session.patients).map(entry => costOf(entry).cost),
        );
        expect(bestPattern(session).cost).toBeCloseTo(least, 6);
      }),
      { numRuns: RUNS },
    );
  });

  it('SCH-23 (narrow: the engine) no other number of bookings, however they are laid out, costs less', () => {
    fc.assert(
      fc.property(sessions, fc.integer({ min: 0, max: 2 }), ({ patients: _, ...session }, cap) => {
        const { best, levels } = overbookingLevels({ ...session, slots: Math.min(session.slots, 5) }, cap);
        const slots = Math.min(session.slots, 5);
        for (const { bookings, cost } of levels) {
          const costOf = sessionCosts({ ...session, slots, patients: bookings });
          const least = Math.min(...patternsOf(slots, bookings).map(entry => costOf(entry).cost));
          expect(cost).toBeCloseTo(least, 6);
          expect(best.cost).toBeLessThanOrEqual(least + 1e-6);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('costs what sessions cost that are played out patient by patient', () => {
    const session = { ...published, slots: 4, patients: 5, noShow: 0.2 };
    const arrivals = [2, 1, 1, 1];
    const expected = sessionCosts(session)(arrivals);
    const played = play(session, arrivals, 60_000);
    expect(played.waiting / expected.waiting).toBeCloseTo(1, 1);
    expect(played.tardiness / expected.tardiness).toBeCloseTo(1, 1);
  });

  it('SCH-23 (narrow: the engine) overbooks where no-shows make it cheaper, and says what it costs in waiting', () => {
    const session = { ...published, weights: { waiting: 1, idle: 20, tardiness: 10 } };
    const sure = overbookingLevels({ ...session, noShow: 0 }, 4);
    const unsure = overbookingLevels({ ...session, noShow: 0.4 }, 4);
    expect(sure.best.extra).toBeLessThanOrEqual(0);
    expect(unsure.best.bookings).toBeGreaterThan(sure.best.bookings);
    expect(unsure.levels.at(-1)).toMatchObject({ bookings: 16, extra: 4 });
    for (const level of unsure.levels) {
      expect(level.cost).toBeGreaterThanOrEqual(unsure.best.cost);
      expect(level.arrivals.reduce((sum, count) => sum + count, 0)).toBe(level.bookings);
    }
    const waits = sure.levels.map(level => level.waitPerPatient);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
  });
});

/** Every way to spread patients over slots. */
function patternsOf(slots: number, patients: number): number[][] {
  if (slots === 1) return [[patients]];
  return Array.from({ length: patients + 1 }, (_, first) =>
    patternsOf(slots - 1, patients - first).map(rest => [first, ...rest]),
  ).flat();
}

function play({ slots, slotLength, service, noShow }: Session, arrivals: readonly number[], times: number) {
  let state = 12_345;
  const draw = () => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) + 0.5) / 2 ** 32;
  let [waiting, tardiness] = [0, 0];
  for (let turn = 0; turn < times; turn += 1) {
    let free = 0;
    for (let slot = 0; slot < slots; slot += 1) {
      for (let patient = 0; patient < arrivals[slot]!; patient += 1) {
        if (draw() < noShow) continue;
        const start = Math.max(free, slot * slotLength);
        waiting += start - slot * slotLength;
        free = start - service * Math.log(draw());
      }
    }
    tardiness += Math.max(0, free - slots * slotLength);
  }
  return { waiting: waiting / times, tardiness: tardiness / times };
}
