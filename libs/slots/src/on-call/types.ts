import type { Instant, LocalDate, LocalTime } from '@spark-den/kernel';

export interface OnCallMember {
  readonly id: string;
  /** Dates on which the member cannot be on call. */
  readonly away?: readonly LocalDate[];
  /** Share of the duty against the others; 1 when left out. */
  readonly share?: number;
  /** Duties of the rounds before, which count towards what is fair. */
  readonly done?: Partial<DutyCounts>;
}

export interface DutyCounts {
  readonly total: number;
  /** Saturdays and Sundays that are no holidays. */
  readonly weekends: number;
  readonly holidays: number;
}

export interface OnCallRound {
  readonly from: LocalDate;
  /** The last date, included. */
  readonly to: LocalDate;
  readonly members: readonly OnCallMember[];
  readonly holidays?: readonly LocalDate[];
  /** Who is on call on the date before `from`. */
  readonly before?: string | null;
  /** When one duty ends and the next begins, on the wall clock of `zone`. */
  readonly changeover: LocalTime;
  readonly zone: string;
}

/** A day and night of duty; on the nights on which clocks change it lasts 23 or 25 hours. */
export interface Duty {
  readonly date: LocalDate;
  /** `null`: nobody can, because everybody is away or was on call the day before. */
  readonly member: string | null;
  readonly start: Instant;
  readonly end: Instant;
}

export interface OnCallPlan {
  readonly duties: readonly Duty[];
  /** With what was done before. */
  readonly counts: ReadonlyMap<string, DutyCounts>;
  /** Unfairness: weighted squares of what each has above or below their share; 0 would be perfect. */
  readonly unfairness: number;
  /** No rotation is fairer than this. */
  readonly bound: number;
  /** Against the rotation as it stands: whom it relieves and whom it burdens. */
  readonly changes: readonly DutyChange[];
}

export interface DutyChange {
  readonly date: LocalDate;
  readonly from: string | null;
  readonly to: string | null;
}
