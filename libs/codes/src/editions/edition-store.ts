import type { Instant, LocalDate } from '@spark-den/kernel';
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { LEAST_ROWS, type Edition, type EditionRow, type LineProblem, type LoadableSet } from './edition.ts';
import { CodePairs, PairList } from './code-pairs.ts';
import { CodeRows, type Difference } from './code-rows.ts';
import { nameOfFile } from './name.ts';
import { parseCodePairs, parseEdition } from './parse.ts';
import { textOf, Unreadable } from './text-of.ts';

export interface LoadRequest {
  readonly set: LoadableSet;
  /** The parts of one edition, in order. */
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
  readonly loadedAt: Instant;
  /** Where the file's name does not tell them. */
  readonly version?: string;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

export interface LoadReport {
  readonly ok: boolean;
  /** `loaded`, `known` (the same content is here already), or why nothing was loaded. */
  readonly outcome: 'loaded' | 'known' | 'unreadable' | 'undated' | 'other-content' | 'empty';
  readonly edition?: Edition;
  /** Fewer rows than a whole edition has: loaded, but look whether the file is whole. */
  readonly isShort: boolean;
  /** Against the edition before it in this folder. */
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** The first fifty. */
  readonly problems: readonly LineProblem[];
  readonly problemCount: number;
}

const MOST_PROBLEMS = 50;
const NOTHING = { isShort: false, added: 0, removed: 0, changed: 0, problems: [], problemCount: 0 } as const;

/** The folder of loaded editions: a list, and a table per edition. Editions stand side by side; none is overwritten. */
export class EditionStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Oldest first day first; withdrawn ones too. @throws when the list is damaged */
  list(): Edition[] {
    const file = this.#list();
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Edition[]) : [];
  }

  rows(edition: Edition): readonly EditionRow[] {
    return CodeRows.fromBytes(this.#bytes(edition)).rows;
  }

  pairs(edition: Edition): CodePairs {
    return CodePairs.fromBytes(this.#bytes(edition));
  }

  /** All lines are read or nothing is loaded. The same content again changes nothing, or takes a roll-back back. */
  load(request: LoadRequest): LoadReport {
    return this.#alone(() => this.#load(request));
  }

  #load(request: LoadRequest): LoadReport {
    const { set, files, loadedAt } = request;
    const named = files.map(({ name }) => nameOfFile(set, name)).find(Boolean);
    const version = request.version ?? named?.version ?? request.from;
    const from = request.from ?? named?.from;
    if (!version || !from) return { ok: false, outcome: 'undated', ...NOTHING };
    const sha256 = createHash('sha256');
    for (const { bytes } of files) sha256.update(bytes);
    const hash = sha256.digest('hex');
    const editions = this.list();
    const same = editions.find(edition => edition.set === set && edition.version === version);
    if (same) {
      if (same.sha256 !== hash) return { ok: false, outcome: 'other-content', edition: same, ...NOTHING };
      const edition = { ...same, withdrawn: false };
      this.#write(editions.map(each => (each === same ? edition : each)));
      return { ok: true, outcome: same.withdrawn ? 'loaded' : 'known', edition, ...NOTHING };
    }
    const { contents, problems } = readFiles(set, files);
    const found = { problems: problems.slice(0, MOST_PROBLEMS), problemCount: problems.length };
    if (problems.length > 0) return { ok: false, outcome: 'unreadable', ...NOTHING, ...found };
    if (contents.size === 0) return { ok: false, outcome: 'empty', ...NOTHING };
    const edition: Edition = {
      set,
      version,
      from,
      to: request.to ?? named?.to ?? null,
      files: files.map(({ name }) => name),
      sha256: hash,
      rows: contents.size,
      loadedAt,
      withdrawn: false,
    };
    const before = editions.filter(each => each.set === set && !each.withdrawn && each.from < from).at(-1);
    writeWhole(this.#table(edition), gzipSync(contents.toBytes()));
    this.#write([...editions, edition].sort((a, b) => (a.from < b.from ? -1 : 1)));
    return {
      ok: true,
      outcome: 'loaded',
      edition,
      ...NOTHING,
      isShort: contents.size < LEAST_ROWS[set],
      ...differenceOf(contents, before && this.#contents(before)),
    };
  }

  /** Asks an edition no more: this version, or the one that was loaded last. @returns it, or nothing when there is none */
  rollBack(set: LoadableSet, version?: string): Edition | undefined {
    return existsSync(this.#list()) ? this.#alone(() => this.#rollBack(set, version)) : undefined;
  }

  #rollBack(set: LoadableSet, version: string | undefined): Edition | undefined {
    const editions = this.list();
    const candidates = editions.filter(
      edition =>
        edition.set === set && !edition.withdrawn && (version === undefined || edition.version === version),
    );
    const last = candidates.sort((a, b) => (a.loadedAt < b.loadedAt ? -1 : 1)).at(-1);
    if (!last) return undefined;
    const withdrawn = { ...last, withdrawn: true };
    this.#write(editions.map(edition => (edition === last ? withdrawn : edition)));
    return withdrawn;
  }

  /**
   * Calls `changed` after an edition was loaded or rolled back, by whichever process.
   * @returns what ends it
   */
  watch(changed: () => void, everyMs = 2_000): () => void {
    let seen = this.#state();
    const timer = setInterval(() => {
      const now = this.#state();
      if (now === seen) return;
      seen = now;
      changed();
    }, everyMs);
    timer.unref();
    return () => clearInterval(timer);
  }

  /** Another text whenever the list was written. */
  #state(): string {
    const stats = statSync(this.#list(), { throwIfNoEntry: false });
    return stats ? `${stats.ino} ${stats.mtimeMs} ${stats.size}` : '';
  }

  /** One change at a time, whichever process makes it. */
  #alone<T>(change: () => T): T {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const lock = path.join(this.#folder, 'changing');
    takeLock(lock);
    try {
      return change();
    } finally {
      rmSync(lock, { force: true });
    }
  }

  #contents(edition: Edition): Contents {
    return edition.set === 'ncci-ptp' ? this.pairs(edition) : new CodeRows(this.rows(edition));
  }

  #bytes(edition: Edition): Buffer {
    return gunzipSync(readFileSync(this.#table(edition)));
  }

  #list(): string {
    return path.join(this.#folder, 'editions.json');
  }

  #table({ set, sha256 }: Edition): string {
    return path.join(
      this.#folder,
      `${set}-${sha256.slice(0, 16)}.${set === 'ncci-ptp' ? 'pairs' : 'tsv'}.gz`,
    );
  }

  #write(editions: readonly Edition[]): void {
    writeWhole(this.#list(), `${JSON.stringify(editions, undefined, 2)}\n`);
  }
}

/** A reader sees the old file or the new one, never half of it. */
function writeWhole(file: string, content: string | Buffer): void {
  writeFileSync(`${file}.new`, content, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

type Contents = CodeRows | CodePairs;

function readFiles(
  set: LoadableSet,
  files: LoadRequest['files'],
): { readonly contents: Contents; readonly problems: readonly LineProblem[] } {
  const rows: EditionRow[] = [];
  const pairs = new PairList();
  const problems: LineProblem[] = [];
  for (const { name, bytes } of files) {
    for (const problem of readFile(set, bytes, rows, pairs)) problems.push({ file: name, ...problem });
  }
  return { contents: set === 'ncci-ptp' ? CodePairs.of(pairs) : new CodeRows(rows), problems };
}

function readFile(
  set: LoadableSet,
  bytes: Buffer,
  rows: EditionRow[],
  pairs: PairList,
): readonly Omit<LineProblem, 'file'>[] {
  try {
    const text = textOf(set, bytes);
    if (set === 'ncci-ptp') return parseCodePairs(text, pairs);
    const parsed = parseEdition(set, text);
    for (const row of parsed.rows) rows.push(row);
    return parsed.problems;
  } catch (error) {
    if (error instanceof Unreadable) return [{ line: 1, message: error.message }];
    throw error;
  }
}

function differenceOf(now: Contents, before: Contents | undefined): Difference {
  if (now instanceof CodePairs && before instanceof CodePairs) return now.difference(before);
  if (now instanceof CodeRows && before instanceof CodeRows) return now.difference(before);
  return { added: now.size, removed: 0, changed: 0 };
}

const LOCK_WAIT_MS = 60_000;
const LOCK_POLL_MS = 100;

/** A lock that was left behind by a process that died is taken over once it is old. */
function takeLock(lock: string): void {
  for (let waited = 0; ; waited += LOCK_POLL_MS) {
    try {
      closeSync(openSync(lock, 'wx', 0o600));
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (waited >= LOCK_WAIT_MS) rmSync(lock, { force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOCK_POLL_MS);
  }
}
