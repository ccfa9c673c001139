import { codes } from '@spark-den/codes';
import {
  LEVELS,
  acknowledge,
  explain,
  modelOf,
  readInterchanges,
  splitTransactions,
  transactionsOf,
  validate,
  type Level,
} from '@spark-den/x12';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { CommandIo } from '../spark.ts';
import { statsOf } from './x12-stats.ts';
import { fileReport, printReport } from './x12-report.ts';

interface Request {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly level: Level;
  readonly out: string | undefined;
  readonly io: CommandIo;
}

/** A verb looks at one file and says whether it was fine. */
type Verb = (bytes: Uint8Array, file: string, request: Request) => boolean;

const VERBS: Readonly<Record<string, Verb>> = {
  validate: (bytes, file, { level, json, io }) => {
    const report = fileReport(file, validate(bytes, { level, codes }));
    if (json) writeLine(io, report);
    else printReport(report, io);
    return report.ok;
  },
  'to-json': (bytes, file, { io }) => {
    const read = readInterchanges(bytes);
    const transactions = [...transactionsOf(read)].map(({ transaction, group, interchange }) => ({
      interchange: interchange.control,
      group: group.control,
      control: transaction.control,
      version: transaction.version,
      ...modelOf(transaction),
    }));
    writeLine(io, { file, problems: read.problems, transactions });
    return read.interchanges.length > 0;
  },
  ack: (bytes, _, { io }) => {
    const at = new Date().toISOString().slice(0, 16);
    const answers = acknowledge(bytes, { control: 1, at, lineBreak: '\n' });
    for (const answer of answers) io.stdout.write(answer.text);
    return answers.length > 0;
  },
  split: (bytes, file, { out, io }) => {
    const parts = splitTransactions(bytes);
    const folder = out ?? '.';
    mkdirSync(folder, { recursive: true });
    parts.forEach((part, index) => {
      const target = path.join(folder, `${path.parse(file).name}.${index + 1}.${part.set}.x12`);
      writeFileSync(target, part.text);
      io.stdout.write(`${target}\n`);
    });
    return parts.length > 0;
  },
  explain: (bytes, file, { json, io }) => {
    const paragraphs = explain(bytes);
    if (json) writeLine(io, { file, paragraphs });
    else io.stdout.write(paragraphs.map(text => `${text}\n`).join(''));
    return paragraphs.length > 0;
  },
  stats: (bytes, file, { json, io }) => {
    const stats = statsOf(bytes);
    if (json) writeLine(io, { file, ...stats });
    else
      io.stdout.write(
        `${file}: ${stats.bytes} bytes, ${stats.interchanges} interchanges, ${stats.groups} groups, ${stats.transactions} transactions, ${stats.segments} segments\n`,
      );
    return stats.interchanges > 0;
  },
};

const USAGE = `Usage: spark x12 ${Object.keys(VERBS).join('|')} FILE… [--json] [--level ${LEVELS.join('|')}] [--out FOLDER]\n  - as FILE reads the standard input\n`;

/** `spark x12 <verb> FILE…`: 0 fine, 1 a file is bad, 2 misuse, 3 our fault. */
export function x12Command(args: string[], io: CommandIo): Promise<number> {
  return Promise.resolve(run(args, io));
}

function run(args: string[], io: CommandIo): number {
  const [name = '', ...rest] = args;
  const verb = VERBS[name];
  const request = verb && requestOf(rest, io);
  if (!verb || !request || request.files.length === 0) {
    io.stderr.write(USAGE);
    return 2;
  }
  let worst = 0;
  for (const file of request.files) {
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(file === '-' ? 0 : file);
    } catch (error) {
      io.stderr.write(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})\n`);
      worst = Math.max(worst, 2);
      continue;
    }
    try {
      if (!verb(bytes, file, request)) worst = Math.max(worst, 1);
    } catch (error) {
      io.stderr.write(`${file}: ${(error as Error).message}\n`);
      worst = 3;
    }
  }
  return worst;
}

function requestOf(args: string[], io: CommandIo): Request | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, level: { type: 'string' }, out: { type: 'string' } },
    });
    const level = LEVELS.find(known => known === (values.level ?? 'guide'));
    if (!level) return undefined;
    return { files: positionals, json: values.json ?? false, level, out: values.out, io };
  } catch {
    return undefined;
  }
}

function writeLine(io: CommandIo, value: unknown): void {
  io.stdout.write(`${JSON.stringify(value)}\n`);
}
