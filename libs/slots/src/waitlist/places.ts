import { packOpening } from './packing.ts';
import type { Waitlist } from './types.ts';

/** Gains or margins: `[patient][opening]`. */
export type PairValues = readonly (readonly number[])[];

/** Stands for no opening. */
export const NOWHERE = -1;

/** Which opening each patient is offered, in the making; patients and openings by their index. */
export class Places {
  /** The opening of each patient, or `NOWHERE`. */
  readonly of: number[];
  readonly #list: Waitlist;
  readonly #gains: PairValues;
  readonly #inside: number[][];

  constructor(list: Waitlist, gains: PairValues) {
    this.#list = list;
    this.#gains = gains;
    this.of = list.waitlist.map(() => NOWHERE);
    this.#inside = list.openings.map(() => []);
  }

  inside(opening: number): readonly number[] {
    return this.#inside[opening]!;
  }

  /** Puts a patient somewhere, or nowhere, and returns what that gains. */
  put(patient: number, opening: number): number {
    const before = this.of[patient]!;
    if (before !== NOWHERE) {
      const list = this.#inside[before]!;
      list.splice(list.indexOf(patient), 1);
    }
    if (opening !== NOWHERE) this.#inside[opening]!.push(patient);
    this.of[patient] = opening;
    return this.#gainOf(patient, opening) - this.#gainOf(patient, before);
  }

  /** Whether all who are in an opening fit, and one more if asked. */
  fits(opening: number, more?: number): boolean {
    const { len } = this.#list.openings[opening]!;
    const inside = this.#inside[opening]!;
    let steps = more === undefined ? 0 : this.#list.waitlist[more]!.dur;
    for (const patient of inside) steps += this.#list.waitlist[patient]!.dur;
    if (steps > len) return false;
    if (this.#list.fit === 'overlap') return true;
    const all = more === undefined ? inside : [...inside, more];
    const patients = all.map(patient => this.#list.waitlist[patient]!);
    return packOpening(this.#list.openings[opening]!, patients, 'inside') !== null;
  }

  #gainOf(patient: number, opening: number): number {
    return opening === NOWHERE ? 0 : this.#gains[patient]![opening]!;
  }
}
