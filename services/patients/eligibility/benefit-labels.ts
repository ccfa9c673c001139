import type { z } from 'zod';
import type { WireBenefit } from '@spark-den/contracts/integration/types';
import type { BenefitKind } from '@spark-den/contracts/patients/coverage-types';

type Kind = z.infer<typeof BenefitKind>;

/** EB01, in kinds and our own words. */
const KINDS: Readonly<Record<string, readonly [Kind, string]>> = {
  '1': ['active', 'Active coverage'],
  '2': ['active', 'Active, full risk capitation'],
  '3': ['active', 'Active, services capitated'],
  '4': ['active', 'Active, capitated to primary care'],
  '5': ['active', 'Active, under investigation'],
  '6': ['inactive', 'Inactive'],
  '7': ['inactive', 'Inactive, eligibility update pending'],
  '8': ['inactive', 'Inactive, under investigation'],
  A: ['coinsurance', 'Coinsurance'],
  B: ['copay', 'Copay'],
  C: ['deductible', 'Deductible'],
  E: ['exclusion', 'Excluded'],
  F: ['limitation', 'Limit'],
  G: ['out-of-pocket', 'Out-of-pocket maximum'],
  I: ['non-covered', 'Not covered'],
  L: ['primary-care', 'Primary care provider'],
  MC: ['other-payer', 'Managed care coordinator'],
  R: ['other-payer', 'Other payer'],
  Y: ['other', 'Spend-down'],
};

const PERIODS: Readonly<Record<string, string>> = {
  '22': 'per service year',
  '23': 'per calendar year',
  '24': 'used this year',
  '25': 'per contract',
  '26': 'per episode',
  '27': 'per visit',
  '29': 'remaining',
  '32': 'per lifetime',
  '33': 'remaining of lifetime',
};

const LEVELS: Readonly<Record<string, string>> = {
  IND: 'individual',
  FAM: 'family',
  EMP: 'employee',
  ESP: 'employee and spouse',
  ECH: 'employee and children',
  CHD: 'children',
  DEP: 'dependents',
  SPC: 'spouse and children',
  SPO: 'spouse',
};

const SERVICE_TYPES: Readonly<Record<string, string>> = {
  '1': 'medical care',
  '2': 'surgery',
  '4': 'diagnostic X-ray',
  '5': 'diagnostic lab',
  '30': 'the plan as a whole',
  '33': 'chiropractic',
  '35': 'dental',
  '47': 'hospital',
  '48': 'inpatient hospital',
  '50': 'outpatient hospital',
  '86': 'emergency',
  '88': 'pharmacy',
  '98': 'office visit',
  AL: 'vision',
  BY: 'sick visit at the office',
  BZ: 'well visit at the office',
  MH: 'mental health',
  UC: 'urgent care',
};

export function kindOf(code: string): Kind {
  return KINDS[code]?.[0] ?? 'other';
}

export function serviceTypeName(code: string): string {
  return SERVICE_TYPES[code] ?? `service type ${code}`;
}

/** Such as `Deductible, individual, remaining, office visit`. */
export function labelOf(benefit: WireBenefit): string {
  const services = benefit.serviceTypeCodes.filter(code => code !== '30').map(serviceTypeName);
  return [
    KINDS[benefit.code]?.[1] ?? `Benefit ${benefit.code}`,
    benefit.coverageLevel === null ? null : (LEVELS[benefit.coverageLevel] ?? benefit.coverageLevel),
    benefit.period === null ? null : (PERIODS[benefit.period] ?? `period ${benefit.period}`),
    services.length > 0 ? services.join(', ') : null,
    benefit.procedureCode,
  ]
    .filter(part => part !== null)
    .join(', ');
}
