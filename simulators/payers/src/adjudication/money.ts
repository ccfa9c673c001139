import { addCents, negateCents, subtractCents, sumCents, ZERO, type Cents } from '@spark-den/kernel';
import type { Adjustment, ClaimLine, Decision, GroupCode, LineDecision } from './claim.ts';

/** A line's decision, balanced by construction: what is not adjusted is paid. */
export function decideLine(
  line: ClaimLine,
  allowedCents: Cents,
  adjustments: readonly Adjustment[],
  remarks: readonly string[] = [],
): LineDecision {
  const kept = adjustments.filter(adjustment => adjustment.amountCents !== 0);
  const paidCents = subtractCents(line.chargeCents, ...kept.map(adjustment => adjustment.amountCents));
  return { line, allowedCents, paidCents, adjustments: kept, remarks };
}

/** Nothing is allowed: the whole charge goes to one reason. */
export function denyLine(
  line: ClaimLine,
  group: GroupCode,
  reason: string,
  remarks: readonly string[] = [],
): LineDecision {
  return decideLine(line, ZERO, [{ group, reason, amountCents: line.chargeCents }], remarks);
}

export function paidOf(decision: Decision): Cents {
  return sumCents(decision.lines, line => line.paidCents);
}

export function chargedOf(decision: Decision): Cents {
  return sumCents(decision.lines, line => line.line.chargeCents);
}

export function patientShareOf(lines: readonly LineDecision[]): Cents {
  return sumCents(lines, line => adjustedBy(line.adjustments, 'PR'));
}

export function adjustedBy(adjustments: readonly Adjustment[], group: GroupCode): Cents {
  return sumCents(adjustments, item => (item.group === group ? item.amountCents : ZERO));
}

/** The same decision with every amount turned round, under status 22. */
export function reverse(decision: Decision): Decision {
  return {
    ...decision,
    status: '22',
    deductibleCents: negateCents(decision.deductibleCents),
    lines: decision.lines.map(({ line, ...rest }) => ({
      ...rest,
      line: { ...line, chargeCents: negateCents(line.chargeCents) },
      allowedCents: negateCents(rest.allowedCents),
      paidCents: negateCents(rest.paidCents),
      adjustments: rest.adjustments.map(item => ({ ...item, amountCents: negateCents(item.amountCents) })),
    })),
  };
}

export function smaller(a: Cents, b: Cents): Cents {
  return a < b ? a : b;
}

export function atLeastZero(amount: Cents): Cents {
  return amount < 0 ? ZERO : amount;
}

/** Decisions of one payment, netted: what they add to a check. */
export function netOf(decisions: readonly Decision[]): Cents {
  return addCents(...decisions.map(paidOf));
}
