import { daysBetween } from '@spark-den/kernel';
import { claimDeadline } from '../deadlines.ts';
import type { Rule } from './rule.ts';

/** Days before the last safe day from which a claim is shown as urgent. */
const URGENT_DAYS = 15;

/** Layer 6: the claim still reaches the payer in time. */
export const timelyRules: readonly Rule[] = [
  {
    id: 'CR-601',
    layer: 'timely',
    // The payer will deny it, but only the payer can: proof or a late-filing exception may still save the claim.
    severity: 'warning',
    source: 'Payer profile, filing limit',
    check: (claim, { payer, today }) => {
      const deadline = claimDeadline(claim, payer);
      if (!deadline || today <= deadline.lastDay) return [];
      return [
        {
          message: `The filing limit of ${payer.name} ended on ${deadline.lastDay}.`,
          fields: ['dateOfService'],
          remedy:
            'Look for proof of timely filing (the payer’s 277CA) and appeal; the patient may not be billed for it.',
          source: deadline.source,
        },
      ];
    },
  },
  {
    id: 'CR-602',
    layer: 'timely',
    severity: 'warning',
    source: 'Payer profile, filing limit less the usual acknowledgment lag',
    check: (claim, { payer, today }) => {
      const deadline = claimDeadline(claim, payer);
      if (!deadline || today > deadline.lastDay) return [];
      const left = daysBetween(today, deadline.lastSafeDay);
      if (left > URGENT_DAYS) return [];
      return [
        {
          message:
            left >= 0
              ? `${left} days are left to file this claim safely.`
              : `The last safe day (${deadline.lastSafeDay}) is over; the limit is ${deadline.lastDay}.`,
          fields: ['dateOfService'],
          remedy: 'Send the claim today.',
          source: deadline.source,
        },
      ];
    },
  },
];
