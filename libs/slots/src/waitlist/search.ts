import { seededRandom } from '../random.ts';
import { packOpening } from './packing.ts';
import type { Waitlist } from './types.ts';

export type Gains = readonly (readonly number[])[];

/** For each patient the index of an opening, or -1. */
export type Assignment = readonly number[];

/** Loss that a move may bring about at first, as a share of the greatest gain, and how far it falls. */
const HOT = 1 / 6;
const COOLING = 0.03;

/**
 * Simulated annealing: a patient is put into an opening, whoever brings least for the time leaves until all
 * fit, and those who left go where they still fit best.
 */
export function searchOffers(
  list: Waitlist,
  gains: Gains,
  margins: Gains,
  seed: number,
  moves: number,
): Assignment {
  const random = seededRandom(seed);
  const pairs = gains.flatMap((row, patient) =>
    row.flatMap((gain, opening) => (gain > 0 ? [{ patient, opening }] : [])),
  );
  // good pairs are tried more often than poor ones
  pairs.sort((a, b) => margins[b.patient]![b.opening]! - margins[a.patient]![a.opening]!);
  const choices = gains.map(row =>
    row.flatMap((gain, opening) => (gain > 0 ? [opening] : [])).sort((a, b) => row[b]! - row[a]!),
  );
  const inside: number[][] = list.openings.map(() => []);
  const place: number[] = gains.map(() => -1);
  const fits = (opening: number, patients: readonly number[], extra = -1) => {
    let steps = extra === -1 ? 0 : list.waitlist[extra]!.dur;
    for (const patient of patients) steps += list.waitlist[patient]!.dur;
    if (steps > list.openings[opening]!.len) return false;
    if (list.fit === 'overlap') return true;
    const all = extra === -1 ? patients : [...patients, extra];
    return (
      packOpening(
        list.openings[opening]!,
        all.map(at => list.waitlist[at]!),
        list.fit,
      ) !== null
    );
  };
  const put = (patient: number, opening: number) => {
    if (place[patient] !== -1) inside[place[patient]!]!.splice(inside[place[patient]!]!.indexOf(patient), 1);
    if (opening !== -1) inside[opening]!.push(patient);
    place[patient] = opening;
  };
  const gainOf = (patient: number, opening: number) => (opening === -1 ? 0 : gains[patient]![opening]!);
  const hot = Math.max(...gains.flat(), 0) * HOT;
  let best = [...place];
  let value = 0;
  let bestValue = 0;
  for (let move = 0; move < moves && pairs.length > 0; move += 1) {
    const heat = hot * COOLING ** (move / moves);
    const { patient, opening } = pairs[Math.floor(random() * random() * pairs.length)]!;
    if (place[patient] === opening) continue;
    const undo: [number, number][] = [[patient, place[patient]!]];
    let change = gainOf(patient, opening) - gainOf(patient, place[patient]!);
    put(patient, opening);
    while (!fits(opening, inside[opening]!)) {
      const [weakest] = inside[opening]!.filter(other => other !== patient).sort(
        (a, b) => margins[a]![opening]! - margins[b]![opening]! || b - a,
      );
      undo.push([weakest!, opening]);
      change -= gainOf(weakest!, opening);
      put(weakest!, -1);
    }
    const waiting = place.flatMap((at, other) => (at === -1 && choices[other]!.length > 0 ? [other] : []));
    const homeless = undo.slice(1).map(([other]) => other);
    if (waiting.length > 0) homeless.push(waiting[Math.floor(random() * waiting.length)]!);
    for (const other of homeless) {
      if (place[other] !== -1) continue;
      const found = choices[other]!.find(to => fits(to, inside[to]!, other));
      if (found === undefined) continue;
      undo.push([other, -1]);
      change += gainOf(other, found);
      put(other, found);
    }
    if (change < heat * Math.log(1 - random())) {
      for (const [other, back] of undo.reverse()) put(other, back);
      continue;
    }
    value += change;
    if (value > bestValue + 1e-9) {
      bestValue = value;
      best = [...place];
    }
  }
  return best;
}
