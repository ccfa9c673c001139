import { isBillable, type CodeRow } from './code-row.ts';

/**
 * Finds codes as a coder looks for them: the exact code, then labels that hold all words, then codes and words
 * that begin so. Rows stand in the order of their rank (billable first, short labels first), so the first hits
 * of a tier are its best.
 */
export class WordIndex {
  readonly #rows: readonly CodeRow[];
  /** Rows that hold a word, in rank order. */
  readonly #postings = new Map<string, number[]>();
  /** All words in order, for prefixes. */
  readonly #words: readonly string[];
  readonly #codesInOrder: readonly { readonly code: string; readonly row: number }[];

  constructor(rows: readonly CodeRow[]) {
    this.#rows = [...rows].sort(byRank);
    this.#rows.forEach((row, position) => {
      for (const word of new Set(wordsOf(row.label))) {
        const postings = this.#postings.get(word);
        if (postings) postings.push(position);
        else this.#postings.set(word, [position]);
      }
    });
    this.#words = [...this.#postings.keys()].sort();
    this.#codesInOrder = this.#rows
      .map((row, position) => ({ code: row.code, row: position }))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  search(query: string, limit: number, accept: (row: CodeRow) => boolean): CodeRow[] {
    const found = new Map<number, CodeRow>();
    const take = (positions: Iterable<number>) => {
      for (const position of positions) {
        if (found.size >= limit) return;
        const row = this.#rows[position];
        if (row && !found.has(position) && accept(row)) found.set(position, row);
      }
    };
    const code = query.trim().toUpperCase().replace('.', '');
    const withCode = code === '' || code.includes(' ') ? [] : this.#withCodePrefix(code);
    const words = wordsOf(query);
    take(withCode.filter(position => this.#rows[position]?.code === code));
    take(this.#withAll(words.map(word => [this.#postings.get(word) ?? []])));
    take(withCode);
    if (words.every(word => word.length > 1)) take(this.#withAll(words.map(word => this.#withPrefix(word))));
    return [...found.values()];
  }

  #withCodePrefix(prefix: string): number[] {
    const positions: number[] = [];
    const codes = this.#codesInOrder;
    for (let at = lowerBound(codes, prefix, entry => entry.code); at < codes.length; at += 1) {
      const entry = codes[at];
      if (!entry?.code.startsWith(prefix)) break;
      positions.push(entry.row);
    }
    return positions.sort((a, b) => a - b);
  }

  #withPrefix(prefix: string): readonly (readonly number[])[] {
    const lists: (readonly number[])[] = [];
    for (let at = lowerBound(this.#words, prefix, word => word); at < this.#words.length; at += 1) {
      const word = this.#words[at];
      if (!word?.startsWith(prefix)) break;
      lists.push(this.#postings.get(word) ?? []);
    }
    return lists;
  }

  /** Rows that stand in at least one list of every word, best first. */
  #withAll(wordLists: readonly (readonly (readonly number[])[])[]): number[] {
    if (wordLists.length === 0) return [];
    const met = new Uint8Array(this.#rows.length);
    wordLists.forEach((lists, word) => {
      for (const list of lists) {
        for (const position of list) if (met[position] === word) met[position] = word + 1;
      }
    });
    const all: number[] = [];
    met.forEach((count, position) => {
      if (count === wordLists.length) all.push(position);
    });
    return all;
  }
}

export function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.slice(0, 60) ?? []
  );
}

function byRank(a: CodeRow, b: CodeRow): number {
  const billable = Number(isBillable(b)) - Number(isBillable(a));
  if (billable !== 0) return billable;
  const length = a.label.length - b.label.length;
  if (length !== 0) return length;
  return a.code < b.code ? -1 : 1;
}

function lowerBound<T>(items: readonly T[], key: string, keyOf: (item: T) => string): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && keyOf(item) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
