import type { Instant, LocalDate } from '@spark-den/kernel';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Edition, EditionRow, LineProblem, LoadableSet } from './edition.ts';
import { nameOfFile } from './name.ts';
import { parseEdition } from './parse.ts';

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
  /** Against the edition before it in this folder. */
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** The first fifty. */
  readonly problems: readonly LineProblem[];
  readonly problemCount: number;
}

const MOST_PROBLEMS = 50;
const NOTHING = { added: 0, removed: 0, changed: 0, problems: [], problemCount: 0 } as const;

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

  rows(edition: Edition): EditionRow[] {
    return gunzipSync(readFileSync(this.#table(edition)))
      .toString('utf8')
      .split('\n')
      .filter(line => line !== '')
      .map(line => line.split('\t'));
  }

  /** All lines are read or nothing is loaded. The same content again changes nothing, or takes a roll-back back. */
  load(request: LoadRequest): LoadReport {
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
    const { rows, problems } = readFiles(set, files);
    const found = { problems: problems.slice(0, MOST_PROBLEMS), problemCount: problems.length };
    if (problems.length > 0) return { ok: false, outcome: 'unreadable', ...NOTHING, ...found };
    if (rows.length === 0) return { ok: false, outcome: 'empty', ...NOTHING };
    const edition: Edition = {
      set,
      version,
      from,
      to: request.to ?? named?.to ?? null,
      files: files.map(({ name }) => name),
      sha256: hash,
      rows: rows.length,
      loadedAt,
      withdrawn: false,
    };
    const before = editions.filter(each => each.set === set && !each.withdrawn && each.from < from).at(-1);
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    writeWhole(this.#table(edition), gzipSync(`${rows.map(row => row.join('\t')).join('\n')}\n`));
    this.#write([...editions, edition].sort((a, b) => (a.from < b.from ? -1 : 1)));
    return {
      ok: true,
      outcome: 'loaded',
      edition,
      ...NOTHING,
      ...difference(before && this.rows(before), rows),
    };
  }

  /** Asks an edition no more: this version, or the one that was loaded last. @returns it, or nothing when there is none */
  rollBack(set: LoadableSet, version?: string): Edition | undefined {
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

  #list(): string {
    return path.join(this.#folder, 'editions.json');
  }

  #table({ set, sha256 }: Edition): string {
    return path.join(this.#folder, `${set}-${sha256.slice(0, 16)}.tsv.gz`);
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

function readFiles(set: LoadableSet, files: LoadRequest['files']) {
  const rows: EditionRow[] = [];
  const problems: LineProblem[] = [];
  for (const { name, bytes } of files) {
    const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    const parsed = parseEdition(set, text);
    for (const row of parsed.rows) rows.push(row.map(cell => cell.replace(/[\t\n\r]+/g, ' ')));
    for (const problem of parsed.problems) problems.push({ file: name, ...problem });
  }
  return { rows, problems };
}

function difference(before: readonly EditionRow[] | undefined, now: readonly EditionRow[]) {
  if (!before) return { added: now.length, removed: 0, changed: 0 };
  const old = keyed(before);
  let [added, changed, kept] = [0, 0, 0];
  for (const [key, content] of keyed(now)) {
    const earlier = old.get(key);
    if (earlier === undefined) added += 1;
    else {
      kept += 1;
      if (earlier !== content) changed += 1;
    }
  }
  return { added, removed: old.size - kept, changed };
}

/** A code pair has its key in two columns; all others in one, beside the flag that tells a modifier from a code. */
function keyed(rows: readonly EditionRow[]): Map<string, string> {
  return new Map(
    rows.map(row => [row.length === 5 && row[4] === 'm' ? `m ${row[0]}` : keyOf(row), row.join('\t')]),
  );
}

function keyOf(row: EditionRow): string {
  const [first = '', second = ''] = row;
  return /^[\dA-Z]{5}$/.test(second) && row.length === 5 ? `${first} ${second} ${row[2]}` : first;
}
