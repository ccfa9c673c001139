import { addDays, DAY_MS, HOUR_MS, localDate, localTime, toEpochMs, weekday } from '@spark-den/kernel';
import fc from 'fast-check';
import { onCallViolations, rotateOnCall, type OnCallRound } from '../src/optimise.ts';

const RUNS = process.env.ASSURE ? 1_000 : 25;
const FROM = localDate('2026-10-26');
const round = (more: Partial<OnCallRound>): OnCallRound => ({
  from: FROM,
  to: addDays(FROM, 41),
  members: ['osei', 'reyes', 'lindqvist', 'haddad'].map(id => ({ id })),
  changeover: localTime('07:00'),
  zone: 'America/Chicago',
  ...more,
});

const rounds = fc
  .record({
    days: fc.integer({ min: 1, max: 12 }),
    away: fc.array(fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 8 }), {
      minLength: 1,
      maxLength: 3,
    }),
    before: fc.constantFrom(null, 'm0', 'm1'),
  })
  .map(({ days, away, before }) =>
    round({
      to: addDays(FROM, days - 1),
      before,
      holidays: [addDays(FROM, 3)],
      members: away.map((list, at) => ({ id: `m${at}`, away: list.map(day => addDays(FROM, day)) })),
    }),
  );

/** The fewest days that must stay open, by trying everybody on every day. */
function fewestOpen({ members, from, to, before }: OnCallRound): number {
  const open = (date: typeof from, last: string | null): number => {
    if (date > to) return 0;
    const able = members.filter(({ id, away }) => id !== last && !away?.includes(date));
    const next = addDays(date, 1);
    return Math.min(1 + open(next, null), ...able.map(({ id }) => open(next, id)));
  };
  return open(from, before ?? null);
}

function daysIn({ from, to }: OnCallRound): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
}

/** The least unfairness, by trying everybody on every day; the weights are those that the plan is judged by. */
function fairest({ members, from, to, before, holidays = [] }: OnCallRound): number {
  const kindOf = (date: typeof from) =>
    holidays.includes(date) ? 'holiday' : [0, 6].includes(weekday(date)) ? 'weekend' : 'plain';
  const judge = (covers: readonly { date: typeof from; id: string }[]) =>
    [
      { weight: 1, of: covers },
      { weight: 3, of: covers.filter(({ date }) => kindOf(date) === 'weekend') },
      { weight: 5, of: covers.filter(({ date }) => kindOf(date) === 'holiday') },
    ].reduce(
      (sum, { weight, of }) =>
        members.reduce((all, { id }) => {
          const above = of.filter(cover => cover.id === id).length - of.length / members.length;
          return all + weight * above ** 2;
        }, sum),
      0,
    );
  const tryFrom = (
    date: typeof from,
    last: string | null,
    covers: { date: typeof from; id: string }[],
  ): number =>
    date > to
      ? judge(covers)
      : Math.min(
          ...members
            .filter(({ id, away }) => id !== last && !away?.includes(date))
            .map(({ id }) => tryFrom(addDays(date, 1), id, [...covers, { date, id }])),
        );
  return tryFrom(from, before ?? null, []);
}

describe('on-call rotation', () => {
  it('SCH-11 (narrow: the engine) nobody twice in a row, nobody while away, and no day open that somebody could do', () => {
    fc.assert(
      fc.property(rounds, fc.integer({ min: 1, max: 99 }), (given, seed) => {
        const plan = rotateOnCall(given, { seed, moves: 500 });
        expect(onCallViolations(given, plan.duties)).toEqual([]);
        expect(plan.duties.filter(({ member }) => member === null)).toHaveLength(fewestOpen(given));
        expect(plan.unfairness).toBeGreaterThanOrEqual(plan.bound - 1e-9);
        expect(rotateOnCall(given, { seed, moves: 500 })).toEqual(plan);
      }),
      { numRuns: RUNS },
    );
  });

  it('SCH-11 (narrow: the engine) of all rotations that keep the rules none is fairer', () => {
    fc.assert(
      fc.property(rounds, fc.integer({ min: 1, max: 99 }), (given, seed) => {
        const short = { ...given, to: addDays(FROM, Math.min(6, daysIn(given) - 1)) };
        fc.pre(fewestOpen(short) === 0);
        expect(rotateOnCall(short, { seed }).unfairness).toBeCloseTo(fairest(short), 9);
      }),
      { numRuns: RUNS },
    );
  });

  it('SCH-11 (narrow: the engine) finds a fairer rotation that only several days in a row lead to', () => {
    const given = round({
      to: addDays(FROM, 5),
      before: 'm0',
      holidays: [addDays(FROM, 3)],
      members: [[1], [], [3, 4, 5]].map((days, at) => ({
        id: `m${at}`,
        away: days.map(day => addDays(FROM, day)),
      })),
    });
    for (const seed of [1, 2, 3, 4, 5]) {
      expect(rotateOnCall(given, { seed }).unfairness).toBeCloseTo(fairest(given), 9);
    }
  });

  it('SCH-11 (narrow: the engine) weekends and holidays are shared as evenly as they can be, with those of before', () => {
    const holidays = [localDate('2026-11-26'), localDate('2026-11-27')];
    const plan = rotateOnCall(round({ holidays }));
    expect(plan.unfairness).toBeCloseTo(plan.bound, 9);
    const counts = [...plan.counts.values()];
    expect(counts.map(({ weekends }) => weekends)).toEqual([3, 3, 3, 3]);
    expect(counts.map(({ holidays: count }) => count).sort()).toEqual([0, 0, 1, 1]);
    expect(counts.map(({ total }) => total).sort()).toEqual([10, 10, 11, 11]);
    const burdened = round({
      members: [
        { id: 'osei', done: { total: 20, weekends: 6 } },
        ...['reyes', 'lindqvist', 'haddad'].map(id => ({ id, done: { total: 14, weekends: 3 } })),
      ],
    });
    const later = [...rotateOnCall(burdened).counts.values()];
    expect(later.map(({ weekends }) => weekends).sort()).toEqual([6, 7, 7, 7]);
  });

  it('SCH-11 (narrow: the engine) duties change hands at the same time on the wall, also in the nights of 23 and 25 hours', () => {
    const { duties } = rotateOnCall(round({ from: localDate('2026-10-31'), to: localDate('2026-11-01') }));
    const hours = duties.map(({ start, end }) => (toEpochMs(end) - toEpochMs(start)) / HOUR_MS);
    expect(hours).toEqual([25, 24]);
  });

  it('says what changes against the rotation that stands', () => {
    const given = round({ to: addDays(FROM, 6) });
    const { duties } = rotateOnCall(given);
    const current = duties.map(duty => (duty.date === FROM ? { ...duty, member: 'haddad x' } : duty));
    expect(rotateOnCall(given, { current }).changes).toEqual([
      { date: FROM, from: 'haddad x', to: duties[0]!.member },
    ]);
  });
});
