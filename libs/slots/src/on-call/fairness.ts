import { weekday, type LocalDate } from '@spark-den/kernel';
import type { DutyCounts, OnCallMember, OnCallRound } from './types.ts';

export type DutyKind = keyof DutyCounts;
export const DUTY_KINDS: readonly DutyKind[] = ['total', 'weekends', 'holidays'];

/** A weekend or a holiday too many weighs more than a plain day. */
const WEIGHTS: Readonly<DutyCounts> = { total: 1, weekends: 3, holidays: 5 };

/** What counts for a date besides the total; a holiday on a weekend is a holiday. */
export function kindOf(date: LocalDate, holidays: ReadonlySet<LocalDate>): DutyKind | null {
  if (holidays.has(date)) return 'holidays';
  return weekday(date) === 0 || weekday(date) === 6 ? 'weekends' : null;
}

/** The fair number of duties of a kind for each member, given how many there are with those done before. */
export function targetsOf(round: OnCallRound, kind: DutyKind, newDuties: number): number[] {
  const shares = round.members.map(member => member.share ?? 1);
  const all = sum(shares);
  const duties = newDuties + sum(round.members.map(member => doneOf(member, kind)));
  return shares.map(share => (duties * share) / all);
}

export function doneOf(member: OnCallMember, kind: DutyKind): number {
  return member.done?.[kind] ?? 0;
}

export function unfairnessOf(kind: DutyKind, count: number, target: number): number {
  return WEIGHTS[kind] * (count - target) ** 2;
}

/** The least unfairness of a kind if duties could go to anybody: one after the other to who lacks most. */
export function leastUnfairness(round: OnCallRound, kind: DutyKind, newDuties: number): number {
  const targets = targetsOf(round, kind, newDuties);
  const counts = round.members.map(member => doneOf(member, kind));
  for (let duty = 0; duty < newDuties; duty += 1) {
    let lacking = 0;
    counts.forEach((count, member) => {
      if (targets[member]! - count > targets[lacking]! - counts[lacking]!) lacking = member;
    });
    counts[lacking]! += 1;
  }
  return sum(counts.map((count, member) => unfairnessOf(kind, count, targets[member]!)));
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
