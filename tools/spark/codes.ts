import { systemClock } from '@spark-den/adapters/clock';
import {
  CODE_SETS,
  type EditionStore,
  LEAST_ROWS,
  LOADABLE_SETS,
  type LoadableSet,
  type LoadReport,
} from '@spark-den/codes';
import { isLocalDate, type LocalDate } from '@spark-den/kernel';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CommandIo } from '../spark.ts';
import { Misuse, readArguments, verbOf } from './arguments.ts';
import { DATA_OPTION, editionsIn, tablesWith } from './code-tables.ts';

export const USAGE = `Usage:
  spark codes load SET FILE… [--version V] [--from DATE] [--to DATE] [--data DIR] [--json]
  spark codes roll-back SET [VERSION] [--data DIR] [--json]
  spark codes list [--data DIR] [--json]
  spark codes lookup SET CODE [--on DATE] [--data DIR] [--json]
  spark codes search SET WORDS… [--on DATE] [--data DIR] [--json]
SET of load and roll-back: ${LOADABLE_SETS.join(', ')}
SET of lookup and search: ${CODE_SETS.join(', ')}
`;

interface Request {
  readonly positionals: readonly string[];
  readonly version?: string;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly on?: LocalDate;
  readonly store: EditionStore;
  readonly json: boolean;
}

/** `codes`: editions of code tables, loaded beside the shipped ones, and what they say. A running server takes them within seconds. */
export function codesCommand(args: readonly string[], io: CommandIo): Promise<number> {
  return Promise.resolve(run(args, io));
}

function run([name = '', ...rest]: readonly string[], io: CommandIo): number {
  try {
    const action = verbOf(ACTIONS, name);
    return action(read(rest), io);
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    io.stderr.write(`spark codes: ${error.message}\n${USAGE}`);
    return 2;
  }
}

/** Each answers with its exit code. @throws Misuse where it was asked wrongly */
const ACTIONS: Readonly<Record<string, (request: Request, io: CommandIo) => number>> = {
  load({ positionals: [set = '', ...files], store, json, ...dates }, io) {
    needSet(set, LOADABLE_SETS);
    if (files.length === 0) throw new Misuse('load wants a file');
    const tables = readTables(files, io);
    if (!tables) return 2;
    const report = store.load({
      set,
      files: tables,
      loadedAt: systemClock.now(),
      ...dates,
    });
    io.stdout.write(json ? `${JSON.stringify({ set, files, ...report })}\n` : loadText(set, report));
    return report.ok ? 0 : report.outcome === 'undated' ? 2 : 1;
  },
  'roll-back'({ positionals: [set = '', version, ...more], store, json }, io) {
    needSet(set, LOADABLE_SETS);
    needNoMore(more);
    const edition = store.rollBack(set, version);
    const text = edition
      ? `${set} ${edition.version} answers no more. Load its file again to take that back.\n`
      : `No edition of ${set}${version ? ` is called ${version} and` : ''} is in use.\n`;
    io.stdout.write(
      json ? `${JSON.stringify({ set, ok: edition !== undefined, edition: edition ?? null })}\n` : text,
    );
    return edition ? 0 : 1;
  },
  list({ positionals, store, json }, io) {
    needNoMore(positionals);
    const lines = store.list().map(edition => {
      if (json) return `${JSON.stringify(edition)}\n`;
      const { set, version, from, to, rows, withdrawn } = edition;
      const span = `${from} – ${to ?? 'until the next'}`;
      return `${set.padEnd(10)}${version.padEnd(12)}${span.padEnd(28)}${String(rows).padStart(9)} rows${withdrawn ? '  rolled back' : ''}\n`;
    });
    io.stdout.write(lines.join('') || (json ? '' : 'Only the shipped tables are in use.\n'));
    return 0;
  },
  lookup({ positionals: [set = '', code, ...more], store, on, json }, io) {
    needSet(set, CODE_SETS);
    if (code === undefined) throw new Misuse('lookup wants a code');
    needNoMore(more);
    const answer = tablesWith(store).lookup(set, code, on);
    const text = `${answer.code}  ${answer.status}  ${answer.label ?? ''}  (${[answer.source, ...answer.warnings].join(', ')})\n`;
    io.stdout.write(json ? `${JSON.stringify(answer)}\n` : text);
    return answer.status === 'valid' || answer.status === 'unverified' ? 0 : 1;
  },
  search({ positionals: [set = '', ...words], store, on, json }, io) {
    needSet(set, CODE_SETS);
    if (words.length === 0) throw new Misuse('search wants words');
    const hits = tablesWith(store).search(set, words.join(' '), { limit: 20, ...(on ? { on } : {}) });
    for (const hit of hits)
      io.stdout.write(
        json ? `${JSON.stringify(hit)}\n` : `${hit.code.padEnd(9)}${hit.billable ? ' ' : '…'} ${hit.label}\n`,
      );
    return hits.length > 0 ? 0 : 1;
  },
};

function read(args: readonly string[]): Request {
  const { values, positionals } = readArguments({
    args: [...args],
    options: {
      version: { type: 'string' },
      from: { type: 'string' },
      to: { type: 'string' },
      on: { type: 'string' },
      ...DATA_OPTION,
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const { version, data, json } = values;
  const [from, to, on] = (['from', 'to', 'on'] as const).map(name => dateOf(name, values[name]));
  const given = { ...(from && { from }), ...(to && { to }), ...(on && { on }), ...(version && { version }) };
  return { positionals, ...given, store: editionsIn(data), json };
}

function dateOf(name: string, text: string | undefined): LocalDate | undefined {
  if (text === undefined || isLocalDate(text)) return text;
  throw new Misuse(`--${name} wants a date such as 2026-01-31, not "${text}"`);
}

function needSet<T extends string>(set: string, known: readonly T[]): asserts set is T {
  if ((known as readonly string[]).includes(set)) return;
  throw new Misuse(
    `${set === '' ? 'a SET is missing' : `"${set}" is no SET`}; there are ${known.join(', ')}`,
  );
}

function needNoMore(more: readonly string[]): void {
  if (more.length > 0) throw new Misuse(`"${more.join(' ')}" is too much`);
}

/** @returns nothing, and says so, where one of them cannot be read */
function readTables(files: readonly string[], io: CommandIo) {
  return files.reduce<{ name: string; bytes: Buffer }[] | undefined>((tables, file) => {
    try {
      return tables && [...tables, { name: path.basename(file), bytes: readFileSync(file) }];
    } catch (error) {
      io.stderr.write(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code})\n`);
      return undefined;
    }
  }, []);
}

const REFUSALS: Readonly<Record<Exclude<LoadReport['outcome'], 'loaded' | 'known'>, string>> = {
  unreadable:
    'Nothing was loaded: these lines cannot be read. Mend the file, or ask its publisher for a whole one.',
  undated:
    'Nothing was loaded: the name of the file does not tell its edition. Say from when it holds: --from 2026-01-01.',
  'other-content':
    'Nothing was loaded: this version is here with other content. Name another --version, or roll it back first and rename it.',
  empty: 'Nothing was loaded: the file has no rows.',
};

function loadText(
  set: LoadableSet,
  { outcome, edition, isShort, problems, problemCount, ...counts }: LoadReport,
): string {
  const short = isShort
    ? `It has fewer rows than a whole edition (${LEAST_ROWS[set].toLocaleString('en')} and more): is the file whole, and are all its parts here?\n`
    : '';
  if (outcome === 'known') return `${set} ${edition?.version} is in use already.\n`;
  if (outcome === 'loaded')
    return `${set} ${edition?.version}: ${edition?.rows} rows, in use from ${edition?.from}; ${counts.added} added, ${counts.removed} removed, ${counts.changed} changed since the edition before. A running server takes it within seconds.\n${short}`;
  const lines = problems.map(({ file, line, message }) => `  ${file}, line ${line}: ${message}\n`);
  const more = problemCount > problems.length ? `  … and ${problemCount - problems.length} more\n` : '';
  return `${REFUSALS[outcome]}\n${lines.join('')}${more}`;
}
