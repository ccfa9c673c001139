import type { LocalDate } from '@spark-den/kernel';

/** One edit; days are written as numbers, 2026-01-31 as 20260131. */
export interface PairEdit {
  readonly column1: string;
  readonly column2: string;
  readonly from: number;
  readonly to: number;
  /** 0: no modifier separates the pair; 1: one may; 9: no longer an edit. */
  readonly modifier: number;
}

export const FOREVER = 9999_12_31;
const BYTES_PER_PAIR = 17;
const CODES = 36 ** 5;

/**
 * Two million pairs in typed arrays in the order of their codes, found by bisection: 17 bytes each.
 * A code of five characters is a number in base 36, a pair of them fits into a double without loss.
 */
export class CodePairs {
  readonly #keys: Float64Array;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #modifier: Uint8Array;

  private constructor(keys: Float64Array, from: Int32Array, to: Int32Array, modifier: Uint8Array) {
    this.#keys = keys;
    this.#from = from;
    this.#to = to;
    this.#modifier = modifier;
  }

  /** As `toBytes` wrote them. */
  static fromBytes(bytes: Uint8Array): CodePairs {
    const count = bytes.length / BYTES_PER_PAIR;
    const { buffer } = Uint8Array.from(bytes);
    return new CodePairs(
      new Float64Array(buffer, 0, count),
      new Int32Array(buffer, count * 8, count),
      new Int32Array(buffer, count * 12, count),
      new Uint8Array(buffer, count * 16, count),
    );
  }

  static of(edits: PairList): CodePairs {
    const { keys, from, to, modifier } = edits.columns();
    const order = new Uint32Array(keys.length).map((_, index) => index);
    order.sort(
      (a, b) => (keys[a] as number) - (keys[b] as number) || (from[a] as number) - (from[b] as number),
    );
    return new CodePairs(
      Float64Array.from(order, index => keys[index] as number),
      Int32Array.from(order, index => from[index] as number),
      Int32Array.from(order, index => to[index] as number),
      Uint8Array.from(order, index => modifier[index] as number),
    );
  }

  get size(): number {
    return this.#keys.length;
  }

  toBytes(): Buffer {
    return Buffer.concat([this.#keys, this.#from, this.#to, this.#modifier].map(bytesOf));
  }

  /** The edit that is in force on a day. */
  find(
    first: string,
    second: string,
    day: LocalDate,
  ): { readonly modifier: 'never' | 'allowed' } | undefined {
    const key = keyOf(first, second);
    const on = Number(day.replaceAll('-', ''));
    for (let index = this.#lowerBound(key); this.#keys[index] === key; index += 1) {
      const isInForce = (this.#from[index] as number) <= on && on <= (this.#to[index] as number);
      if (isInForce && this.#modifier[index] !== 9)
        return { modifier: this.#modifier[index] === 1 ? 'allowed' : 'never' };
    }
    return undefined;
  }

  /** Against an edition before: a pair from one day is one edit. */
  difference(before: CodePairs): {
    readonly added: number;
    readonly removed: number;
    readonly changed: number;
  } {
    let [added, removed, changed, old] = [0, 0, 0, 0];
    for (let index = 0; index < this.size; index += 1) {
      while (old < before.size && before.#order(old, this, index) < 0) {
        removed += 1;
        old += 1;
      }
      if (old === before.size || before.#order(old, this, index) > 0) added += 1;
      else {
        const isSame = before.#to[old] === this.#to[index] && before.#modifier[old] === this.#modifier[index];
        if (!isSame) changed += 1;
        old += 1;
      }
    }
    return { added, removed: removed + before.size - old, changed };
  }

  #order(index: number, other: CodePairs, at: number): number {
    return (
      (this.#keys[index] as number) - (other.#keys[at] as number) ||
      (this.#from[index] as number) - (other.#from[at] as number)
    );
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

/** Edits as they are read, in columns that grow: a quarter has more than a million. */
export class PairList {
  #columns = columnsOf(1 << 16);
  #length = 0;

  add({ column1, column2, from, to, modifier }: PairEdit): void {
    if (this.#length === this.#columns.keys.length) {
      const wider = columnsOf(this.#length * 2);
      wider.keys.set(this.#columns.keys);
      wider.from.set(this.#columns.from);
      wider.to.set(this.#columns.to);
      wider.modifier.set(this.#columns.modifier);
      this.#columns = wider;
    }
    const columns = this.#columns;
    const at = this.#length;
    columns.keys[at] = keyOf(column1, column2);
    columns.from[at] = from;
    columns.to[at] = to;
    columns.modifier[at] = modifier;
    this.#length += 1;
  }

  columns(): ReturnType<typeof columnsOf> {
    const { keys, from, to, modifier } = this.#columns;
    const length = this.#length;
    return {
      keys: keys.subarray(0, length),
      from: from.subarray(0, length),
      to: to.subarray(0, length),
      modifier: modifier.subarray(0, length),
    };
  }
}

function columnsOf(length: number) {
  return {
    keys: new Float64Array(length),
    from: new Int32Array(length),
    to: new Int32Array(length),
    modifier: new Uint8Array(length),
  };
}

function bytesOf({ buffer, byteOffset, byteLength }: Float64Array | Int32Array | Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function keyOf(first: string, second: string): number {
  return Number.parseInt(first, 36) * CODES + Number.parseInt(second, 36);
}
