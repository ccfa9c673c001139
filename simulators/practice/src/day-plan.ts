import { weekday, type LocalDate } from '@spark-den/kernel';
import { PAYER_IDS, roster, type Member } from '@spark-den/payers-simulator/roster';
import type { Findings } from './care-team.ts';
import { findingsOf, VISIT_TYPES, type VisitKind } from './case-mix.ts';
import { demoIds } from './demo-practice.ts';
import { locationOn } from './grown-practice.ts';
import type { Random } from './random.ts';

export type Outcome = 'kept' | 'no-show' | 'cancelled';

export interface PlannedVisit {
  readonly member: Member;
  readonly isNew: boolean;
  readonly provider: number;
  readonly locationId: string;
  readonly kind: VisitKind;
  /** Minutes from midnight at the practice. */
  readonly start: number;
  readonly minutes: number;
  readonly outcome: Outcome;
  readonly findings: Findings;
  readonly paysByCard: boolean;
}

const MORNING = [8 * 60, 12 * 60] as const;
const AFTERNOON = [13 * 60, 17 * 60] as const;

/** Who comes to the practice, day by day: drawn from the roster, the same for the same seed. */
export class Demand {
  readonly #random: Random;
  readonly #perProvider: number;
  #nextNew = 0;
  readonly #known: Member[] = [];
  readonly #hadWellness = new Set<number>();

  constructor(random: Random, perProvider: number) {
    this.#random = random;
    this.#perProvider = perProvider;
  }

  /** The visits of a day, in order of time. */
  plan(date: LocalDate, providers: number): PlannedVisit[] {
    const today = new Set<number>();
    const visits: PlannedVisit[] = [];
    for (let provider = 1; provider <= providers; provider += 1) {
      visits.push(...this.#providerDay(date, provider, today));
    }
    return visits.sort((a, b) => a.start - b.start || a.provider - b.provider);
  }

  #providerDay(date: LocalDate, provider: number, today: Set<number>): PlannedVisit[] {
    const locationId = locationOn(provider, weekday(date));
    const visits: PlannedVisit[] = [];
    let hadUltrasound = false;
    for (const [from, to] of [MORNING, AFTERNOON]) {
      let cursor = from;
      const most = Math.ceil(this.#perProvider / 2);
      for (let count = 0; count < most; count += 1) {
        const { member, isNew } = this.#nextMember(today);
        const mayScan = provider === 1 && locationId === demoIds.location(1) && !hadUltrasound;
        const kind = this.#kindFor(member, isNew, mayScan);
        const { minutes } = VISIT_TYPES[kind];
        if (cursor + minutes > to) break;
        hadUltrasound ||= kind === 'ultrasound';
        visits.push(this.#visit({ member, isNew, provider, locationId, kind, start: cursor, minutes }));
        cursor += minutes + 10 * this.#random.below(3);
      }
    }
    return visits;
  }

  #visit(
    slot: Pick<PlannedVisit, 'member' | 'isNew' | 'provider' | 'locationId' | 'kind' | 'start' | 'minutes'>,
  ): PlannedVisit {
    return {
      ...slot,
      outcome: this.#random.weighted<Outcome>([
        ['kept', 91],
        ['no-show', 5],
        ['cancelled', 4],
      ]),
      findings: findingsOf(slot.kind, this.#random),
      paysByCard: this.#random.chance(0.2),
    };
  }

  /** Half of the visits are of people who come for the first time, as long as the roster lasts. */
  #nextMember(today: Set<number>): { member: Member; isNew: boolean } {
    const old = this.#known.filter(member => !today.has(member.number));
    const fresh = this.#freshMember();
    const takeNew = fresh !== undefined && (old.length === 0 || this.#random.chance(0.5));
    const member = takeNew ? fresh : (old[this.#random.below(old.length)] as Member);
    if (takeNew) {
      this.#nextNew += 1;
      this.#known.push(member);
    }
    today.add(member.number);
    return { member, isNew: takeNew };
  }

  /** Named members are kept for people who try things by hand. */
  #freshMember(): Member | undefined {
    return roster()[12 + this.#nextNew];
  }

  #kindFor(member: Member, isNew: boolean, mayScan: boolean): VisitKind {
    if (mayScan && this.#random.chance(0.3)) return 'ultrasound';
    if (isNew) return 'new';
    const covered = member.coverages.some(coverage => coverage.payerId !== PAYER_IDS.state);
    const again = this.#hadWellness.has(member.number);
    if (covered && this.#random.chance(again ? 0.03 : 0.2)) {
      this.#hadWellness.add(member.number);
      return 'wellness';
    }
    return 'follow-up';
  }
}
