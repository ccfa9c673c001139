import { cents, instant, localDate } from '@spark-den/kernel';
import { consentGate, copayOf, coverageGate, identityGate } from './gates.ts';

const checkedAt = instant('2026-11-02T15:00:00Z');
const on = localDate('2026-11-17');
const answer = (status: 'active' | 'inactive' | 'unknown', serviceDate = '2026-11-10') => ({
  checkId: 'c',
  status,
  serviceDate: localDate(serviceDate),
  checkedAt,
  lastGood: null,
});
const consent = (kind: 'treatment' | 'privacy-notice', status: 'given' | 'revoked', recordedAt: string) => ({
  id: 'k',
  kind,
  status,
  signedOn: on,
  signedBy: 'x',
  source: 'paper' as const,
  recordedAt: instant(recordedAt),
  recordedBy: 'y',
});

describe('check-in gates', () => {
  it('SCH-18 (narrow: what the gates know) identity is what somebody verified', () => {
    expect(identityGate({ identityVerified: null }).state).toBe('open');
    expect(identityGate({ identityVerified: { method: 'photo-id', at: checkedAt, by: 'z' } })).toMatchObject({
      state: 'satisfied',
      finding: 'photo-id',
    });
  });

  it('coverage is tri-state: unknown is never inactive, and an answer counts for its month', () => {
    const gate = (eligibility: Parameters<typeof coverageGate>[0][number]['eligibility']) =>
      coverageGate([{ eligibility }], on);
    expect(coverageGate([], on)).toMatchObject({ state: 'satisfied', finding: 'self-pay' });
    expect(gate(null)).toMatchObject({ state: 'unknown', finding: 'never-checked' });
    expect(gate(answer('active')).state).toBe('satisfied');
    expect(gate(answer('inactive'))).toMatchObject({ state: 'open', finding: 'inactive' });
    expect(gate(answer('unknown'))).toMatchObject({ state: 'unknown', finding: 'unknown' });
    expect(gate({ ...answer('unknown'), lastGood: answer('active') }).state).toBe('satisfied');
    expect(gate(answer('active', '2026-10-30'))).toMatchObject({
      state: 'unknown',
      finding: 'active-other-month',
    });
  });

  it('consent is the latest word on treatment and privacy notice', () => {
    const both = [
      consent('treatment', 'given', '2026-01-01T00:00:00Z'),
      consent('privacy-notice', 'given', '2026-01-01T00:00:00Z'),
    ];
    expect(consentGate({ consents: both }).state).toBe('satisfied');
    expect(consentGate({ consents: both.slice(0, 1) }).finding).toBe('missing-privacy-notice');
    const revoked = [...both, consent('treatment', 'revoked', '2026-06-01T00:00:00Z')];
    expect(consentGate({ consents: revoked })).toMatchObject({ state: 'open', finding: 'missing-treatment' });
  });

  it('the copay is what the newest active answer states for an office visit; unknown is not zero', () => {
    const copay = (amount: number | null, codes: string[], network: 'in' | 'out' = 'in') =>
      ({
        kind: 'copay',
        amountCents: amount === null ? null : cents(amount),
        serviceTypeCodes: codes,
        network,
      }) as const;
    const check = (benefits: ReturnType<typeof copay>[]) =>
      ({ status: 'active', benefits }) as unknown as Parameters<typeof copayOf>[0][number];
    expect(copayOf([])).toBeNull();
    expect(copayOf([check([copay(1_000, ['30']), copay(2_500, ['98'])])])).toBe(2_500);
    expect(copayOf([check([copay(9_000, ['98'], 'out'), copay(0, ['30'])])])).toBe(0);
    expect(copayOf([check([copay(null, ['98'])])])).toBeNull();
  });
});
