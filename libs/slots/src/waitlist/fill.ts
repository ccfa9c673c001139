import { byId } from '../by-id.ts';
import { waitlistBound } from './bound.ts';
import { chanceOf } from './chance.ts';
import { packOpening } from './packing.ts';
import { searchOffers } from './search.ts';
import type { ExplainedOffer, Waitlist } from './types.ts';

export interface WaitlistPlan {
  /** Expected weighted steps that the offers fill. */
  readonly objective: number;
  readonly bound: number;
  readonly gap: number;
  readonly offers: readonly ExplainedOffer[];
}

/** Visits that must lie inside a window are slower to pack. */
const MOVES = { overlap: 12_000, inside: 4_000 };
/** Searches from different seeds, until one comes this near to the bound. */
const TURNS = 3;
const NEAR = 0.998;

/** Proposes which patient is offered which opening; each patient one, each opening as many as fit. */
export function fillOpenings(
  list: Waitlist,
  { seed = 1, moves = MOVES[list.fit] }: { readonly seed?: number; readonly moves?: number } = {},
): WaitlistPlan {
  // the order of joining, not of the input, breaks ties
  const waitlist = [...list.waitlist].sort((a, b) => a.joined - b.joined || byId(a, b));
  const openings = [...list.openings].sort(byId);
  const ordered = { ...list, openings, waitlist };
  const chances = waitlist.map(patient => openings.map(opening => chanceOf(patient, opening, list.fit)));
  const gains = chances.map((row, at) => row.map(chance => chance * waitlist[at]!.w * waitlist[at]!.dur));
  const { bound, margins } = waitlistBound(openings, waitlist, gains);
  let places: readonly number[] = [];
  let reached = -1;
  for (let turn = 0; turn < TURNS && reached < bound * NEAR; turn += 1) {
    const found = searchOffers(ordered, { gains, margins, seed: seed * TURNS + turn, moves });
    const value = sum(found.map((opening, patient) => gains[patient]![opening] ?? 0));
    if (value > reached) [places, reached] = [found, value];
  }
  const offers = openings.flatMap((opening, at): ExplainedOffer[] => {
    const patients = places.flatMap((place, patient) => (place === at ? [patient] : []));
    const starts =
      packOpening(
        opening,
        patients.map(patient => waitlist[patient]!),
        list.fit,
      ) ?? [];
    return patients.map((patient, index) => ({
      patient: waitlist[patient]!.id,
      opening: opening.id,
      start: starts[index]!,
      chance: chances[patient]![at]!,
      gain: gains[patient]![at]!,
    }));
  });
  const objective = sum(offers.map(({ gain }) => gain));
  return {
    objective,
    bound: Math.max(bound, objective),
    gap: bound > objective ? (bound - objective) / bound : 0,
    offers,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
