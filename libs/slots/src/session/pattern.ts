import { sessionCosts, type Session, type SessionCost } from './cost.ts';

export interface SessionPattern extends SessionCost {
  /** Patients at the start of each slot. */
  readonly arrivals: readonly number[];
  /** Whether no other pattern costs less. */
  readonly proven: boolean;
}

/** Up to here every neighbour is looked at: 2^14 of them. */
const WHOLE_NEIGHBOURHOOD = 14;
/** Beyond it, two patients move at once only so far each, and less far in a session longer than `LONG`. */
const NEAR = 4;
const NEAREST = 1;
const LONG = 32;
const LEAST = 1e-9;

/**
 * The pattern that costs least. The cost is multimodular, so that a pattern better than all its neighbours
 * (every set of moves of one patient to the slot before, the first slot's to the end) is the best of all;
 * with more than 14 slots only neighbours by one move or two short ones are tried and nothing is proven.
 */
export function bestPattern(session: Session): SessionPattern {
  const costOf = sessionCosts(session);
  let arrivals = evenly(session.slots, session.patients);
  let found: SessionCost = costOf(arrivals);
  const neighbourhoods =
    session.slots <= WHOLE_NEIGHBOURHOOD ? [byOneMove, bySetsOfMoves] : [byOneMove, byTwoMoves];
  for (let level = 0; level < neighbourhoods.length;) {
    let better = false;
    for (const neighbour of neighbourhoods[level]!(arrivals)) {
      const cost = costOf(neighbour);
      if (cost.cost < found.cost - LEAST) {
        [arrivals, found, better] = [neighbour, cost, true];
        break;
      }
    }
    level = better ? 0 : level + 1;
  }
  return { arrivals, ...found, proven: session.slots <= WHOLE_NEIGHBOURHOOD };
}

function evenly(slots: number, patients: number): number[] {
  return Array.from(
    { length: slots },
    (_, slot) => Math.floor(((slot + 1) * patients) / slots) - Math.floor((slot * patients) / slots),
  );
}

/** One patient goes to any other slot. */
function* byOneMove(arrivals: readonly number[], far = Infinity): Generator<number[]> {
  for (let from = 0; from < arrivals.length; from += 1) {
    if (arrivals[from] === 0) continue;
    for (let to = 0; to < arrivals.length; to += 1) {
      if (to === from || Math.abs(to - from) > far) continue;
      const moved = [...arrivals];
      moved[from]! -= 1;
      moved[to]! += 1;
      yield moved;
    }
  }
}

function* byTwoMoves(arrivals: readonly number[]): Generator<number[]> {
  const far = arrivals.length > LONG ? NEAREST : NEAR;
  for (const once of byOneMove(arrivals, far)) yield* byOneMove(once, far);
}

/** Each set of slots gives one patient to the slot before; the first slot gives to the last. */
function* bySetsOfMoves(arrivals: readonly number[]): Generator<number[]> {
  const { length } = arrivals;
  for (let set = 1; set < 2 ** length - 1; set += 1) {
    const moved = [...arrivals];
    for (let slot = 0; slot < length; slot += 1) {
      if (((set >>> slot) & 1) === 0) continue;
      moved[slot]! -= 1;
      moved[(slot + length - 1) % length]! += 1;
    }
    if (moved.every(count => count >= 0)) yield moved;
  }
}
