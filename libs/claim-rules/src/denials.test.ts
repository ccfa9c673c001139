import { cents, localDate } from '@spark-den/kernel';
import fc from 'fast-check';
import { DENIAL_CATEGORIES, NOT_A_DENIAL } from './data/denial-categories.ts';
import { appealDeadline, claimDeadline } from './deadlines.ts';
import { categorise, denialsOf, isDenial } from './denials.ts';
import { samplePayer } from './testing/sample-claim.ts';

const adjustment = (group: string, reason: string, amount = 1_000) => ({
  group,
  reason,
  amountCents: cents(amount),
});

describe('denials', () => {
  it.each([
    ['27', [], 'eligibility'],
    ['22', [], 'other-payer'],
    ['197', [], 'authorization'],
    ['16', ['N290'], 'registration'],
    ['16', ['M76'], 'coding'],
    ['16', ['MA04'], 'other-payer'],
    ['11', [], 'coding'],
    ['97', [], 'bundling'],
    ['50', ['N115'], 'medical-necessity'],
    ['96', [], 'benefit-limit'],
    ['18', [], 'duplicate'],
    ['29', [], 'timely-filing'],
    ['B7', [], 'credentialing'],
    ['252', [], 'documentation'],
    ['299', [], 'other'],
  ])('RCM-13 CARC %s with %j is %s', (reason, remarks, category) => {
    expect(categorise(adjustment('CO', reason), remarks).category.key).toBe(category);
  });

  it('RCM-13 contract, patient share, sequestration and earlier payers are no denials', () => {
    for (const reason of ['45', '253', '1', '2', '3', '23', '94', '144', '187', '59']) {
      expect(isDenial(adjustment('CO', reason), cents(0))).toBe(false);
    }
  });

  it('a bundled line is denied only when it got nothing; a negative adjustment denies nothing', () => {
    expect(isDenial(adjustment('CO', '97'), cents(0))).toBe(true);
    expect(isDenial(adjustment('CO', '97'), cents(100))).toBe(false);
    expect(isDenial(adjustment('CO', '50', -1_000), cents(0))).toBe(false);
  });

  it('gives the denials of a line, largest first', () => {
    const adjustments = [adjustment('CO', '45'), adjustment('CO', '16', 500), adjustment('CO', '50', 900)];
    const found = denialsOf({ paidCents: cents(0), adjustments }, []);
    expect(found.map(denial => denial.adjustment.reason)).toEqual(['50', '16']);
  });

  it('a reason stands in one category, and none that is no denial stands in any', () => {
    const reasons = DENIAL_CATEGORIES.flatMap(category => category.reasons);
    expect(new Set(reasons).size).toBe(reasons.length);
    expect(reasons.filter(reason => NOT_A_DENIAL.has(reason))).toEqual([]);
  });
});

describe('deadlines', () => {
  const medicare = samplePayer({
    acknowledgmentLagDays: 1,
    deadlines: [
      {
        kind: 'original-claim',
        starts: 'service-date',
        length: 12,
        unit: 'months',
        source: '42 CFR 424.44(a)',
        effectiveFrom: localDate('2010-01-01'),
      },
      {
        kind: 'appeal',
        starts: 'remittance-date',
        length: 120,
        unit: 'days',
        source: '42 CFR 405.942(a)',
        effectiveFrom: localDate('2010-01-01'),
      },
    ],
  });
  const claim = {
    frequency: '1' as const,
    payerOrder: 'primary' as const,
    dateOfService: localDate('2024-02-29'),
    primaryRemittanceDate: null,
  };

  it('counts months by the calendar and leaves room for the acknowledgment', () => {
    expect(claimDeadline(claim, medicare)).toMatchObject({
      lastDay: '2025-02-28',
      lastSafeDay: '2025-02-27',
      source: '42 CFR 424.44(a)',
    });
    expect(appealDeadline(medicare, localDate('2026-03-01'))?.lastDay).toBe('2026-06-29');
  });

  it('RCM-11 a secondary claim runs from the first payer’s decision, a replacement from its own window', () => {
    const rule = (kind: 'secondary-claim' | 'corrected-claim', length: number) => ({
      kind,
      starts: kind === 'secondary-claim' ? ('primary-remittance-date' as const) : ('service-date' as const),
      length,
      unit: 'days' as const,
      source: kind,
      effectiveFrom: localDate('2020-01-01'),
    });
    const payer = samplePayer({ deadlines: [rule('secondary-claim', 90), rule('corrected-claim', 365)] });
    const decided = localDate('2026-04-01');
    const secondary = { ...claim, payerOrder: 'secondary' as const, primaryRemittanceDate: decided };
    expect(claimDeadline(secondary, payer)).toMatchObject({ startedOn: '2026-04-01', lastDay: '2026-06-30' });
    expect(claimDeadline({ ...claim, frequency: '7' }, payer)?.source).toBe('corrected-claim');
  });

  it('a rule counts from its effective date; before it the older one holds', () => {
    const rule = (length: number, effectiveFrom: string) => ({
      kind: 'original-claim' as const,
      starts: 'service-date' as const,
      length,
      unit: 'days' as const,
      source: String(length),
      effectiveFrom: localDate(effectiveFrom),
    });
    const payer = samplePayer({ deadlines: [rule(365, '2020-01-01'), rule(90, '2025-01-01')] });
    const on = (date: string) => claimDeadline({ ...claim, dateOfService: localDate(date) }, payer)?.source;
    expect([on('2024-12-31'), on('2025-01-01'), on('2019-01-01')]).toEqual(['365', '90', undefined]);
  });

  it('the safe day is never after the last day', () => {
    fc.assert(
      fc.property(fc.nat(60), lag => {
        const deadline = claimDeadline(claim, { ...medicare, acknowledgmentLagDays: lag });
        expect(deadline && deadline.lastSafeDay <= deadline.lastDay).toBe(true);
      }),
    );
  });
});
