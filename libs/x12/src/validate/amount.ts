import { cents, centsToDecimal, parseCents, type Cents } from '@spark-den/kernel';
import { element, type Segment } from '../segments/segment.ts';

/** Beyond this many characters an amount may be no exact number. */
const LONGEST_PLAIN = 13;

/**
 * Cents of a decimal, or undefined. Nearly all amounts are digits with a point, which are read in one look; the kernel
 * reads the others.
 */
export function parseAmount(text: string): Cents | undefined {
  if (text === '' || text.length > LONGEST_PLAIN) return parseCents(text);
  let digits = 0;
  let decimals = -1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      digits = digits * 10 + code - 0x30;
      if (decimals >= 0) decimals += 1;
    } else if (code === 0x2e && decimals < 0 && at > 0) decimals = 0;
    else return parseCents(text);
  }
  if (decimals > 2) return parseCents(text);
  return (digits * (decimals === 2 ? 1 : decimals === 1 ? 10 : 100)) as Cents;
}

/** An amount in cents; zero when it cannot be read, which the element's own finding says. */
export function amountAt(segment: Segment, index: number): number {
  const text = element(segment, index);
  return text === '' ? 0 : (parseAmount(text) ?? 0);
}

/** Sum of the amounts of a CAS: elements 3, 6, 9 … 18. */
export function adjustmentTotal(segment: Segment): number {
  let sum = 0;
  for (let index = 3; index < segment.elements.length && index <= 18; index += 3) {
    sum += amountAt(segment, index);
  }
  return sum;
}

/** For messages: the shortest decimal form. */
export function money(amount: number): string {
  return centsToDecimal(cents(amount));
}
