import { localDate } from '@spark-den/kernel';
import type { CodeRow } from './code-row.ts';
import { parseYears, type CodeYears } from './validity.ts';
import { WordIndex, type CommonCodes, type Judge } from './word-index.ts';

/** A code set in memory: found by code at once, by words once the index has been asked for. */
export class CodeTable {
  readonly #rows: ReadonlyMap<string, CodeRow>;
  readonly #common: () => CommonCodes;
  #index: WordIndex | undefined;

  /** @param common read once the first search comes */
  constructor(rows: readonly CodeRow[], common: () => CommonCodes = () => new Map()) {
    this.#common = common;
    this.#rows = new Map(rows.map(row => [row.code, row]));
  }

  get size(): number {
    return this.#rows.size;
  }

  get(code: string): CodeRow | undefined {
    return this.#rows.get(code);
  }

  search(query: string, limit: number, judge: Judge): CodeRow[] {
    this.#index ??= new WordIndex([...this.#rows.values()], this.#common());
    return this.#index.search(query, limit, judge);
  }
}

/** Rows of `code, years, label`; the same year text is parsed once. */
export function datedRows(rows: readonly (readonly string[])[]): CodeRow[] {
  const parsed = new Map<string, CodeYears>();
  return rows.map(([code = '', yearText = '', label = '']) => {
    const years = parsed.get(yearText) ?? parseYears(yearText);
    parsed.set(yearText, years);
    return { code, label, years };
  });
}

/** Rows of `code, label` and, where it was withdrawn, by which day. */
export function plainRows(rows: readonly (readonly string[])[]): CodeRow[] {
  return rows.map(([code = '', label = '', goneBy]) => ({
    code,
    label,
    ...(goneBy ? { goneBy: localDate(goneBy) } : {}),
  }));
}
