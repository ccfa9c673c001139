import type { Coverage, EligibilityCheck } from '@spark-den/contracts/patients/coverage-types';
import type { Patient } from '@spark-den/contracts/patients/types';
import type { Cents, Instant, LocalDate } from '@spark-den/kernel';

/** What the patients service knows of each check-in gate; pure, so that every case can be tested. */
export interface GateFinding {
  readonly gate: 'identity' | 'coverage' | 'consent';
  readonly state: 'satisfied' | 'open' | 'unknown';
  readonly finding: string;
  readonly checkedAt: Instant | null;
}

/** Without these the practice may neither treat nor use the record for billing. */
const NEEDED_CONSENTS = ['treatment', 'privacy-notice'] as const;

export function identityGate(patient: Pick<Patient, 'identityVerified'>): GateFinding {
  const { identityVerified: verified } = patient;
  return {
    gate: 'identity',
    state: verified ? 'satisfied' : 'open',
    finding: verified ? verified.method : 'not-verified',
    checkedAt: verified?.at ?? null,
  };
}

/** An answer counts for the month in which it was asked; unknown is never inactive. */
export function coverageGate(
  coverages: readonly Pick<Coverage, 'eligibility'>[],
  date: LocalDate,
): GateFinding {
  const [primary] = coverages;
  if (!primary) return { gate: 'coverage', state: 'satisfied', finding: 'self-pay', checkedAt: null };
  const { eligibility } = primary;
  if (!eligibility) return { gate: 'coverage', state: 'unknown', finding: 'never-checked', checkedAt: null };
  const answer = eligibility.status === 'unknown' ? (eligibility.lastGood ?? eligibility) : eligibility;
  const current = answer.serviceDate.slice(0, 7) === date.slice(0, 7);
  const { status, checkedAt } = answer;
  if (status === 'unknown') return { gate: 'coverage', state: 'unknown', finding: 'unknown', checkedAt };
  if (!current) return { gate: 'coverage', state: 'unknown', finding: `${status}-other-month`, checkedAt };
  return { gate: 'coverage', state: status === 'active' ? 'satisfied' : 'open', finding: status, checkedAt };
}

export function consentGate(patient: Pick<Patient, 'consents'>): GateFinding {
  const latest = NEEDED_CONSENTS.map(kind =>
    patient.consents
      .filter(consent => consent.kind === kind)
      .sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1))
      .at(0),
  );
  const missing = NEEDED_CONSENTS.filter((_, index) => latest[index]?.status !== 'given');
  return {
    gate: 'consent',
    state: missing.length === 0 ? 'satisfied' : 'open',
    finding: missing.length === 0 ? 'given' : `missing-${missing.join('-and-')}`,
    checkedAt: latest[0]?.recordedAt ?? null,
  };
}

/** The copay that the newest useful answer states: for an office visit (98) before the whole plan (30). */
export function copayOf(checks: readonly Pick<EligibilityCheck, 'status' | 'benefits'>[]): Cents | null {
  const useful = checks.find(check => check.status === 'active');
  const copays = (useful?.benefits ?? []).filter(
    benefit => benefit.kind === 'copay' && benefit.amountCents !== null && benefit.network !== 'out',
  );
  const office = copays.find(benefit => benefit.serviceTypeCodes.includes('98'));
  return (office ?? copays[0])?.amountCents ?? null;
}
