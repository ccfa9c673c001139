import type { Prepared } from './prepare.ts';
import type { FrequencyField, TermFrequencies } from './types.ts';

/** Below so many values of a field nothing can be said of how common one is. */
const ENOUGH = 200;

/** Counts how common values are among records; kept up to date one record at a time. */
export class FrequencyCounter implements TermFrequencies {
  readonly #counts = new Map<string, number>();
  readonly #totals = new Map<string, number>();

  add(record: Prepared): void {
    this.#shift(record, 1);
  }

  remove(record: Prepared): void {
    this.#shift(record, -1);
  }

  /** Smoothed by one, so that a name seen once in a small practice does not count as unique in the world. */
  of(field: FrequencyField, value: string): number | undefined {
    const total = this.#totals.get(field) ?? 0;
    if (total < ENOUGH || value === '') return undefined;
    return ((this.#counts.get(`${field}:${value}`) ?? 0) + 0.5) / (total + 1);
  }

  #shift(record: Prepared, by: 1 | -1): void {
    this.#count('given', record.given[0], by);
    this.#count('family', record.family, by);
    this.#count('birthDate', record.birthDate, by);
    this.#count('postalCode', record.addresses[0]?.postalCode, by);
    for (const [name, value] of Object.entries(record.traits)) this.#count(`trait:${name}`, value, by);
  }

  #count(field: FrequencyField, value: string | undefined, by: 1 | -1): void {
    if (value === undefined || value === '') return;
    const key = `${field}:${value}`;
    const count = (this.#counts.get(key) ?? 0) + by;
    if (count > 0) this.#counts.set(key, count);
    else this.#counts.delete(key);
    this.#totals.set(field, (this.#totals.get(field) ?? 0) + by);
  }
}

/** How common the value is that makes a field the same on both sides. */
export function frequencyOfAgreed(
  table: string,
  a: Prepared,
  b: Prepared,
  frequencies: TermFrequencies,
): number | undefined {
  switch (table) {
    case 'given': {
      // `Mary Ann` and `Maryann` agree as a whole
      const [one, other] = [
        frequencies.of('given', a.given[0] ?? ''),
        frequencies.of('given', b.given[0] ?? ''),
      ];
      return one === undefined || other === undefined ? undefined : Math.max(one, other);
    }
    case 'family':
      return frequencies.of('family', a.family);
    case 'birthDate':
      return frequencies.of('birthDate', a.birthDate ?? '');
    case 'place': {
      const shared = a.addresses.find(
        ({ postalCode }) => postalCode !== '' && b.addresses.some(other => other.postalCode === postalCode),
      );
      return frequencies.of('postalCode', shared?.postalCode ?? '');
    }
    default:
      return table.startsWith('trait:')
        ? frequencies.of(table as FrequencyField, a.traits[table.slice(6)] ?? '')
        : undefined;
  }
}
