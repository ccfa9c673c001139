import type { Finding } from '@spark-den/claim-rules';
import { addCents, sumCents, type Cents } from '@spark-den/kernel';
import type { ClaimContent, PriorDecision } from './claim-content.ts';

/** What the patient would owe after a payer: its PR amounts on claim and lines. */
export function patientShare(decision: PriorDecision): Cents {
  const shares = [...decision.adjustments, ...decision.lines.flatMap(line => line.adjustments)].filter(
    adjustment => adjustment.group === 'PR',
  );
  return sumCents(shares, adjustment => adjustment.amountCents);
}

/**
 * A secondary claim repeats what the payers before it decided, and each line must add up: paid plus adjustments is the
 * charge (DOMAIN A.7). A decision that does not add up is never sent on.
 */
export function cobFindings(content: ClaimContent): Finding[] {
  return content.priorDecisions.flatMap(decision =>
    content.lines.flatMap((line, index) => {
      const decided = decision.lines.find(candidate => candidate.chargeLineId === line.chargeLineId);
      const sum = decided
        ? addCents(
            decided.paidCents,
            sumCents(decided.adjustments, adjustment => adjustment.amountCents),
          )
        : undefined;
      if (sum === line.chargeCents) return [];
      return [
        {
          ruleId: 'CB-101',
          layer: 'payer' as const,
          severity: 'error' as const,
          message:
            sum === undefined
              ? `The earlier payer's decision on line ${index + 1} is missing.`
              : `Line ${index + 1} does not add up: what the earlier payer paid and adjusted is not the charge.`,
          source: '837P implementation guide 005010X222A1, loop 2430 (COB balancing)',
          fields: [`lines.${index}`],
          remedy:
            "Read the earlier payer's remittance against this line; ask for a corrected one if it is wrong.",
        },
      ];
    }),
  );
}
