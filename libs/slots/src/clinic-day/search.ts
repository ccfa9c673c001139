import { seededRandom, type Random } from '../random.ts';
import { Occupancy, type Spot } from './occupancy.ts';
import type { DayOption } from './options.ts';
import type { ClinicDay } from './types.ts';

export interface DaySearchOptions {
  readonly seed: number;
  /** Moves to try. The same seed and moves give the same plan on every machine. */
  readonly moves: number;
  /** Share of the time that has passed, asked now and then; a search that it hurries may find another plan. */
  readonly elapsed?: () => number;
}

/** Loss that a move may bring about, in worth: much at first, hardly any at the end. */
const HOT = 6;
const COLD = 0.3;
const ASK_EVERY = 20;
/** Before this share of the time has passed, the clock says too little about the pace. */
const SETTLED = 0.1;

/**
 * Simulated annealing from a greedy plan over plans that never break a hard rule. A move puts one request at one of its
 * options, lets whoever is in the way leave, and finds the best free place for each of them and for one
 * more request that waits. Returns an option, or `null`, for each request.
 */
export function searchDay(
  day: ClinicDay,
  options: readonly (readonly DayOption[])[],
  { seed, moves, elapsed }: DaySearchOptions,
): (DayOption | null)[] {
  const random = seededRandom(seed);
  const occupancy = new Occupancy(day, options);
  const movable = options.flatMap((list, request) => (list.length > 0 ? [request] : []));
  let worth = fillGreedily(occupancy, movable);
  let best = [...occupancy.placed];
  let bestWorth = worth;
  if (movable.length === 0) return best;
  let passed = 0;
  for (let move = 0; move < moves; move += 1) {
    if (elapsed && move % ASK_EVERY === 0) passed = elapsed();
    if (passed >= 1 && move > 0) break;
    // where time runs faster than the moves do, it cools the search, so that it is not cut off while hot
    const progress = passed < SETTLED ? move / moves : Math.max(move / moves, passed);
    const heat = HOT * (COLD / HOT) ** progress;
    const request = movable[Math.floor(random() * movable.length)]!;
    const list = occupancy.spots[request]!;
    // good options are tried more often than poor ones
    const spot = list[Math.floor(random() * random() * list.length)]!;
    if (occupancy.placed[request] === spot) continue;
    const before = [...occupancy.placed];
    const change = put(occupancy, spot, random);
    if (change < heat * Math.log(1 - random())) {
      occupancy.become(before);
      continue;
    }
    worth += change;
    if (worth > bestWorth) {
      bestWorth = worth;
      best = [...occupancy.placed];
    }
  }
  return best;
}

/** A plan to begin with, for one who has no time for more: who is worth most chooses first. */
function fillGreedily(occupancy: Occupancy, movable: readonly number[]): number {
  const most = (request: number) => occupancy.spots[request]![0]!.worth;
  let worth = 0;
  for (const request of [...movable].sort((a, b) => most(b) - most(a))) {
    const free = occupancy.spots[request]!.find(spot => occupancy.isFree(spot));
    if (!free) continue;
    occupancy.place(free);
    worth += free.worth;
  }
  return worth;
}

/** Makes the move and says what it gains. */
function put(occupancy: Occupancy, spot: Spot, random: Random): number {
  const present = occupancy.placed[spot.request] ?? null;
  if (present) occupancy.remove(present);
  let change = spot.worth - (present?.worth ?? 0);
  const leaving = occupancy.inTheWay(spot);
  for (const other of leaving) {
    change -= other.worth;
    occupancy.remove(other);
  }
  occupancy.place(spot);
  const homeless = leaving.map(({ request }) => request);
  const waiting = oneThatWaits(occupancy, homeless, random);
  if (waiting !== null) homeless.push(waiting);
  for (const request of homeless) {
    const free = occupancy.spots[request]!.find(entry => occupancy.isFree(entry));
    if (!free) continue;
    occupancy.place(free);
    change += free.worth;
  }
  return change;
}

function oneThatWaits(occupancy: Occupancy, homeless: readonly number[], random: Random): number | null {
  const waiting: number[] = [];
  for (let request = 0; request < occupancy.placed.length; request += 1) {
    if (occupancy.placed[request] === null && !homeless.includes(request)) waiting.push(request);
  }
  return waiting.length === 0 ? null : waiting[Math.floor(random() * waiting.length)]!;
}
