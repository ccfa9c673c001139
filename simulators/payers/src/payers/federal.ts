import { cents, ZERO } from '@spark-den/kernel';
import { PAYER_IDS } from '../roster/member.ts';
import { scheduleOf } from './cascade.ts';
import type { Payer } from './payer.ts';

/** A national schedule of its own; invented amounts of plausible size. */
const SCHEDULE: Readonly<Record<string, number>> = {
  '99203': 109_46,
  '99204': 163_91,
  '99213': 90_88,
  '99214': 128_43,
  '99215': 179_72,
  '36415': 8_83,
  '81002': 3_48,
  '93000': 14_71,
  '76705': 90_14,
  G0438: 164_17,
  G0439: 129_06,
  G0402: 161_30,
  G0444: 17_92,
  G0442: 17_92,
  G0447: 25_87,
  G0008: 31_14,
  Q2039: 46_05,
  J1885: 1_26,
  J3420: 2_11,
  G2211: 15_53,
  G2212: 31_70,
};

export const federal: Payer = {
  id: PAYER_IDS.federal,
  name: 'FEDERAL PART B',
  filingIndicator: 'MB',
  taxId: '520000202',
  address: { line1: '7500 UNION BOULEVARD', city: 'BALTIMORE', state: 'MD', zip: '212440001' },
  schedule: scheduleOf(SCHEDULE),
  defaultShare: 5500,
  benefits: { copayCents: ZERO, deductibleCents: cents(240_00), coinsurance: 2000 },
  sequestration: 200,
  frequencies: ['1'],
  paymentDays: 6,
  timelyFilingDays: 365,
  payerOfLastResort: false,
  recoupment: 'later',
  crossesOverTo: PAYER_IDS.state,
};
