import type { LocalDate } from '@spark-den/kernel';
import {
  DUTY_KINDS,
  doneOf,
  kindOf,
  leastUnfairness,
  sum,
  targetsOf,
  unfairnessOf,
  type DutyKind,
} from './fairness.ts';
import type { DutyCounts, OnCallRound } from './types.ts';

/** Stands for the member of a day that nobody can do. */
export const NOBODY = -1;

/** Duties of each member by kind, and how unfair they are. */
export class Tally {
  readonly #round: OnCallRound;
  readonly #kinds: readonly (DutyKind | null)[];
  readonly #counts: ReadonlyMap<DutyKind, number[]>;
  readonly #targets: ReadonlyMap<DutyKind, readonly number[]>;
  readonly #new: ReadonlyMap<DutyKind, number>;

  constructor(round: OnCallRound, days: readonly LocalDate[], cover: readonly number[]) {
    const holidays = new Set(round.holidays ?? []);
    this.#round = round;
    this.#kinds = days.map(day => kindOf(day, holidays));
    const covered = (kind: DutyKind) =>
      cover.filter((member, day) => member !== NOBODY && (kind === 'total' || this.#kinds[day] === kind));
    this.#new = new Map(DUTY_KINDS.map(kind => [kind, covered(kind).length]));
    this.#targets = new Map(DUTY_KINDS.map(kind => [kind, targetsOf(round, kind, covered(kind).length)]));
    this.#counts = new Map(
      DUTY_KINDS.map(kind => [
        kind,
        round.members.map(
          (member, at) => doneOf(member, kind) + covered(kind).filter(entry => entry === at).length,
        ),
      ]),
    );
  }

  /** Changes the cover and returns by how much it is less fair. */
  apply(cover: number[], change: readonly (readonly [number, number])[]): number {
    let delta = 0;
    for (const [day, member] of change) {
      delta += this.#add('total', cover[day]!, -1) + this.#add('total', member, 1);
      const kind = this.#kinds[day];
      if (kind) delta += this.#add(kind, cover[day]!, -1) + this.#add(kind, member, 1);
      cover[day] = member;
    }
    return delta;
  }

  unfairness(): number {
    return sum(
      DUTY_KINDS.flatMap(kind =>
        this.#counts
          .get(kind)!
          .map((count, member) => unfairnessOf(kind, count, this.#targets.get(kind)![member]!)),
      ),
    );
  }

  bound(): number {
    return sum(DUTY_KINDS.map(kind => leastUnfairness(this.#round, kind, this.#new.get(kind)!)));
  }

  counts(): Map<string, DutyCounts> {
    return new Map(
      this.#round.members.map(({ id }, member) => [
        id,
        {
          total: this.#counts.get('total')![member]!,
          weekends: this.#counts.get('weekends')![member]!,
          holidays: this.#counts.get('holidays')![member]!,
        },
      ]),
    );
  }

  #add(kind: DutyKind, member: number, step: 1 | -1): number {
    const counts = this.#counts.get(kind)!;
    const target = this.#targets.get(kind)![member]!;
    const before = unfairnessOf(kind, counts[member]!, target);
    counts[member]! += step;
    return unfairnessOf(kind, counts[member]!, target) - before;
  }
}
