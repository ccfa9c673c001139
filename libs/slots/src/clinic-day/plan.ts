import type { Solver } from '../program.ts';
import { optionsOf, worthOf, type DayOption } from './options.ts';
import { dayProgram, dayStart } from './program.ts';
import { searchDay } from './search.ts';
import type { ClinicDay, DayAssignment, DayProposal, PlacedVisit } from './types.ts';
import { withUnits } from './units.ts';

export interface DayPlanOptions {
  readonly seed?: number;
  /** Moves of the search; 5,000 per request when left out. */
  readonly moves?: number;
  /** A cap on the time, by a clock in milliseconds of the caller; a search that it cuts off is not repeatable. */
  readonly limit?: { readonly seconds: number; readonly now: () => number };
  /** Proves the plan best, betters it, or at least bounds it. */
  readonly solver?: Solver;
}

export interface DayPlan {
  readonly objective: number;
  /** No plan is worth more. */
  readonly bound: number;
  /** How far the plan may be from the best, as a share of the bound. */
  readonly gap: number;
  readonly assignments: readonly PlacedVisit[];
  readonly proposals: readonly DayProposal[];
}

const MOVES_PER_REQUEST = 5_000;
/** Time for the solver when the caller sets no limit. */
const SOLVER_SECONDS = 10;
/** Less than this is not worth starting a solver for. */
const SHORTEST_SECONDS = 0.3;

/**
 * Proposes who comes when, to whom and where. The search alone decides the plan unless the solver finds a
 * better one; what is taken as given stands in `current`, and the proposals say what would change.
 */
export async function planClinicDay(
  day: ClinicDay,
  { seed = 1, moves = MOVES_PER_REQUEST * day.requests.length, limit, solver }: DayPlanOptions = {},
  current: readonly DayAssignment[] = [],
): Promise<DayPlan> {
  const until = limit ? limit.now() + limit.seconds * 1000 : Infinity;
  const secondsLeft = () => (limit ? (until - limit.now()) / 1000 : SOLVER_SECONDS);
  const byRequest = optionsOf(day);
  let chosen = searchDay(day, byRequest, { seed, moves, isLate: () => secondsLeft() <= 0 }).filter(
    option => option !== null,
  );
  let bound = sum(byRequest.map(options => options[0]?.worth ?? 0));
  if (solver && sum(chosen.map(({ worth }) => worth)) < bound && secondsLeft() > SHORTEST_SECONDS) {
    const options = byRequest.flat();
    const answer = await solver(dayProgram(day, options), {
      seconds: secondsLeft(),
      start: dayStart(day, options, chosen),
    });
    const found = options.filter((_, column) => (answer.x?.[column] ?? 0) > 0.5);
    if (sum(found.map(({ worth }) => worth)) > sum(chosen.map(({ worth }) => worth))) chosen = found;
    const isWhole = options.every(({ worth }) => Number.isInteger(worth));
    bound = Math.min(bound, isWhole ? Math.floor(answer.bound + 1e-6) : answer.bound);
  }
  const objective = sum(chosen.map(({ worth }) => worth));
  const assignments = withUnits(
    day,
    chosen.map(option => assignmentOf(day, option)),
  );
  return {
    objective,
    bound: Math.max(bound, objective),
    gap: bound > objective ? (bound - objective) / bound : 0,
    assignments,
    proposals: proposalsOf(day, current, assignments),
  };
}

function assignmentOf(day: ClinicDay, { request, provider, site, start }: DayOption): DayAssignment {
  return { request: day.requests[request]!.id, provider: day.providers[provider]!.id, site, start };
}

/** What the plan changes against the day as it stands, request by request. */
export function proposalsOf(
  day: ClinicDay,
  current: readonly DayAssignment[],
  planned: readonly PlacedVisit[],
): DayProposal[] {
  return day.requests.flatMap((request): DayProposal[] => {
    const from = current.find(entry => entry.request === request.id) ?? null;
    const to = planned.find(entry => entry.request === request.id) ?? null;
    if (!from && !to) return [];
    const worth = to && worthOf(request, to);
    const gain = (worth?.total ?? 0) - (from ? worthOf(request, from).total : 0);
    const same =
      from && to && from.provider === to.provider && from.site === to.site && from.start === to.start;
    const kind = !from ? 'place' : !to ? 'release' : same ? 'keep' : 'move';
    return [{ request: request.id, kind, from, to, gain, worth }];
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
