import { blockKeyOf, blockKeysOf, BlockTable, type BlockKey } from './block-table.ts';
import { keyOfNumber, type BlockingPass } from './blocking.ts';
import { contentHash, hashOf } from './content-hash.ts';
import { LARGEST_BLOCK, mostTelling, tellingBits } from './partners.ts';
import type { Prepared } from './prepare.ts';
import { MOST_FAMILIES, withoutSharedValues, type PersonalNumber } from './shared-values.ts';

/** Records by number, found by what they share; the batch and the index ask the same questions of it. */
export class RecordBlocks {
  readonly #table = new BlockTable();
  #size = 0;
  /** By record: the sound of the family name, and all that the record says. */
  #families = new Int32Array(1 << 10);
  #contents = new Float64Array(1 << 10);
  /** By record: what it shares with the one that is asked about; zero between questions. */
  #shared = new Float64Array(1 << 10);
  readonly #leftOut: ReadonlySet<BlockingPass>;

  /** @param leaveOut passes that find nobody here */
  constructor(leaveOut: readonly BlockingPass[] = []) {
    this.#leftOut = new Set(leaveOut);
  }

  get size(): number {
    return this.#size;
  }

  add(record: number, prepared: Prepared): void {
    this.#reserve(record);
    this.#families[record] = hashOf(prepared.familySound) | 0;
    this.#contents[record] = contentHash(prepared);
    this.#table.add(record, this.#keysOf(prepared));
    this.#size += 1;
  }

  remove(record: number, prepared: Prepared): void {
    this.#table.remove(record, this.#keysOf(prepared));
    this.#size -= 1;
  }

  /** The record without the numbers that so many families have that they are nobody's. */
  onlyOwnValues(record: Prepared): Prepared {
    return withoutSharedValues(record, (pass, value) => this.#isShared(pass, value));
  }

  /**
   * The records that share the most telling keys with one, never more than the limit. Ties go by content, so that the order
   * of the records changes nothing.
   *
   * @param asked the record, without values that are nobody's
   */
  partnersOf(asked: Prepared, limit: number, admits: (record: number) => boolean): number[] {
    const touched = this.#weigh(asked);
    const partners = touched.filter(admits);
    if (partners.length > limit) {
      partners.sort(
        (x, y) =>
          (this.#shared[y] ?? 0) - (this.#shared[x] ?? 0) ||
          (this.#contents[x] ?? 0) - (this.#contents[y] ?? 0),
      );
      partners.length = limit;
    }
    for (const record of touched) this.#shared[record] = 0;
    return partners;
  }

  /** The same for one question, with all who tie with the last: `partnersAmong` over these blocks. */
  partnersOfQuestion(asked: Prepared, limit: number, admits: (record: number) => boolean): number[] {
    const touched = this.#weigh(asked);
    const partners = mostTelling(touched.filter(admits), record => this.#shared[record] ?? 0, limit);
    for (const record of touched) this.#shared[record] = 0;
    return partners;
  }

  /** Everybody who shares a key with it that is not too common. */
  around(asked: Prepared, admits: (record: number) => boolean): number[] {
    const touched = this.#weigh(asked);
    for (const record of touched) this.#shared[record] = 0;
    return touched.filter(admits);
  }

  #keysOf(record: Prepared): BlockKey[] {
    const keys = blockKeysOf(record);
    return this.#leftOut.size === 0 ? keys : keys.filter(({ pass }) => !this.#leftOut.has(pass));
  }

  /** The passes of which two records share a key that is not too common. */
  passesShared(a: Prepared, b: Prepared): Set<BlockingPass> {
    const keys = new Set(blockKeysOf(b).map(({ low, high }) => `${low}:${high}`));
    const shared = blockKeysOf(a).filter(
      key => keys.has(`${key.low}:${key.high}`) && this.#table.sizeOf(key) <= LARGEST_BLOCK,
    );
    return new Set(shared.map(({ pass }) => pass));
  }

  /** Adds up what each record shares with the one asked about. @returns the records that share anything */
  #weigh(asked: Prepared): number[] {
    const touched: number[] = [];
    for (const key of this.#keysOf(asked)) {
      const size = this.#table.sizeOf(key);
      if (size === 0 || size > LARGEST_BLOCK) continue;
      const tells = tellingBits(this.#size, size);
      this.#table.forEach(key, record => {
        const shared = this.#shared[record] ?? 0;
        if (shared === 0) touched.push(record);
        this.#shared[record] = shared + tells;
        return true;
      });
    }
    return touched;
  }

  #isShared(pass: PersonalNumber, value: string): boolean {
    const key = blockKeyOf({ pass, value: keyOfNumber(pass, value) });
    if (this.#table.sizeOf(key) <= MOST_FAMILIES) return false;
    const families = new Set<number>();
    this.#table.forEach(key, record => {
      families.add(this.#families[record] ?? 0);
      return families.size <= MOST_FAMILIES;
    });
    return families.size > MOST_FAMILIES;
  }

  #reserve(record: number): void {
    if (record < this.#families.length) return;
    const length = Math.max(record + 1, Math.ceil(this.#families.length * 1.5));
    const [families, contents] = [this.#families, this.#contents];
    this.#families = new Int32Array(length);
    this.#families.set(families);
    this.#contents = new Float64Array(length);
    this.#contents.set(contents);
    this.#shared = new Float64Array(length);
  }
}
