import { localDate, localTime } from '@spark-den/kernel';
import { compileSchedule, findSlots, minuteInstant, type SlotSearch, type World } from '@spark-den/slots';
import {
  bestPattern,
  clinicDayObjective,
  clinicDayViolations,
  fillOpenings,
  planClinicDay,
  waitlistViolations,
  type ClinicDay,
  type Waitlist,
} from '@spark-den/slots/optimise';
import { occurrencesOf } from '@spark-den/slots/recurring';
import { highsSolver } from '@spark-den/slots/solver';
import { readFileSync } from 'node:fs';
import rrule from 'rrule';
import { RRuleTemporal } from 'rrule-temporal';
import type { Bench, Figure } from '../bench.ts';
import { ms, percentile, perSecond } from './measure.ts';
import { benchSearch, benchWorld, IN_A_ROOM } from './slots-world.ts';

/** Slot search, optimisers and recurrence under the protocol of the benchmarks, in milliseconds of CPU. */
export const benchSlots: Bench = async () => [
  ...searchFigures(),
  ...recurrenceFigures(),
  ...templateFigures(),
  ...waitlistFigures(),
  ...(await clinicDayFigures()),
];

const ROUNDS = 60;

function searchFigures(): Figure[] {
  const large = benchWorld(20, 60, 17, 20);
  const month = benchSearch(30, { visit: IN_A_ROOM });
  return [
    search('20 × 30 days × 10 a day, median', benchWorld(20, 30, 10, 0), benchSearch(30), {
      share: 0.5,
      limit: 5,
      peer: 'cal.com 798 ms, Medplum 35.7 ms (published); limit 5 ms',
    }),
    search(
      '20 × 60 days, rooms, 20,400 taken, ten, p95',
      large,
      { ...month, limit: 10 },
      {
        share: 0.95,
        limit: 50,
        peer: 'limit 50 ms',
      },
    ),
    search('the same, a month, p95', large, month, { share: 0.95, limit: 200, peer: 'limit 200 ms' }),
  ];
}

function search(
  what: string,
  world: World,
  question: SlotSearch,
  { share, limit, peer }: { share: number; limit: number; peer: string },
): Figure {
  let count = 0;
  const times = Array.from({ length: ROUNDS }, () =>
    cpuMs(() => {
      const { slots } = findSlots(compileSchedule(world, question), question);
      count = slots.map(slot => [minuteInstant(slot.start), minuteInstant(slot.end)]).length;
    }),
  ).slice(ROUNDS / 6);
  const time = percentile(times, share);
  const best = ms(Math.min(...times));
  return { what: `${what} (${count}, best ${best})`, ours: ms(time), peer, kept: time <= limit };
}

const WEEKS = 1_000;

/** Rows of a weekly series in New York, per second of CPU. */
function recurrenceFigures(): Figure[] {
  const site = { id: 'main', zone: 'America/New_York' };
  const series = {
    from: localDate('2026-01-05'),
    time: localTime('09:00'),
    durationMinutes: 30,
    rule: `FREQ=WEEKLY;COUNT=${WEEKS}`,
    atClosure: 'skip' as const,
  };
  const text = `DTSTART;TZID=${site.zone}:20260105T090000\nRRULE:${series.rule}`;
  const ours = rate(() => occurrencesOf(series, site, [], localDate('2060-01-01')).length);
  const temporal = rate(() => new RRuleTemporal({ rruleString: text }).all().length);
  const classic = rate(() => rrule.rrulestr(text).all().length);
  return [
    {
      what: 'occurrences of a weekly series, with zone, as rows',
      ours: perSecond(ours),
      peer: `rrule-temporal ${perSecond(temporal)}, rrule ${perSecond(classic)}`,
      kept: ours >= Math.max(temporal, classic),
    },
  ];
}

function templateFigures(): Figure[] {
  return [
    { noShow: 0, weights: { waiting: 1, idle: 5, tardiness: 7.5 }, optimum: 606.721 },
    { noShow: 0.2, weights: { waiting: 1, idle: 10, tardiness: 15 }, optimum: 1090.945 },
  ].map(({ noShow, weights, optimum }) => {
    const session = { slots: 12, slotLength: 20, service: 20, patients: 10, noShow, weights };
    const { arrivals, cost } = bestPattern(session);
    return {
      what: `session of 12 slots, no-shows ${noShow}: ${arrivals.join('')}`,
      ours: String(Math.round(cost * 1000) / 1000),
      peer: `optimum ${optimum}`,
      kept: Math.abs(cost - optimum) < 0.000_51,
    };
  });
}

function waitlistFigures(): Figure[] {
  return [113.212, 104.916, 151.606].map((optimum, index) => {
    const list: Waitlist = { ...benchmark<Omit<Waitlist, 'fit'>>(`wl_s${index + 1}`), fit: 'overlap' };
    let plan = fillOpenings(list);
    const time = cpuMs(() => (plan = fillOpenings(list)));
    const share = plan.objective / optimum;
    return {
      what: `waitlist s${index + 1}, of the optimum, in ${ms(time)}`,
      ours: percentOf(share),
      peer: 'first-come 66 %, greedy 89 %; to reach 99 % in 200 ms',
      kept: share >= 0.99 && time <= 200 && waitlistViolations(list, plan.offers).length === 0,
    };
  });
}

async function clinicDayFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, optimum, firstCome, wanted] of [
    ['n20_s1', 627, 616, 0.995],
    ['n20_s2', 649, 637, 0.995],
    ['n40_s1', 1298, 1061, 0.98],
    ['n40_s2', 1317, 1062, 0.98],
  ] as const) {
    const day = benchmark<ClinicDay>(`cd_${name}`);
    const limit = { seconds: 5, now: () => performance.now() };
    const plan = await planClinicDay(day, { limit, solver: highsSolver });
    const share = clinicDayObjective(day, plan.assignments) / optimum;
    figures.push({
      what: `clinic day ${name} in 5 s: ${plan.objective}, bound ${plan.bound}`,
      ours: percentOf(share),
      peer: `optimum ${optimum}, first-come ${firstCome}; to reach ${percentOf(wanted)}`,
      kept: share >= wanted && clinicDayViolations(day, plan.assignments).length === 0,
    });
  }
  return figures;
}

function benchmark<T>(name: string): T {
  const file = new URL(`../../../shared/benchmarks/scheduling/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Things per second of CPU, after one turn to warm up. */
function rate(work: () => number): number {
  work();
  let count = 0;
  const time = cpuMs(() => {
    for (let turn = 0; turn < 5; turn += 1) count += work();
  });
  return (count / time) * 1000;
}

function percentOf(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
