import { cents, ZERO, type Cents } from '@spark-den/kernel';
import { PAYER_IDS } from '../roster/member.ts';
import type { Payer } from './payer.ts';

/** Contract schedule in cents: four fifths of the charge master of the contract year. */
const SCHEDULE: Readonly<Record<string, number>> = {
  '99203': 168_00,
  '99204': 244_00,
  '99213': 132_00,
  '99214': 192_00,
  '99215': 268_00,
  '36415': 12_00,
  '81002': 11_20,
  '93000': 38_40,
  '76705': 208_00,
  G0438: 208_00,
  G0439: 152_00,
  G0402: 184_00,
  G0444: 25_60,
  G0442: 24_00,
  G0447: 36_00,
  G0008: 30_40,
  Q2039: 44_00,
  J1885: 14_40,
  J3420: 9_60,
  G2211: 22_40,
  G2212: 44_00,
};

export const cascade: Payer = {
  id: PAYER_IDS.cascade,
  name: 'CASCADE MUTUAL',
  filingIndicator: 'CI',
  taxId: '930000101',
  address: { line1: '1200 CASCADE PLAZA', city: 'PORTLAND', state: 'OR', zip: '972011100' },
  schedule: scheduleOf(SCHEDULE),
  defaultShare: 8000,
  benefits: { copayCents: cents(25_00), deductibleCents: cents(500_00), coinsurance: 2000 },
  sequestration: 0,
  frequencies: ['1', '7', '8'],
  paymentDays: 3,
  timelyFilingDays: 180,
  payerOfLastResort: false,
  recoupment: 'at-once',
};

export function scheduleOf(rates: Readonly<Record<string, number>>): ReadonlyMap<string, Cents> {
  return new Map(Object.entries(rates).map(([code, rate]) => [code, rate === 0 ? ZERO : cents(rate)]));
}
