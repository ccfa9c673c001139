import { cents, centsToDecimal, parseCents } from '@spark-den/kernel';
import { element, type Segment } from '../segments/segment.ts';

/** An amount in cents; zero when it cannot be read, which the element's own finding says. */
export function amountAt(segment: Segment, index: number): number {
  const text = element(segment, index);
  return text === '' ? 0 : (parseCents(text) ?? 0);
}

/** Sum of the amounts of a CAS: elements 3, 6, 9 … 18. */
export function adjustmentTotal(segment: Segment): number {
  let sum = 0;
  for (let index = 3; index <= 18; index += 3) sum += amountAt(segment, index);
  return sum;
}

/** For messages: the shortest decimal form. */
export function money(amount: number): string {
  return centsToDecimal(cents(amount));
}
