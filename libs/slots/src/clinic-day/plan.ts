import { byId } from '../by-id.ts';
import type { Solver } from '../program.ts';
import { optionsOf, worthOf, type DayOption } from './options.ts';
import { dayProgram, dayStart, programSize } from './program.ts';
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
/** The search may take this share of a limit when a solver waits for the rest. */
const SEARCH_SHARE = 0.85;
/** Less than this is not worth starting a solver for. */
const SHORTEST_SECONDS = 0.3;
/** Of a program with more coefficients, not even the relaxation is solved within half a minute. */
const MOST_COEFFICIENTS = 400_000;

/**
 * Proposes who comes when, to whom and where. The search alone decides the plan unless the solver finds a
 * better one; what is taken as given stands in `current`, and the proposals say what would change.
 */
export async function planClinicDay(
  given: ClinicDay,
  { seed = 1, moves = MOVES_PER_REQUEST * given.requests.length, limit, solver }: DayPlanOptions = {},
  current: readonly DayAssignment[] = [],
): Promise<DayPlan> {
  const day = inOrder(given);
  const until = limit ? limit.now() + limit.seconds * 1000 : Infinity;
  const secondsLeft = () => (limit ? (until - limit.now()) / 1000 : SOLVER_SECONDS);
  const byRequest = optionsOf(day);
  const options = byRequest.flat();
  const program = solver && programSize(day, options) <= MOST_COEFFICIENTS ? dayProgram(day, options) : null;
  const searchShare = program ? SEARCH_SHARE : 1;
  const elapsed =
    limit && (() => (1 - secondsLeft() / Math.max(limit.seconds, SHORTEST_SECONDS)) / searchShare);
  // the bound is found in a thread of its own while this one searches
  const relaxation = program && solver?.(program, { seconds: secondsLeft(), relaxed: true });
  let chosen = searchDay(day, byRequest, { seed, moves, elapsed }).filter(option => option !== null);
  let bound = sum(byRequest.map(list => list[0]?.worth ?? 0));
  const isWhole = options.every(({ worth }) => Number.isInteger(worth));
  const lower = (found: number) => {
    bound = Math.min(bound, isWhole ? Math.floor(found + 1e-6) : found);
  };
  if (relaxation) lower((await relaxation).bound);
  if (solver && program && worthOfAll(chosen) < bound && secondsLeft() > SHORTEST_SECONDS) {
    const answer = await solver(program, { seconds: secondsLeft(), start: dayStart(day, options, chosen) });
    const found = options.filter((_, column) => (answer.x?.[column] ?? 0) > 0.5);
    if (worthOfAll(found) > worthOfAll(chosen)) chosen = found;
    lower(answer.bound);
  }
  const objective = worthOfAll(chosen);
  const assignments = withUnits(
    day,
    chosen.map(option => assignmentOf(day, option)),
  );
  return {
    objective,
    bound: Math.max(bound, objective),
    gap: bound > objective ? (bound - objective) / bound : 0,
    assignments,
    proposals: proposalsOf(given, current, assignments),
  };
}

/** The same plan for the same day, in whatever order it is written down. */
function inOrder(day: ClinicDay): ClinicDay {
  return {
    ...day,
    providers: [...day.providers].sort(byId),
    requests: [...day.requests]
      .sort(byId)
      .map(request => ({ ...request, sites: [...new Set(request.sites)].sort() })),
  };
}

function worthOfAll(options: readonly DayOption[]): number {
  return sum(options.map(({ worth }) => worth));
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
