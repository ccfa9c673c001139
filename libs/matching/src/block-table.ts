import { BLOCKING_PASSES, blockingKeys, type BlockingKey, type BlockingPass } from './blocking.ts';
import { hashOf } from './content-hash.ts';
import type { Prepared } from './prepare.ts';

const NONE = -1;

/**
 * Which records share which blocking keys, in typed arrays: some 400 MB a million records. Records have numbers, given by
 * the caller; a number that was removed may be given again.
 */
export class BlockTable {
  // an open table from the hash of a key to its slot: two halves of 32 bits, so that no two keys of a practice collide
  #low = new Int32Array(1 << 10);
  #high = new Int32Array(1 << 10);
  #heads = new Int32Array(1 << 10).fill(NONE);
  #sizes = new Int32Array(1 << 10);
  #used = 0;
  // the members of each slot as a chain
  #member = new Int32Array(1 << 12);
  #next = new Int32Array(1 << 12);
  #free = NONE;
  #links = 0;

  add(record: number, keys: readonly BlockKey[]): void {
    for (const key of keys) {
      const slot = this.#slotFor(key);
      const link = this.#newLink();
      this.#member[link] = record;
      this.#next[link] = this.#heads[slot] ?? NONE;
      this.#heads[slot] = link;
      this.#sizes[slot] = (this.#sizes[slot] ?? 0) + 1;
    }
  }

  remove(record: number, keys: readonly BlockKey[]): void {
    for (const key of keys) {
      const slot = this.#find(key);
      if (this.#sizes[slot] === 0) continue;
      let before = NONE;
      let link = this.#heads[slot] ?? NONE;
      while (link !== NONE && this.#member[link] !== record) {
        before = link;
        link = this.#next[link] ?? NONE;
      }
      if (link === NONE) continue;
      const after = this.#next[link] ?? NONE;
      if (before === NONE) this.#heads[slot] = after;
      else this.#next[before] = after;
      this.#next[link] = this.#free;
      this.#free = link;
      this.#sizes[slot] = (this.#sizes[slot] ?? 0) - 1;
    }
  }

  sizeOf(key: BlockKey): number {
    return this.#sizes[this.#find(key)] ?? 0;
  }

  /** Visits the records that have a key, until a visit says `false`. */
  forEach(key: BlockKey, visit: (record: number) => boolean): void {
    let link = this.#heads[this.#find(key)] ?? NONE;
    while (link !== NONE && visit(this.#member[link] ?? NONE)) link = this.#next[link] ?? NONE;
  }

  /** The key's slot, or the empty one where it would stand. Slots are never given back, so that search can stop there. */
  #find({ low, high }: Omit<BlockKey, 'pass'>): number {
    const mask = this.#low.length - 1;
    let slot = (low >>> 1) & mask;
    while (this.#low[slot] !== 0 && !(this.#low[slot] === low && this.#high[slot] === high))
      slot = (slot + 1) & mask;
    return slot;
  }

  #slotFor(key: BlockKey): number {
    if (this.#used * 10 > this.#low.length * 7) this.#grow();
    const slot = this.#find(key);
    if (this.#low[slot] === 0) {
      this.#low[slot] = key.low;
      this.#high[slot] = key.high;
      this.#used += 1;
    }
    return slot;
  }

  #grow(): void {
    const [low, high, heads, sizes] = [this.#low, this.#high, this.#heads, this.#sizes];
    const length = low.length * 2;
    this.#low = new Int32Array(length);
    this.#high = new Int32Array(length);
    this.#heads = new Int32Array(length).fill(NONE);
    this.#sizes = new Int32Array(length);
    for (let old = 0; old < low.length; old += 1) {
      if (low[old] === 0) continue;
      const slot = this.#find({ low: low[old] ?? 0, high: high[old] ?? 0 });
      this.#low[slot] = low[old] ?? 0;
      this.#high[slot] = high[old] ?? 0;
      this.#heads[slot] = heads[old] ?? NONE;
      this.#sizes[slot] = sizes[old] ?? 0;
    }
  }

  #newLink(): number {
    if (this.#free !== NONE) {
      const link = this.#free;
      this.#free = this.#next[link] ?? NONE;
      return link;
    }
    if (this.#links === this.#member.length) {
      this.#member = grown(this.#member);
      this.#next = grown(this.#next);
    }
    this.#links += 1;
    return this.#links - 1;
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.ceil(array.length * 1.5));
  larger.set(array);
  return larger;
}

/** A blocking key as a number of 64 bits, of which `low` is never zero, and which pass made it. */
export interface BlockKey {
  readonly pass: BlockingPass;
  readonly low: number;
  readonly high: number;
}

export function blockKeysOf(record: Prepared): BlockKey[] {
  return blockingKeys(record).map(blockKeyOf);
}

export function blockKeyOf({ pass, value }: BlockingKey): BlockKey {
  const seed = BLOCKING_PASSES.indexOf(pass) + 1;
  return { pass, low: hashOf(value, seed) | 1, high: hashOf(value, seed * 0x9e37) | 0 };
}
