import type { Prepared } from './prepare.ts';
import type { FrequencyField, TermFrequencies } from './types.ts';

/** Below so many values of a field nothing can be said of how common one is. */
const ENOUGH = 200;

/** A value whose frequency weighs. */
export interface Term {
  readonly field: FrequencyField;
  readonly value: string;
}

/** The values of a record whose frequencies weigh, each field once. */
export function termsOf(record: Prepared): Term[] {
  const terms: { field: FrequencyField; value: string | undefined }[] = [
    { field: 'given', value: record.given[0] },
    { field: 'family', value: record.family },
    { field: 'birthDate', value: record.birthDate },
    { field: 'postalCode', value: record.addresses[0]?.postalCode },
    ...Object.entries(record.traits).map(([name, value]) => ({ field: `trait:${name}` as const, value })),
  ];
  return terms.filter((term): term is Term => term.value !== undefined && term.value !== '');
}

/**
 * Frequencies from counts, wherever they are kept. Smoothed by one, so that a name seen once in a small practice does not
 * count as unique in the world.
 *
 * @param totalOf how many records have a value of a field
 * @param countOf how many records have this value
 */
export function frequenciesFrom(
  totalOf: (field: FrequencyField) => number,
  countOf: (term: Term) => number,
): TermFrequencies {
  return {
    of(field, value) {
      const total = totalOf(field);
      if (total < ENOUGH || value === '') return undefined;
      return (countOf({ field, value }) + 0.5) / (total + 1);
    },
  };
}

/** Counts how common values are among records; kept up to date one record at a time. */
export class FrequencyCounter implements TermFrequencies {
  readonly #counts = new Map<string, number>();
  readonly #totals = new Map<string, number>();
  readonly #frequencies = frequenciesFrom(
    field => this.#totals.get(field) ?? 0,
    ({ field, value }) => this.#counts.get(`${field}:${value}`) ?? 0,
  );

  add(record: Prepared): void {
    this.#shift(record, 1);
  }

  remove(record: Prepared): void {
    this.#shift(record, -1);
  }

  of(field: FrequencyField, value: string): number | undefined {
    return this.#frequencies.of(field, value);
  }

  #shift(record: Prepared, by: 1 | -1): void {
    for (const { field, value } of termsOf(record)) {
      const key = `${field}:${value}`;
      const count = (this.#counts.get(key) ?? 0) + by;
      if (count > 0) this.#counts.set(key, count);
      else this.#counts.delete(key);
      this.#totals.set(field, (this.#totals.get(field) ?? 0) + by);
    }
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
