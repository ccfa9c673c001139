import type { Prepared } from './prepare.ts';
import type { TermFrequencies } from './types.ts';

type Field = Parameters<TermFrequencies['of']>[0];

/** Counts how common names and places are among records; kept up to date one record at a time. */
export class FrequencyCounter implements TermFrequencies {
  readonly #counts = new Map<string, number>();
  readonly #totals = new Map<Field, number>();

  add(record: Prepared): void {
    this.#shift(record, 1);
  }

  remove(record: Prepared): void {
    this.#shift(record, -1);
  }

  /** Smoothed by one, so that a name seen once in a small practice does not count as unique in the world. */
  of(field: Field, value: string): number | undefined {
    const total = this.#totals.get(field) ?? 0;
    if (total < 200 || value === '') return undefined;
    return ((this.#counts.get(`${field}:${value}`) ?? 0) + 0.5) / (total + 1);
  }

  #shift(record: Prepared, by: 1 | -1): void {
    this.#count('given', record.given[0], by);
    this.#count('family', record.family, by);
    this.#count('postalCode', record.addresses[0]?.postalCode, by);
    this.#count('city', record.addresses[0]?.city, by);
  }

  #count(field: Field, value: string | undefined, by: 1 | -1): void {
    if (value === undefined || value === '') return;
    const key = `${field}:${value}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + by);
    this.#totals.set(field, (this.#totals.get(field) ?? 0) + by);
  }
}
