import { seededRandom, type Random } from '../random.ts';
import { NOWHERE, Places, type PairValues } from './places.ts';
import type { Waitlist } from './types.ts';

export interface OfferSearch {
  readonly gains: PairValues;
  /** What each pair gains beyond the prices of the bound: good pairs are tried more often. */
  readonly margins: PairValues;
  readonly seed: number;
  readonly moves: number;
}

/** A patient that went from one opening to another, either of them perhaps nowhere. */
interface Step {
  readonly patient: number;
  readonly from: number;
}

/** Loss that a move may bring about at first, as a share of the greatest gain, and how far it falls. */
const HOT = 1 / 8;
const COOLING = 0.03;
/** How often not the weakest has to leave. */
const ANYBODY = 0.2;
/** How often somebody who waits is looked for in a move. */
const LOOKS = 3;

/**
 * Simulated annealing from a plan that takes the best pairs by their margin: a patient is put into an opening, whoever brings least there leaves until all fit, and
 * those who left, and one more who waits, go where they still fit best.
 *
 * @returns for each patient the index of an opening, or -1
 */
export function searchOffers(
  list: Waitlist,
  { gains, margins, seed, moves }: OfferSearch,
): readonly number[] {
  const random = seededRandom(seed);
  const pairs = gains
    .flatMap((row, patient) =>
      row.flatMap((gain, opening) =>
        gain > 0 ? [{ patient, opening, margin: margins[patient]![opening]! }] : [],
      ),
    )
    .sort((a, b) => b.margin - a.margin);
  const choices = gains.map(row =>
    row.flatMap((gain, opening) => (gain > 0 ? [opening] : [])).sort((a, b) => row[b]! - row[a]!),
  );
  const places = new Places(list, gains);
  const hot = gains.flat().reduce((most, gain) => Math.max(most, gain), 0) * HOT;
  let value = fillGreedily(places, pairs);
  let best: readonly number[] = [...places.of];
  let bestValue = value;
  for (let move = 0; move < moves && pairs.length > 0; move += 1) {
    const heat = hot * COOLING ** (move / moves);
    const { patient, opening } = pairs[Math.floor(random() * random() * pairs.length)]!;
    if (places.of[patient] === opening) continue;
    const steps: Step[] = [{ patient, from: places.of[patient]! }];
    let change =
      places.put(patient, opening) + makeRoom(places, opening, patient, { margins, random }, steps);
    change += placeHomeless(places, choices, steps, random);
    if (change < heat * Math.log(1 - random())) {
      for (const step of steps.reverse()) places.put(step.patient, step.from);
      continue;
    }
    value += change;
    if (value > bestValue + 1e-9) {
      bestValue = value;
      best = [...places.of];
    }
  }
  return best;
}

function fillGreedily(places: Places, pairs: readonly { patient: number; opening: number }[]): number {
  let value = 0;
  for (const { patient, opening } of pairs) {
    if (places.of[patient] === NOWHERE && places.fits(opening, patient))
      value += places.put(patient, opening);
  }
  return value;
}

/**
 * Whoever brings least in an opening leaves it, one after the other, until the rest fits beside `guest`; now and
 * then anybody, since two who bring little can bring more together than the one who keeps both out.
 */
function makeRoom(
  places: Places,
  opening: number,
  guest: number,
  { margins, random }: { readonly margins: PairValues; readonly random: Random },
  steps: Step[],
): number {
  let change = 0;
  while (!places.fits(opening)) {
    const others = places.inside(opening).filter(patient => patient !== guest);
    const leaving =
      random() < ANYBODY
        ? others[Math.floor(random() * others.length)]!
        : others.reduce((a, b) => (margins[b]![opening]! < margins[a]![opening]! ? b : a));
    steps.push({ patient: leaving, from: opening });
    change += places.put(leaving, NOWHERE);
  }
  return change;
}

/** Those who left, and one more who waits, go to the opening that gains most of those where they fit. */
function placeHomeless(
  places: Places,
  choices: readonly (readonly number[])[],
  steps: Step[],
  random: Random,
): number {
  const homeless = steps.slice(1).map(({ patient }) => patient);
  for (let look = 0; look < LOOKS; look += 1) {
    const patient = Math.floor(random() * choices.length);
    if (places.of[patient] !== NOWHERE || choices[patient]!.length === 0) continue;
    homeless.push(patient);
    break;
  }
  let change = 0;
  for (const patient of homeless) {
    if (places.of[patient] !== NOWHERE) continue;
    const opening = choices[patient]!.find(entry => places.fits(entry, patient));
    if (opening === undefined) continue;
    steps.push({ patient, from: NOWHERE });
    change += places.put(patient, opening);
  }
  return change;
}
