import { parseYears, type YearRange } from './validity.ts';
import { WordIndex } from './word-index.ts';

export interface CodeRow {
  readonly code: string;
  readonly label: string;
  /** Years in which it could be billed; undefined in sets without dates. */
  readonly years?: readonly YearRange[];
}

/** A code set in memory: found by code at once, by words once the index has been asked for. */
export class CodeTable {
  readonly #rows: ReadonlyMap<string, CodeRow>;
  #index: WordIndex | undefined;

  constructor(rows: readonly CodeRow[]) {
    this.#rows = new Map(rows.map(row => [row.code, row]));
  }

  get size(): number {
    return this.#rows.size;
  }

  get(code: string): CodeRow | undefined {
    return this.#rows.get(code);
  }

  search(query: string, limit: number, accept: (row: CodeRow) => boolean): CodeRow[] {
    this.#index ??= new WordIndex([...this.#rows.values()]);
    return this.#index.search(query, limit, accept);
  }
}

export function isBillable(row: CodeRow): boolean {
  return row.years === undefined || row.years.length > 0;
}

/** Rows of `code, years, label`; the same year text is parsed once. */
export function datedRows(rows: readonly (readonly string[])[]): CodeRow[] {
  const parsed = new Map<string, readonly YearRange[]>();
  return rows.map(([code = '', yearText = '', label = '']) => {
    const years = parsed.get(yearText) ?? parseYears(yearText);
    parsed.set(yearText, years);
    return { code, label, years };
  });
}

/** Rows of `code, label`. */
export function plainRows(rows: readonly (readonly string[])[]): CodeRow[] {
  return rows.map(([code = '', label = '']) => ({ code, label }));
}
