import { cents, localDate } from '@spark-den/kernel';
import fc from 'fast-check';
import { allowedFor, chargeFor, type FeeSchedule } from './pricing.ts';

const schedule = (change: Partial<FeeSchedule>): FeeSchedule => ({
  id: 'standard',
  name: 'Standard',
  kind: 'charge',
  payerId: null,
  planId: null,
  locationId: null,
  effectiveFrom: localDate('2026-01-01'),
  effectiveTo: null,
  method: { kind: 'listed' },
  items: [{ code: '99213', modifiers: [], label: 'Visit', amountCents: cents(16_500) }],
  ...change,
});
const amount = (value: number, modifiers: string[] = []) => [
  { code: '99213', modifiers, label: 'Visit', amountCents: cents(value) },
];
const here = { payerId: 'cascade', planId: 'ppo', locationId: 'lakeside', on: localDate('2026-03-02') };
const visit = { code: '99213', modifiers: ['25'], units: 1 };

describe('charge by fee schedule', () => {
  it('RCM-04 (narrow: read-only schedules) takes the most specific schedule that is in force', () => {
    const standard = schedule({});
    const location = schedule({ id: 'location', locationId: 'lakeside', items: amount(17_000) });
    const payer = schedule({ id: 'payer', payerId: 'cascade', items: amount(18_000) });
    const plan = schedule({ id: 'plan', payerId: 'cascade', planId: 'ppo', items: amount(19_000) });
    const other = schedule({ id: 'other', payerId: 'federal', items: amount(1) });
    const by = (...schedules: FeeSchedule[]) => chargeFor(schedules, visit, here)?.feeScheduleId;
    expect(by(standard, location, payer, plan, other)).toBe('plan');
    expect(by(standard, location, payer, other)).toBe('payer');
    expect(by(standard, location, other)).toBe('location');
    expect(by(other)).toBeUndefined();
  });

  it('RCM-04 (narrow: read-only schedules) honours effective dates, last day included', () => {
    const old = schedule({ id: 'old', effectiveTo: localDate('2026-02-28'), items: amount(15_000) });
    const now = schedule({ id: 'now', effectiveFrom: localDate('2026-03-01') });
    const on = (date: string) =>
      chargeFor([old, now], visit, { ...here, on: localDate(date) })?.feeScheduleId;
    expect([on('2026-02-28'), on('2026-03-01'), on('2025-12-31')]).toEqual(['old', 'now', undefined]);
  });

  it('RCM-03 prefers the item that names the modifier', () => {
    const items = [...amount(16_500), ...amount(20_000, ['25']), ...amount(9_000, ['52'])];
    expect(chargeFor([schedule({ items })], visit, here)?.amountCents).toBe(20_000);
    expect(chargeFor([schedule({ items })], { ...visit, modifiers: [] }, here)?.amountCents).toBe(16_500);
  });

  it('multiplies by units and says how it came by the amount', () => {
    const price = chargeFor([schedule({})], { ...visit, units: 3 }, here);
    expect(price).toMatchObject({ amountCents: 49_500, unitCents: 16_500, label: 'Visit' });
    expect(price?.rule).toContain('Standard');
  });
});

describe('allowed by contract', () => {
  const contract = schedule({
    id: 'contract',
    kind: 'contract',
    payerId: 'cascade',
    method: { kind: 'percent-of-charge', basisPoints: 8_000 },
    items: [],
  });

  it('takes the listed rate before the share of the charge', () => {
    const listed = { ...contract, items: amount(12_000) };
    expect(allowedFor([listed], visit, cents(16_500), here)?.amountCents).toBe(12_000);
    expect(allowedFor([contract], visit, cents(16_500), here)?.amountCents).toBe(13_200);
    expect(allowedFor([contract], visit, cents(16_500), { ...here, payerId: null })).toBeUndefined();
  });

  it('never allows more than 100 % of the charge under a share of at most 100 %', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(10_000), (charge, basisPoints) => {
        const method = { kind: 'percent-of-charge' as const, basisPoints };
        const allowed = allowedFor([{ ...contract, method }], visit, cents(charge), here)?.amountCents ?? -1;
        expect(allowed).toBeGreaterThanOrEqual(0);
        expect(allowed).toBeLessThanOrEqual(charge);
      }),
    );
  });
});
