import type { Opening, Waiting } from './types.ts';

const ROUNDS = 200;
/** Rounds without a better bound after which the prices move more slowly. */
const PATIENCE = 8;
/** The first steps aim at a bound lower by this share. */
const TARGET = 0.1;

export interface PricedBound {
  /** No set of offers gains more. */
  readonly bound: number;
  /** What each pair of patient and opening gains beyond the prices of both; poor where far below zero. */
  readonly margins: readonly (readonly number[])[];
}

/**
 * An upper bound by Lagrangian relaxation: patients may take several offers but pay for each, every opening
 * packs its best load (a knapsack), and the prices move by the subgradient. `gains[patient][opening]`.
 */
export function waitlistBound(
  openings: readonly Opening[],
  patients: readonly Waiting[],
  gains: readonly (readonly number[])[],
): PricedBound {
  const prices = patients.map(() => 0);
  const takers = openings.map((_, at) => [...patients.keys()].filter(patient => gains[patient]![at]! > 0));
  let bestPrices: readonly number[] = prices;
  let rents: readonly number[] = [];
  let bound = Infinity;
  let pace = 1;
  let idle = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const taken = patients.map(() => 0);
    const loads = openings.map((opening, at) =>
      bestLoad(
        opening.len,
        takers[at]!.map(patient => ({
          patient,
          dur: patients[patient]!.dur,
          value: gains[patient]![at]! - prices[patient]!,
        })),
        taken,
      ),
    );
    const value = sum(prices) + sum(loads);
    if (value < bound - 1e-9) {
      bound = value;
      bestPrices = [...prices];
      rents = loads.map((load, at) => load / openings[at]!.len);
      idle = 0;
    } else if ((idle += 1) === PATIENCE) {
      pace /= 2;
      idle = 0;
    }
    const slope = sum(taken.map(count => (count - 1) ** 2));
    if (slope === 0) break;
    const step = (pace * TARGET * value) / slope;
    taken.forEach((count, patient) => {
      prices[patient] = Math.max(0, prices[patient]! + step * (count - 1));
    });
  }
  const margins = gains.map((row, patient) =>
    row.map((gain, at) => gain - bestPrices[patient]! - rents[at]! * patients[patient]!.dur),
  );
  return { bound, margins };
}

interface Load {
  readonly patient: number;
  readonly dur: number;
  readonly value: number;
}

/** The best value of a knapsack over whole steps; counts what it took in `taken`. */
function bestLoad(length: number, loads: readonly Load[], taken: number[]): number {
  const best = new Float64Array(length + 1);
  const last = Array.from({ length: length + 1 }, (): readonly number[] => []);
  for (const { patient, dur, value } of loads) {
    if (value <= 0) continue;
    for (let used = length; used >= dur; used -= 1) {
      if (best[used - dur]! + value > best[used]! + 1e-12) {
        best[used] = best[used - dur]! + value;
        last[used] = [...last[used - dur]!, patient];
      }
    }
  }
  for (const patient of last[length]!) taken[patient]! += 1;
  return best[length]!;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
