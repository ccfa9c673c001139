import { standingOf, type CodeRow, type Standing } from './code-row.ts';
import { queryWords, spelledOut, wordsOf } from './query-words.ts';
import { nearestWord } from './spelling.ts';

/** Codes that practices use, and how people call them beside their titles. */
export type CommonCodes = ReadonlyMap<string, { readonly words: string; readonly use: 'daily' | 'often' }>;

/** Tells where a row stands for who asks; undefined leaves it out. */
export type Judge = (row: CodeRow) => Standing | undefined;

/** So many of the best of a tier are put in order by how well their titles fit. */
const WEIGHED = 500;
/** Above that many, places are put in order by counting instead of by sorting. */
const MANY = 1_000;
const SHORTEST_PLURAL = 4;
const CODE_LIKE = /^[a-z]\d[\da-z]{1,5}$/;

/**
 * Finds codes as a coder looks for them: the exact code, then titles that hold all words, then codes and words
 * that begin so; where there are none, with the words that were probably meant. Rows stand in the order of their rank
 * (see `rankOrder`), so the first hits of a tier are its best.
 */
export class WordIndex {
  readonly #rows: readonly CodeRow[];
  /** Rows that hold a word, in rank order. */
  readonly #postings = new Map<string, number[]>();
  /** All words in order, for prefixes. */
  readonly #words: readonly string[];
  /** All codes in order, and the place of each among the rows. */
  readonly #codes: readonly string[];
  readonly #positions: Uint32Array;
  readonly #common: CommonCodes;

  constructor(rows: readonly CodeRow[], common: CommonCodes = new Map()) {
    this.#common = common;
    const byCode = isInCodeOrder(rows) ? rows : [...rows].sort((a, b) => (a.code < b.code ? -1 : 1));
    const order = rankOrder(byCode, common);
    this.#rows = Array.from(order, index => byCode[index] as CodeRow);
    this.#codes = byCode.map(({ code }) => code);
    this.#positions = new Uint32Array(order.length);
    order.forEach((index, position) => {
      this.#positions[index] = position;
    });
    this.#rows.forEach((row, position) => {
      for (const word of wordsOf(`${row.label} ${common.get(row.code)?.words ?? ''}`)) {
        const postings = this.#postings.get(word);
        if (!postings) this.#postings.set(word, [position]);
        else if (postings.at(-1) !== position) postings.push(position);
      }
    });
    this.#words = [...this.#postings.keys()].sort();
  }

  search(query: string, limit: number, judge: Judge): CodeRow[] {
    const found = new Set<CodeRow>();
    const code = query.trim().toUpperCase().replace('.', '');
    const isCode = code !== '' && !code.includes(' ');
    const words = queryWords(query);
    const ways = this.#waysOf(words);
    const take = (positions: Iterable<number>, lead: ReadonlySet<string> = new Set()) => {
      if (found.size < limit) this.#take(found, limit, positions, judge, lead);
    };
    take(this.#withCode(code));
    take(this.#withAny(ways, false), new Set(ways.flat()));
    if (isCode) take(this.#withCodePrefix(code));
    take(
      this.#withAny(
        ways.filter(way => way.every(word => word.length > 1)),
        true,
      ),
    );
    if (found.size === 0) take(this.#withCodeAndWords(words));
    if (found.size === 0) {
      const corrected = this.#corrected(spelledOut(words));
      if (corrected) {
        take(this.#withAll(corrected, false), new Set(corrected));
        take(this.#withAll(corrected, true));
      }
    }
    return [...found].slice(0, limit);
  }

  /** As it was typed, spelled out, and with one of what was typed as several. */
  #waysOf(words: readonly string[]): readonly (readonly string[])[] {
    const meant = spelledOut(words);
    const single = meant.map(word => {
      const one = word.replace(/(ie)?s$/, ending => (ending === 'ies' ? 'y' : ''));
      return word.length > SHORTEST_PLURAL && this.#postings.has(one) ? one : word;
    });
    const isOther = (way: readonly string[]) => way.some((word, index) => word !== words[index]);
    return [words, ...[meant, single].filter(isOther)];
  }

  /** `E11 neuropathy`: titles with the words among the codes that begin so. */
  *#withCodeAndWords(words: readonly string[]): Generator<number> {
    const code = words.find(word => CODE_LIKE.test(word))?.toUpperCase();
    if (code === undefined) return;
    const others = words.filter(word => word.toUpperCase() !== code);
    for (const position of this.#withAll(others, true))
      if (this.#rows[position]?.code.startsWith(code)) yield position;
  }

  /** Adds the best of a tier: by standing, then how often it is used, then what leads with a word of the query, then by rank. */
  #take(
    found: Set<CodeRow>,
    limit: number,
    positions: Iterable<number>,
    judge: Judge,
    lead: ReadonlySet<string>,
  ): void {
    const tier: { readonly row: CodeRow; readonly order: number }[] = [];
    const most = lead.size > 0 ? WEIGHED : limit;
    for (const position of positions) {
      if (tier.length >= most) break;
      const row = this.#rows[position];
      if (!row || found.has(row)) continue;
      const standing = judge(row);
      if (standing === undefined) continue;
      const common = this.#common.get(row.code);
      const use = common ? USES[common.use] : USES.seldom;
      const leads = leadsWith(common?.words ?? row.label, lead);
      tier.push({ row, order: standing * 10 + use * 2 + (leads ? 0 : 1) });
    }
    tier.sort((a, b) => a.order - b.order);
    for (const { row } of tier) if (found.size < limit) found.add(row);
  }

  #withCode(code: string): readonly number[] {
    const at = lowerBound(this.#codes, code);
    return this.#codes[at] === code ? [this.#positions[at] as number] : [];
  }

  /** Codes that begin so, best first. */
  *#withCodePrefix(prefix: string): Generator<number> {
    const first = lowerBound(this.#codes, prefix);
    const beyond = lowerBound(this.#codes, `${prefix}\uFFFF`);
    const positions = this.#positions.subarray(first, beyond);
    if (positions.length < MANY) return yield* positions.slice().sort();
    const isOne = new Uint8Array(this.#rows.length);
    for (const position of positions) isOne[position] = 1;
    for (let position = 0; position < isOne.length; position += 1) if (isOne[position] === 1) yield position;
  }

  /** The lists of a word, or of all words that begin so. */
  #listsOf(word: string, isPrefix: boolean): readonly (readonly number[])[] {
    if (!isPrefix) return [this.#postings.get(word) ?? []];
    const lists: (readonly number[])[] = [];
    for (let at = lowerBound(this.#words, word); at < this.#words.length; at += 1) {
      const known = this.#words[at];
      if (!known?.startsWith(word)) break;
      lists.push(this.#postings.get(known) ?? []);
    }
    return lists;
  }

  *#withAny(ways: readonly (readonly string[])[], isPrefix: boolean): Generator<number> {
    for (const way of ways) yield* this.#withAll(way, isPrefix);
  }

  /** Rows that hold every word, best first; the caller takes as many as it wants. */
  *#withAll(words: readonly string[], isPrefix: boolean): Generator<number> {
    if (words.length === 0) return;
    const wanted = words.map(word => this.#listsOf(word, isPrefix)).sort((a, b) => total(a) - total(b));
    const met = new Uint8Array(this.#rows.length);
    for (const [index, lists] of wanted.entries()) {
      let holds = 0;
      for (const list of lists) {
        for (const position of list) {
          if (met[position] !== index) continue;
          met[position] = index + 1;
          holds += 1;
        }
      }
      if (holds === 0) return;
    }
    for (let position = 0; position < met.length; position += 1) {
      if (met[position] === wanted.length) yield position;
    }
  }

  /** The words with those that no title knows taken for known ones; undefined where there are none. */
  #corrected(words: readonly string[]): readonly string[] | undefined {
    const corrected = words.map(word => {
      const isKnown = this.#listsOf(word, true).length > 0;
      return isKnown ? word : (nearestWord(word, this.#alike(word)) ?? word);
    });
    return corrected.some((word, index) => word !== words[index]) ? corrected : undefined;
  }

  /** Known words that begin with the same letter, and how often each is used. */
  *#alike(word: string): Generator<readonly [string, number]> {
    const letter = word.charAt(0);
    for (let at = lowerBound(this.#words, letter); at < this.#words.length; at += 1) {
      const known = this.#words[at] as string;
      if (!known.startsWith(letter)) return;
      yield [known, this.#postings.get(known)?.length ?? 0];
    }
  }
}

const USES = { daily: 0, often: 1, seldom: 2 } as const;

/** A title's first word that says something. */
const LEADING = /[a-z0-9]+/g;
const SAYS_LITTLE: ReadonlySet<string> = new Set(['unspecified', 'other', 'encounter', 'for']);

function leadsWith(label: string, words: ReadonlySet<string>): boolean {
  if (words.size === 0) return false;
  for (const [word] of label.toLowerCase().matchAll(LEADING))
    if (!SAYS_LITTLE.has(word)) return words.has(word);
  return false;
}

function total(lists: readonly (readonly number[])[]): number {
  return lists.reduce((sum, list) => sum + list.length, 0);
}

function isInCodeOrder(rows: readonly CodeRow[]): boolean {
  return rows.every((row, index) => index === 0 || (rows[index - 1]?.code ?? '') < row.code);
}

const LONGEST = 4_095;
const EPISODES = 3;
/** More than any kind: codes have ten characters at most. */
const EXTERNAL = 50;
/** More than any detail. */
const STANDING = 2 ** 19;
/** With these a key stays a whole number that a double holds. */
const MOST_ROWS = 2 ** 30;

/**
 * Places of the rows, best first: billable before retired before headers, then what practices use every day, then general
 * codes before detailed ones (a condition before an external cause, a short code, an initial encounter, a short title),
 * then by code. So `hypertension` starts with I10.
 */
function rankOrder(rows: readonly CodeRow[], common: CommonCodes): Uint32Array {
  const keys = Float64Array.from(rows, (row, index) => {
    const kind =
      (/^[V-Y]\d/.test(row.code) ? EXTERNAL : 0) + row.code.length * EPISODES + episodeOf(row.code);
    const detail = kind * (LONGEST + 1) + Math.min(row.label.length, LONGEST);
    const standing = standingOf(row) * 2 + (common.has(row.code) ? 0 : 1);
    return (standing * STANDING + detail) * MOST_ROWS + index;
  });
  return Uint32Array.from(keys.sort(), key => key % MOST_ROWS);
}

/** Of an injury: first treatment, later treatment, what remained of it. */
function episodeOf(code: string): 0 | 1 | 2 {
  if (!/^[STV-Y]......$/.test(code)) return 0;
  const seventh = code.charAt(6);
  return seventh === 'S' ? 2 : /[ABC]/.test(seventh) ? 0 : 1;
}

function lowerBound(texts: readonly string[], key: string): number {
  let low = 0;
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((texts[middle] as string) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
