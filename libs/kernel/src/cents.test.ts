import fc from 'fast-check';
import {
  addCents,
  allocateCents,
  cents,
  centsToDecimal,
  formatCents,
  parseCents,
  shareOfCents,
} from './cents.ts';

describe('cents', () => {
  it('refuses what is no whole number of cents', () => {
    expect(() => cents(0.5)).toThrow(RangeError);
    expect(() => cents(2 ** 53)).toThrow(RangeError);
    expect(Object.is(cents(-0), 0)).toBe(true);
  });

  it('allocates so that the parts sum to the total, whatever the weights', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 20 }),
        (total, weights) => {
          expect(addCents(...allocateCents(cents(total), weights))).toBe(total === 0 ? 0 : total);
        },
      ),
    );
  });

  it('reads back every amount that it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), value => {
        expect(parseCents(centsToDecimal(cents(value)))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it.each([
    ['.07', 7],
    ['1200.00', 120000],
    ['-3.5', -350],
    ['1.005', undefined],
    ['1,200', undefined],
    ['', undefined],
  ])('reads %p as %p', (text, expected) => {
    expect(parseCents(text)).toBe(expected);
  });

  it('takes shares half to even', () => {
    expect(shareOfCents(cents(25), 200)).toBe(0);
    expect(shareOfCents(cents(75), 200)).toBe(2);
    expect(shareOfCents(cents(-10_001), 200)).toBe(-200);
  });

  it('formats for people with a real minus sign', () => {
    expect(formatCents(cents(-123456))).toBe('\u2212$1,234.56');
  });
});
