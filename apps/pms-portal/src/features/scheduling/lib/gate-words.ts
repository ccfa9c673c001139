import type { CheckInGate } from '@spark-den/contracts/scheduling/types';

export const GATE_TITLES: Readonly<Record<CheckInGate, string>> = {
  identity: 'Identity',
  coverage: 'Coverage',
  consent: 'Consent',
  copay: 'Copay',
};

const FINDINGS: Readonly<Record<string, string>> = {
  'not-verified': 'Nobody has checked who this is yet.',
  'photo-id': 'A photo ID was seen.',
  'two-identifiers': 'Two identifiers matched.',
  'insurance-card-and-photo-id': 'Insurance card and photo ID were seen.',
  'known-to-staff': 'Known to staff.',
  'self-pay': 'No insurance on this date: self-pay.',
  'never-checked': 'The payer has not been asked yet.',
  unknown: 'The payer did not say.',
  active: 'Active on the date of the visit.',
  inactive: 'The payer says that the coverage is not active.',
  'active-other-month': 'Was active in another month; ask again.',
  'inactive-other-month': 'Was not active in another month; ask again.',
  given: 'Treatment and privacy notice are signed.',
  'missing-treatment': 'The consent to treatment is missing.',
  'missing-privacy-notice': 'The privacy notice is not acknowledged.',
  'missing-treatment-and-privacy-notice': 'Consent to treatment and privacy notice are missing.',
  'none-due': 'No copay is due.',
  'not-stated': 'The payer stated no copay.',
  due: 'A copay is due.',
};

export const findingWords = (finding: string): string => FINDINGS[finding] ?? finding;
