import { addCents, subtractCents, sumCents, type Cents } from '@spark-den/kernel';
import type { Payer } from '../payers/payer.ts';
import type { ClaimLine, LineDecision } from './claim.ts';
import { adjustedBy, atLeastZero, decideLine, smaller } from './money.ts';

/**
 * A line that others paid before us. We pay the patient's share that they left, up to our own allowance less their
 * payment. OA-23 says what their decision took off; what we leave of the share is written off by a payer of last
 * resort (CO-45) and stays with the patient otherwise (PR-2).
 */
export function decideSecondary(payer: Payer, line: ClaimLine, allowedCents: Cents): LineDecision {
  const paidBefore = sumCents(line.prior, prior => prior.paidCents);
  const last = line.prior.at(-1);
  const left: Cents = last ? adjustedBy(last.adjustments, 'PR') : line.chargeCents;
  const benefit = smaller(atLeastZero(subtractCents(allowedCents, paidBefore)), left);
  const impact = subtractCents(line.chargeCents, left);
  const unpaid = subtractCents(line.chargeCents, impact, benefit);
  return decideLine(line, addCents(paidBefore, benefit), [
    { group: 'OA', reason: '23', amountCents: impact },
    payer.payerOfLastResort
      ? { group: 'CO', reason: '45', amountCents: unpaid }
      : { group: 'PR', reason: '2', amountCents: unpaid },
  ]);
}
