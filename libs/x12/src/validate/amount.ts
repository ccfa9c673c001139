import { cents, centsToDecimal, parseCents, type Cents } from '@spark-den/kernel';
import { ReadSegment } from '../segments/read-segment.ts';
import { element, type Segment } from '../segments/segment.ts';

/** Beyond this many characters an amount may be no exact number. */
const LONGEST_PLAIN = 13;
const MINUS = 0x2d;
const POINT = 0x2e;

/**
 * Cents of a decimal, or undefined. Nearly all amounts are digits with a point, which are read in one look; the kernel
 * reads the others.
 */
export function parseAmount(text: string): Cents | undefined {
  if (text === '' || text.length > LONGEST_PLAIN) return parseCents(text);
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  let digits = 0;
  let decimals = -1;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      digits = digits * 10 + code - 0x30;
      if (decimals >= 0) decimals += 1;
    } else if (code === POINT && decimals < 0 && at > start) decimals = 0;
    else return parseCents(text);
  }
  if (decimals > 2 || text.length === start) return parseCents(text);
  const amount = digits * (decimals === 2 ? 1 : decimals === 1 ? 10 : 100);
  return (start > 0 && amount > 0 ? -amount : amount) as Cents;
}

/** An amount in cents; zero when it cannot be read, which the element's own finding says. */
export function amountAt(segment: Segment, index: number): number {
  const plain = segment instanceof ReadSegment ? plainAmountAt(segment, index) : -1;
  if (plain >= 0) return plain;
  const text = element(segment, index);
  return text === '' ? 0 : (parseAmount(text) ?? 0);
}

/** An amount without a sign, read from the bytes; -1 where it is none. */
function plainAmountAt(segment: ReadSegment, index: number): number {
  const start = segment.startOf(index);
  if (start < 0 || !segment.page) return -1;
  const { bytes } = segment.page;
  const { end, separator } = segment;
  let digits = 0;
  let point = -1;
  let at = start;
  for (; at < end && bytes[at] !== separator; at += 1) {
    const code = bytes[at] as number;
    if (code >= 0x30 && code <= 0x39) digits = digits * 10 + code - 0x30;
    else if (code === POINT && point < 0 && at > start) point = at;
    else return -1;
  }
  const decimals = point < 0 ? 0 : at - point - 1;
  if (at === start || at - start > LONGEST_PLAIN || decimals > 2) return -1;
  return digits * (decimals === 2 ? 1 : decimals === 1 ? 10 : 100);
}

/** Sum of the amounts of a CAS: elements 3, 6, 9 … 18. */
export function adjustmentTotal(segment: Segment): number {
  let sum = 0;
  for (let index = 3; index <= 18 && hasElement(segment, index); index += 3) sum += amountAt(segment, index);
  return sum;
}

function hasElement(segment: Segment, index: number): boolean {
  return segment instanceof ReadSegment && segment.page
    ? segment.startOf(index) >= 0
    : index < segment.elements.length;
}

/** For messages: the shortest decimal form. */
export function money(amount: number): string {
  return centsToDecimal(cents(amount));
}
