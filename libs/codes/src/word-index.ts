import { standingOf, type CodeRow } from './code-row.ts';

/**
 * Finds codes as a coder looks for them: the exact code, then labels that hold all words, then codes and words
 * that begin so. Rows stand in the order of their rank (billable first, general before detailed), so the first hits
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
    const byCode = isInCodeOrder(rows) ? rows : [...rows].sort((a, b) => (a.code < b.code ? -1 : 1));
    const order = rankOrder(byCode);
    this.#rows = Array.from(order, index => byCode[index] as CodeRow);
    const positions = new Uint32Array(order.length);
    order.forEach((index, position) => {
      positions[index] = position;
    });
    this.#codesInOrder = byCode.map((row, index) => ({ code: row.code, row: positions[index] ?? 0 }));
    this.#rows.forEach((row, position) => {
      for (const word of wordsOf(row.label)) {
        const postings = this.#postings.get(word);
        if (!postings) this.#postings.set(word, [position]);
        else if (postings.at(-1) !== position) postings.push(position);
      }
    });
    this.#words = [...this.#postings.keys()].sort();
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

  /** Rows that stand in at least one list of every word, best first; the caller takes as many as it wants. */
  *#withAll(wordLists: readonly (readonly (readonly number[])[])[]): Generator<number> {
    if (wordLists.length === 0) return;
    const met = new Uint8Array(this.#rows.length);
    for (const [word, lists] of wordLists.entries()) {
      for (const list of lists) {
        for (const position of list) if (met[position] === word) met[position] = word + 1;
      }
    }
    for (let position = 0; position < met.length; position += 1) {
      if (met[position] === wordLists.length) yield position;
    }
  }
}

export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

function isInCodeOrder(rows: readonly CodeRow[]): boolean {
  return rows.every((row, index) => index === 0 || (rows[index - 1]?.code ?? '') < row.code);
}

const LONGEST = 4_095;
/** More than any detail: codes have ten characters at most. */
const STANDING = 2 ** 16;

/**
 * Places of the rows, best first: billable before retired before headers, then general codes before detailed ones (a short code, then
 * a short label), then by code. So `hypertension` starts with I10.
 */
function rankOrder(rows: readonly CodeRow[]): Uint32Array {
  const keys = Float64Array.from(rows, (row, index) => {
    const detail = row.code.length * (LONGEST + 1) + Math.min(row.label.length, LONGEST);
    return (standingOf(row) * STANDING + detail) * 2 ** 32 + index;
  });
  return Uint32Array.from(keys.sort(), key => key % 2 ** 32);
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
