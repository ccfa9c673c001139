import type { Payer } from '@spark-den/contracts/administration/types';

/** Stands for the payer where the patient pays: no window, no refused modifier, so that only general rules speak. */
export const SELF_PAY: Payer = {
  id: '00000000-0000-0000-0000-000000000000',
  name: 'Self-pay',
  kind: 'commercial',
  ediId: 'SELFPAY',
  filingIndicator: '09',
  address: { line1: '-', line2: null, city: '-', state: 'IL', postalCode: '00000' },
  active: true,
  profile: {
    acceptedFrequencies: ['1'],
    deadlines: [],
    crossoverPayerId: null,
    acknowledgmentLagDays: 0,
    secondary: { acceptsElectronic: false, alwaysLast: false, patientOwesNothingAfter: false },
    refusedModifiers: [],
    maxLinesPerClaim: 50,
  },
};
