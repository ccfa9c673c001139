import { seededRandom } from '../random.ts';
import { Occupancy } from './occupancy.ts';
import type { DayOption } from './options.ts';
import type { ClinicDay } from './types.ts';

export interface DaySearchOptions {
  readonly seed: number;
  /** Moves to try. The same seed and moves give the same plan on every machine. */
  readonly moves: number;
  /** Asked now and then; the search ends early when it says so, and the plan may then differ. */
  readonly isLate?: () => boolean;
}

type Options = readonly (readonly DayOption[])[];

/** Loss that a move may bring about, in worth: much at first, hardly any at the end. */
const HOT = 6;
const COLD = 0.3;
const ASK_EVERY = 1_000;

/**
 * Simulated annealing over plans that never break a hard rule. A move puts one request at one of its
 * options, lets whoever is in the way leave, and finds the best free place for each of them and for one
 * more request that waits. Returns an option, or `null`, for each request.
 */
export function searchDay(
  day: ClinicDay,
  options: Options,
  { seed, moves, isLate }: DaySearchOptions,
): (DayOption | null)[] {
  const random = seededRandom(seed);
  const occupancy = new Occupancy(day);
  const movable = options.flatMap((list, request) => (list.length > 0 ? [request] : []));
  let best = [...occupancy.placed];
  let bestWorth = 0;
  let worth = 0;
  if (movable.length === 0) return best;
  for (let move = 0; move < moves; move += 1) {
    if (isLate && move % ASK_EVERY === 0 && isLate()) break;
    const heat = HOT * (COLD / HOT) ** (move / moves);
    const request = movable[Math.floor(random() * movable.length)]!;
    const list = options[request]!;
    // good options are tried more often than poor ones
    const option = list[Math.floor(random() * random() * list.length)]!;
    if (occupancy.placed[request] === option) continue;
    const before = [...occupancy.placed];
    const change = put(occupancy, options, option, random);
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

/** Makes the move and says what it gains. */
function put(occupancy: Occupancy, options: Options, option: DayOption, random: () => number): number {
  const present = occupancy.placed[option.request] ?? null;
  if (present) occupancy.remove(present);
  let change = option.worth - (present?.worth ?? 0);
  const leaving = occupancy.inTheWay(option);
  for (const other of leaving) {
    change -= other.worth;
    occupancy.remove(other);
  }
  occupancy.place(option);
  const homeless = leaving.map(other => other.request);
  const waiting = occupancy.placed.flatMap((place, request) =>
    place === null && !homeless.includes(request) ? [request] : [],
  );
  if (waiting.length > 0) homeless.push(waiting[Math.floor(random() * waiting.length)]!);
  for (const request of homeless) {
    const place = options[request]!.find(entry => occupancy.isFree(entry));
    if (!place) continue;
    occupancy.place(place);
    change += place.worth;
  }
  return change;
}
