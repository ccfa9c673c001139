import { LEVELS } from '@spark-den/x12';
import { createReadStream } from 'node:fs';
import type { ParseArgsConfig } from 'node:util';
import type { CommandIo } from '../spark.ts';
import { Misuse, readArguments, verbOf } from './arguments.ts';
import { DATA_OPTION, editionsIn, tablesWith } from './code-tables.ts';
import { attempt } from './x12-faults.ts';
import { unreadable } from './x12-report.ts';
import { JOINT_VERBS, VERBS, type JointVerb, type Request, type Source, type Verb } from './x12-verbs.ts';

export const USAGE = `Usage: spark x12 VERB FILE… [--json]
  validate         every finding, with its place             --level LEVEL --data DIR
  to-json          the typed model of each transaction, always as JSON
  from-json        writes again what to-json made
  ack              the TA1 and 999 that answer a file        --level LEVEL --data DIR --control N --contexts full --ta1
  split            a file for each transaction               --out FOLDER --by transaction|claim|payer --control N
  merge            one interchange of several files          --control N
  diff             what AFTER says otherwise than BEFORE
  deidentify       the file without the people in it         --key TEXT
  explain          what a file says, in plain words          --data DIR
  stats            how many of what
Options:
  --json           one JSON object a line for each file (diff: for each difference)
  --level LEVEL    how deep to look: ${LEVELS.join(', ')}; guide when left out
  --data DIR       whose loaded code tables answer before the shipped ones; .data/demo when left out
  --out FOLDER     where split writes; this folder when left out
  --by WHAT        what each file of an 837 holds; transaction when left out
  --key TEXT       the same key disguises the same name alike in every file; required
  --control N      control number of the first interchange written: 1, or as it was for split, when left out
  --contexts full  a 999 with all contexts and situational triggers, not the business unit alone
  --ta1            a TA1 also where the file does not ask for one
  - as FILE reads the standard input, once
Exit code: 0 fine; 1 a file is bad, or two differ; 2 asked wrongly, or a file cannot be read or written; 3 our fault
`;

const JSON_OPTION = { json: { type: 'boolean', default: false } } as const;
const LEVEL = { level: { type: 'string', default: 'guide' } } as const;
const CONTROL = { control: { type: 'string' } } as const;

/** What a verb takes besides --json. */
const OPTIONS: Readonly<Record<string, NonNullable<ParseArgsConfig['options']>>> = {
  validate: { ...LEVEL, ...DATA_OPTION },
  explain: DATA_OPTION,
  ack: {
    ...LEVEL,
    ...DATA_OPTION,
    ...CONTROL,
    contexts: { type: 'string' },
    ta1: { type: 'boolean', default: false },
  },
  split: { out: { type: 'string' }, by: { type: 'string' }, ...CONTROL },
  merge: CONTROL,
  deidentify: { key: { type: 'string' } },
};

type Run = (sources: readonly Source[], request: Request) => Promise<number>;

const RUNS: Readonly<Record<string, Run>> = Object.fromEntries([
  ...Object.entries(VERBS).map(([name, verb]) => [name, oneByOne(name, verb)] as const),
  ...Object.entries(JOINT_VERBS).map(([name, verb]) => [name, together(name, verb)] as const),
]);

/** `spark x12 <verb> FILE…`: 0 fine, 1 a file is bad (or two differ), 2 misuse, 3 our fault. */
export async function x12Command(
  args: string[],
  io: CommandIo,
  stdin: AsyncIterable<Uint8Array> = process.stdin,
): Promise<number> {
  const [name = '', ...rest] = args;
  try {
    const run = verbOf(RUNS, name);
    const { files, request } = requestOf(name, rest, io);
    return await run(
      files.map(file => sourceOf(file, stdin)),
      request,
    );
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    io.stderr.write(`spark x12: ${error.message}\n${USAGE}`);
    return 2;
  }
}

/** Faults go to the standard error; with --json the file has its line all the same. */
function tellerOf({ file }: Source, name: string, { json, level, io }: Request): (text: string) => void {
  return text => {
    io.stderr.write(`${text}\n`);
    if (!json) return;
    const line = name === 'validate' ? unreadable(file, level, text) : { file, fault: text };
    io.stdout.write(`${JSON.stringify(line)}\n`);
  };
}

/** The worst exit code of all files. */
function oneByOne(name: string, verb: Verb): Run {
  return async (sources, request) => {
    let worst = 0;
    for (const source of sources) {
      const code = await attempt([source.file], tellerOf(source, name, request), async () => {
        const done = await verb(source, request);
        // validate tells its findings; the others have nothing to show where there is nothing to read
        if (!done && name !== 'validate') tellNothing(source, name, request.io);
        return done;
      });
      worst = Math.max(worst, code);
    }
    return worst;
  };
}

function together(name: string, verb: JointVerb): Run {
  return (sources, request) => {
    const files = sources.map(({ file }) => file);
    return attempt(
      files,
      text => void request.io.stderr.write(`${text}\n`),
      () => verb(sources, request, source => tellNothing(source, name, request.io)),
    );
  };
}

/** They have nothing to show of a file that holds a TA1 alone. */
const NEEDS_TRANSACTIONS: ReadonlySet<string> = new Set(['to-json', 'split']);
const VERB_WORDS: Readonly<Record<string, string>> = {
  ack: 'acknowledge',
  diff: 'compare',
  stats: 'count',
  'to-json': 'turn into JSON',
};

function tellNothing({ file }: Source, name: string, io: CommandIo): void {
  const what = NEEDS_TRANSACTIONS.has(name) ? 'transaction' : 'interchange';
  io.stderr.write(`${file}: holds no X12 ${what}, so that there is nothing to ${VERB_WORDS[name] ?? name}\n`);
}

function sourceOf(file: string, stdin: AsyncIterable<Uint8Array>): Source {
  const chunks = () => (file === '-' ? stdin : (createReadStream(file) as AsyncIterable<Uint8Array>));
  return {
    file,
    chunks,
    bytes: async () => {
      const parts: Uint8Array[] = [];
      for await (const chunk of chunks()) parts.push(chunk);
      return new Uint8Array(Buffer.concat(parts));
    },
  };
}

/** @throws Misuse that names what was wrong */
function requestOf(
  name: string,
  args: string[],
  io: CommandIo,
): { readonly files: readonly string[]; readonly request: Request } {
  const { values, positionals: files } = readArguments({
    args,
    allowPositionals: true,
    options: { ...JSON_OPTION, ...OPTIONS[name] },
  });
  const given: Readonly<Record<string, string | boolean | undefined>> = values;
  const text = (option: string) => given[option] as string | undefined;
  const request = {
    json: values.json,
    level: oneOf('level', text('level') ?? 'guide', LEVELS),
    out: text('out'),
    by: oneOf('by', text('by') ?? 'transaction', ['transaction', 'claim', 'payer'] as const),
    key: text('key'),
    control: controlOf(text('control')),
    contexts: oneOf('contexts', text('contexts') ?? 'business-unit', ['business-unit', 'full'] as const),
    ta1: given.ta1 === true,
    codes: tablesWith(editionsIn(text('data') ?? DATA_OPTION.data.default)),
    io,
  };
  if (name === 'diff' && files.length !== 2) throw new Misuse('diff wants two files');
  if (files.length === 0) throw new Misuse(`${name} wants a file`);
  if (files.filter(file => file === '-').length > 1)
    throw new Misuse('the standard input can be read only once');
  if (name === 'deidentify' && !request.key) throw new Misuse('deidentify wants --key TEXT');
  return { files, request };
}

/** @throws Misuse for what is none of these */
function oneOf<T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find(each => each === value);
  if (!found) throw new Misuse(`there is no ${option} "${value}"; known are ${known.join(', ')}`);
  return found;
}

/** @throws Misuse for what no control number can be */
function controlOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const control = Number(text);
  if (!/^\d{1,9}$/.test(text) || control < 1)
    throw new Misuse(`--control wants a whole number of at most nine digits, not "${text}"`);
  return control;
}
