import { ZERO } from '@spark-den/kernel';
import { PAYER_IDS } from '../roster/member.ts';
import { scheduleOf } from './cascade.ts';
import type { Payer } from './payer.ts';

/** The state's fee schedule; invented amounts, low as such schedules are. */
const SCHEDULE: Readonly<Record<string, number>> = {
  '99203': 92_10,
  '99204': 139_05,
  '99213': 98_40,
  '99214': 141_20,
  '99215': 160_75,
  '36415': 6_00,
  '81002': 2_90,
  '93000': 12_55,
  '76705': 71_30,
  G0438: 131_00,
  G0439: 98_00,
  G0402: 128_00,
  G0444: 14_10,
  G0442: 14_10,
  G0447: 20_05,
  G0008: 23_00,
  Q2039: 39_00,
  J1885: 1_10,
  J3420: 1_80,
  G2211: 11_00,
  G2212: 24_60,
};

export const state: Payer = {
  id: PAYER_IDS.state,
  name: 'STATE MEDICAL ASSISTANCE',
  filingIndicator: 'MC',
  taxId: '370000303',
  address: { line1: '201 CAPITOL AVENUE', city: 'SPRINGFIELD', state: 'IL', zip: '627011000' },
  schedule: scheduleOf(SCHEDULE),
  defaultShare: 4500,
  benefits: { copayCents: ZERO, deductibleCents: ZERO, coinsurance: 0 },
  sequestration: 0,
  frequencies: ['1', '7', '8'],
  paymentDays: 4,
  timelyFilingDays: 365,
  payerOfLastResort: true,
  recoupment: 'at-once',
};
