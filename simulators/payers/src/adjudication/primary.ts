import { shareOfCents, subtractCents, ZERO, type Cents } from '@spark-den/kernel';
import { isOfficeVisit, isPreventive } from '../payers/code-groups.ts';
import type { Payer } from '../payers/payer.ts';
import type { Adjustment, ClaimLine, LineDecision } from './claim.ts';
import { atLeastZero, decideLine, smaller } from './money.ts';

/** What is left of a visit's copay and of the year's deductible while a claim's lines are worked through. */
export interface Share {
  copayLeft: Cents;
  deductibleLeft: Cents;
}

/**
 * A line that we pay first: contractual write-off, then copay (once a visit, on its office visit), then deductible,
 * then coinsurance, then sequestration of what is left to pay. Preventive services leave the patient nothing.
 */
export function decidePrimary(
  payer: Payer,
  line: ClaimLine,
  allowedCents: Cents,
  share: Share,
): LineDecision {
  const patient = isPreventive(line.code) ? [] : patientShare(payer, line, allowedCents, share);
  const payable = subtractCents(allowedCents, ...patient.map(item => item.amountCents));
  return decideLine(line, allowedCents, [
    { group: 'CO', reason: '45', amountCents: subtractCents(line.chargeCents, allowedCents) },
    { group: 'CO', reason: '253', amountCents: shareOfCents(payable, payer.sequestration) },
    ...patient,
  ]);
}

function patientShare(payer: Payer, line: ClaimLine, allowedCents: Cents, share: Share): Adjustment[] {
  const copay = isOfficeVisit(line.code) ? smaller(share.copayLeft, allowedCents) : ZERO;
  const afterCopay = subtractCents(allowedCents, copay);
  const deductible = atLeastZero(smaller(share.deductibleLeft, afterCopay));
  const coinsurance = shareOfCents(subtractCents(afterCopay, deductible), payer.benefits.coinsurance);
  share.copayLeft = subtractCents(share.copayLeft, copay);
  share.deductibleLeft = subtractCents(share.deductibleLeft, deductible);
  return [
    { group: 'PR', reason: '1', amountCents: deductible },
    { group: 'PR', reason: '2', amountCents: coinsurance },
    { group: 'PR', reason: '3', amountCents: copay },
  ];
}
