import type { CodeLibrary } from '@spark-den/codes';
import { AppError } from '@spark-den/kernel';
import {
  acknowledge,
  deidentify,
  diffFiles,
  explain,
  fromJson,
  mergeFiles,
  readInterchanges,
  splitTransactions,
  toJson,
  validate,
  validateStream,
  type AcknowledgeOptions,
  type Level,
  type SplitOptions,
} from '@spark-den/x12';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CommandIo } from '../spark.ts';
import { differenceLine } from './x12-difference.ts';
import { fileReport, printReport } from './x12-report.ts';
import { statsOf } from './x12-stats.ts';

/** A file, or the standard input. */
export interface Source {
  readonly file: string;
  /** As the bytes come. */
  chunks(): AsyncIterable<Uint8Array>;
  /** All at once. */
  bytes(): Promise<Uint8Array>;
}

export interface Request {
  readonly json: boolean;
  readonly level: Level;
  readonly out: string | undefined;
  readonly by: SplitOptions['by'];
  readonly key: string | undefined;
  /** Given, or left to the verb. */
  readonly control: number | undefined;
  readonly contexts: AcknowledgeOptions['contexts'];
  readonly ta1: boolean;
  readonly codes: CodeLibrary;
  readonly io: CommandIo;
}

/** Looks at one file and says whether it was fine. */
export type Verb = (source: Source, request: Request) => Promise<boolean>;
/** The same for several files together; calls `nothing` for each that holds no interchange. */
export type JointVerb = (
  sources: readonly Source[],
  request: Request,
  nothing: (source: Source) => void,
) => Promise<boolean>;

export const VERBS: Readonly<Record<string, Verb>> = {
  validate: async (source, { level, codes, json, io }) => {
    const report = fileReport(source.file, await validateStream(source.chunks(), { level, codes }));
    if (json) writeLine(io, report);
    else printReport(report, io);
    return report.ok;
  },
  'to-json': async (source, { io }) => {
    const json = toJson(await source.bytes());
    writeLine(io, { file: source.file, ...json });
    return json.transactions.length > 0;
  },
  'from-json': async (source, { json, io }) => {
    const text = new TextDecoder().decode(await source.bytes());
    const lines = text.split('\n').filter(line => line.trim() !== '');
    if (lines.length === 0) throw new AppError('invalid', 'x12.bad_json', { part: 'transactions' });
    const texts = lines.map(line => fromJson(JSON.parse(line)));
    for (const written of texts) writeText(io, source.file, written, json);
    return true;
  },
  ack: async (source, { control = 1, level, codes, contexts, ta1, json, io }) => {
    const bytes = await source.bytes();
    const report = validate(bytes, { level, codes });
    const asked = { control, at: now(), lineBreak: '\n', contexts, alwaysTa1: ta1, report } as const;
    const answers = acknowledge(bytes, asked);
    if (json) writeLine(io, { file: source.file, answers });
    else for (const answer of answers) io.stdout.write(answer.text);
    // an acknowledgement needs no answer, which is fine
    return readInterchanges(bytes).interchanges.length > 0;
  },
  split: async (source, { out = '.', by, control, json, io }) => {
    const parts = splitTransactions(await source.bytes(), { by, control });
    if (parts.length > 0) mkdirSync(out, { recursive: true });
    const name = source.file === '-' ? 'stdin' : path.parse(source.file).name;
    const files = parts.map((part, index) => {
      const target = path.join(out, `${name}.${index + 1}.${part.set}.x12`);
      writeFileSync(target, part.text);
      return target;
    });
    if (json) writeLine(io, { file: source.file, files });
    else io.stdout.write(files.map(target => `${target}\n`).join(''));
    return parts.length > 0;
  },
  deidentify: async (source, { key = '', json, io }) => {
    const text = deidentify(await source.bytes(), { key });
    if (text !== '') writeText(io, source.file, text, json);
    return text !== '';
  },
  explain: async (source, { codes, json, io }) => {
    const paragraphs = explain(await source.bytes(), codes);
    if (json) writeLine(io, { file: source.file, paragraphs });
    else io.stdout.write(paragraphs.map(text => `${text}\n`).join(''));
    return paragraphs.length > 0;
  },
  stats: async (source, { json, io }) => {
    const stats = await statsOf(source.chunks());
    if (json) writeLine(io, { file: source.file, ...stats });
    else
      io.stdout.write(
        `${source.file}: ${stats.bytes} bytes, ${stats.interchanges} interchanges, ${stats.groups} groups, ${stats.transactions} transactions, ${stats.segments} segments\n${Object.entries(
          stats.byType,
        )
          .map(([type, count]) => `  ${count} × ${type}\n`)
          .join('')}`,
      );
    return stats.interchanges > 0;
  },
};

export const JOINT_VERBS: Readonly<Record<string, JointVerb>> = {
  merge: async (sources, { control = 1, json, io }, nothing) => {
    const files = await interchangesOf(sources, nothing);
    if (!files) return false;
    const names = sources.map(({ file }) => file).join(' + ');
    writeText(io, names, mergeFiles(files, { control, at: now() }), json);
    return true;
  },
  diff: async (sources, { json, io }, nothing) => {
    const [before, after] = (await interchangesOf(sources, nothing)) ?? [];
    if (!before || !after) return false;
    const differences = diffFiles(before, after);
    for (const entry of differences) {
      if (json) writeLine(io, entry);
      else io.stdout.write(`${differenceLine(entry)}\n`);
    }
    return differences.length === 0;
  },
};

/** @returns nothing where one of them holds no interchange: a merge must not pass over it, nor a diff find it equal */
async function interchangesOf(
  sources: readonly Source[],
  nothing: (source: Source) => void,
): Promise<readonly Uint8Array[] | undefined> {
  const files = await Promise.all(sources.map(source => source.bytes()));
  const empty = sources.filter((_, at) => readInterchanges(files[at] ?? '').interchanges.length === 0);
  empty.forEach(nothing);
  return empty.length === 0 ? files : undefined;
}

function now(): string {
  return new Date().toISOString().slice(0, 16);
}

/** What was written: as it is, or as the text in a line of JSON. */
function writeText(io: CommandIo, file: string, text: string, json: boolean): void {
  if (json) writeLine(io, { file, text });
  else io.stdout.write(`${text}\n`);
}

function writeLine(io: CommandIo, value: unknown): void {
  io.stdout.write(`${JSON.stringify(value)}\n`);
}
