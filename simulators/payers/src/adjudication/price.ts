import { cents, shareOfCents, type Cents } from '@spark-den/kernel';
import type { Payer } from '../payers/payer.ts';
import type { ClaimLine } from './claim.ts';
import { smaller } from './money.ts';

/** What the payer allows for a line: its schedule times units, or a share of the charge; never above the charge. */
export function allowedFor(payer: Payer, line: ClaimLine): Cents {
  const rate = payer.schedule.get(line.code);
  const allowed =
    rate === undefined ? shareOfCents(line.chargeCents, payer.defaultShare) : cents(rate * line.units);
  return smaller(allowed, line.chargeCents);
}
