import { addDays, addMonths, daysBetween, type LocalDate } from '@spark-den/kernel';
import type { DeadlineRule, PayerRules, ScrubClaim } from './types.ts';

export interface Deadline {
  readonly kind: DeadlineRule['kind'];
  /** The day from which the window runs; it is not counted itself. */
  readonly startedOn: LocalDate;
  readonly lastDay: LocalDate;
  /** The last day on which the payer's acknowledgment still arrives in time. */
  readonly lastSafeDay: LocalDate;
  readonly source: string;
}

/** The rule of that kind that held when the window began: the newest one not later than the start. */
export function deadlineRuleOn(
  rules: readonly DeadlineRule[],
  kind: DeadlineRule['kind'],
  startedOn: LocalDate,
): DeadlineRule | undefined {
  return rules
    .filter(rule => rule.kind === kind && rule.effectiveFrom <= startedOn)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
}

export function deadlineFrom(
  rule: DeadlineRule,
  startedOn: LocalDate,
  acknowledgmentLagDays: number,
): Deadline {
  const lastDay = rule.unit === 'days' ? addDays(startedOn, rule.length) : addMonths(startedOn, rule.length);
  return {
    kind: rule.kind,
    startedOn,
    lastDay,
    lastSafeDay: addDays(lastDay, -acknowledgmentLagDays),
    source: rule.source,
  };
}

type ClaimDates = Pick<ScrubClaim, 'frequency' | 'payerOrder' | 'dateOfService' | 'primaryRemittanceDate'>;
type PayerClock = Pick<PayerRules, 'deadlines' | 'acknowledgmentLagDays'>;

/** Until when a claim may be filed; undefined where the payer's profile names no window for it. */
export function claimDeadline(claim: ClaimDates, payer: PayerClock): Deadline | undefined {
  const starts = (rule: DeadlineRule) =>
    rule.starts === 'service-date'
      ? claim.dateOfService
      : (claim.primaryRemittanceDate ?? claim.dateOfService);
  const kinds: DeadlineRule['kind'][] =
    claim.frequency !== '1'
      ? ['corrected-claim', 'original-claim']
      : claim.payerOrder === 'primary'
        ? ['original-claim']
        : ['secondary-claim', 'original-claim'];
  for (const kind of kinds) {
    const candidate = payer.deadlines.find(rule => rule.kind === kind);
    const rule = candidate && deadlineRuleOn(payer.deadlines, kind, starts(candidate));
    if (rule) return deadlineFrom(rule, starts(rule), payer.acknowledgmentLagDays);
  }
  return undefined;
}

/** Until when a denial may be appealed at the first level. */
export function appealDeadline(payer: PayerClock, remittanceDate: LocalDate): Deadline | undefined {
  const rule = deadlineRuleOn(payer.deadlines, 'appeal', remittanceDate);
  return rule && deadlineFrom(rule, remittanceDate, 0);
}

export function daysLeft(deadline: Deadline, today: LocalDate): number {
  return daysBetween(today, deadline.lastSafeDay);
}
