/** Money: a whole number of US cents. Never a float: construct it here, add it here. */
export type Cents = number & { readonly __brand: 'Cents' };

/** @throws RangeError when `value` is not a safe whole number. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of cents: ${value}`);
  return (value === 0 ? 0 : value) as Cents;
}

export const ZERO = cents(0);

export function addCents(...amounts: readonly Cents[]): Cents {
  return cents(amounts.reduce<number>((sum, amount) => sum + amount, 0));
}

export function subtractCents(from: Cents, ...amounts: readonly Cents[]): Cents {
  return cents(amounts.reduce<number>((rest, amount) => rest - amount, from));
}

export function negateCents(amount: Cents): Cents {
  return cents(-amount);
}

export function sumCents<T>(items: readonly T[], amountOf: (item: T) => Cents): Cents {
  return cents(items.reduce<number>((sum, item) => sum + amountOf(item), 0));
}

/**
 * Splits `total` in proportion to `weights` by largest remainder, so the parts sum to `total` exactly.
 * Ties go to the earlier part. Weights are non-negative; all zero means equal parts.
 */
export function allocateCents(total: Cents, weights: readonly number[]): Cents[] {
  if (weights.length === 0) {
    if (total !== 0) throw new RangeError('cannot allocate an amount to nobody');
    return [];
  }
  if (weights.some(weight => !Number.isFinite(weight) || weight < 0))
    throw new RangeError('weights must be >= 0');
  const sign = total < 0 ? -1n : 1n;
  const scaled = weights.map(weight => BigInt(Math.round(weight * 1_000_000)));
  const sum = scaled.reduce((a, b) => a + b, 0n);
  const effective = sum === 0n ? scaled.map(() => 1n) : scaled;
  const effectiveSum = sum === 0n ? BigInt(weights.length) : sum;
  const magnitude = BigInt(total) * sign;
  const parts = effective.map((weight, index) => ({
    index,
    floor: (magnitude * weight) / effectiveSum,
    remainder: (magnitude * weight) % effectiveSum,
  }));
  let left = Number(magnitude - parts.reduce((a, part) => a + part.floor, 0n));
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  const result = parts.map(part => part.floor);
  for (const part of byRemainder) {
    if (left === 0) break;
    result[part.index] = (result[part.index] ?? 0n) + 1n;
    left -= 1;
  }
  return result.map(part => cents(Number(part * sign)));
}

/** A share of an amount in basis points (2 % = 200), half to even. */
export function shareOfCents(amount: Cents, basisPoints: number): Cents {
  const product = BigInt(amount) * BigInt(basisPoints);
  const sign = product < 0n ? -1n : 1n;
  const magnitude = product * sign;
  const quotient = magnitude / 10_000n;
  const rest = magnitude % 10_000n;
  const roundUp = rest > 5_000n || (rest === 5_000n && quotient % 2n === 1n);
  return cents(Number((quotient + (roundUp ? 1n : 0n)) * sign));
}

/**
 * Reads a decimal amount as it stands in X12 or in a form: `12`, `12.5`, `-.07`, `1200.00`.
 * @returns undefined when the text is no amount or has a fraction of a cent other than zeros.
 */
export function parseCents(text: string): Cents | undefined {
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return undefined;
  if (/[^0]/.test(fraction.slice(2))) return undefined;
  const value = Number(`${whole || '0'}${fraction.slice(0, 2).padEnd(2, '0')}`);
  if (!Number.isSafeInteger(value)) return undefined;
  return cents(sign === '-' ? -value : value);
}

/** Shortest decimal form, as X12 wants it: `100`, `99.5`, `-0.07`. */
export function centsToDecimal(amount: Cents): string {
  const magnitude = Math.abs(amount);
  const fraction = String(magnitude % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const whole = Math.floor(magnitude / 100);
  return `${amount < 0 ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}

/** For people: `$1,234.50`, negatives with U+2212. */
export function formatCents(amount: Cents): string {
  const magnitude = Math.abs(amount);
  const whole = Math.floor(magnitude / 100).toLocaleString('en-US');
  return `${amount < 0 ? '\u2212' : ''}$${whole}.${String(magnitude % 100).padStart(2, '0')}`;
}
