import type { LocalDate } from '@spark-den/kernel';
import type { EditionRow } from './edition.ts';

/**
 * Two million pairs in typed arrays, found by bisection: 18 bytes each.
 * A code of five characters is a number in base 36, a pair of them fits into a double without loss.
 */
export class CodePairs {
  readonly #keys: Float64Array;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #modifier: Uint8Array;

  constructor(rows: readonly EditionRow[]) {
    const keys = Float64Array.from(rows, row => keyOf(row[0] ?? '', row[1] ?? ''));
    const order = Uint32Array.from(rows.keys()).sort((a, b) => (keys[a] as number) - (keys[b] as number));
    const cell = (index: number, column: number) => rows[index]?.[column] ?? '';
    this.#keys = Float64Array.from(order, index => keys[index] as number);
    this.#from = Int32Array.from(order, index => dayNumber(cell(index, 2)));
    this.#to = Int32Array.from(order, index => (cell(index, 3) === '' ? FOREVER : dayNumber(cell(index, 3))));
    this.#modifier = Uint8Array.from(order, index => Number(cell(index, 4)));
  }

  /** The edit that is in force on a day. */
  find(
    first: string,
    second: string,
    day: LocalDate,
  ): { readonly modifier: 'never' | 'allowed' } | undefined {
    const key = keyOf(first, second);
    const on = dayNumber(day);
    for (let index = this.#lowerBound(key); this.#keys[index] === key; index += 1) {
      const isInForce = (this.#from[index] as number) <= on && on <= (this.#to[index] as number);
      if (isInForce && this.#modifier[index] !== 9)
        return { modifier: this.#modifier[index] === 1 ? 'allowed' : 'never' };
    }
    return undefined;
  }

  #lowerBound(key: number): number {
    let [low, high] = [0, this.#keys.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#keys[middle] as number) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const FOREVER = 9999_12_31;
const CODES = 36 ** 5;

function keyOf(first: string, second: string): number {
  return Number.parseInt(first, 36) * CODES + Number.parseInt(second, 36);
}

/** 2026-01-31 as 20260131: ordered as the days are. */
function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''));
}
