import { LEVELS } from '@spark-den/x12';
import { createReadStream } from 'node:fs';
import type { CommandIo } from '../spark.ts';
import { Misuse, readArguments, verbOf } from './arguments.ts';
import { attempt } from './x12-faults.ts';
import { JOINT_VERBS, VERBS, type JointVerb, type Request, type Source, type Verb } from './x12-verbs.ts';

export const USAGE = `Usage: spark x12 ${Object.keys(VERBS).join('|')} FILE… [--json]
       spark x12 merge FILE… [--control N] | diff BEFORE AFTER [--json]
  --level ${LEVELS.join('|')}   how deep validate looks
  --out FOLDER     where split writes
  --key TEXT       the key of deidentify, required there
  --control N      control number of what ack and merge write
  - as FILE reads the standard input, once
`;

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

/** The worst exit code of all files. */
function oneByOne(name: string, verb: Verb): Run {
  return async (sources, request) => {
    let worst = 0;
    for (const source of sources) {
      const code = await attempt([source.file], request.io, async () => {
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
    return attempt(files, request.io, () =>
      verb(sources, request, source => tellNothing(source, name, request.io)),
    );
  };
}

function tellNothing({ file }: Source, name: string, io: CommandIo): void {
  io.stderr.write(`${file}: no X12 interchange to ${name} in it\n`);
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
    options: {
      json: { type: 'boolean', default: false },
      level: { type: 'string', default: 'guide' },
      out: { type: 'string' },
      key: { type: 'string' },
      control: { type: 'string', default: '1' },
    },
  });
  const level = LEVELS.find(known => known === values.level);
  if (!level) throw new Misuse(`there is no level "${values.level}"`);
  const control = Number(values.control);
  if (!Number.isInteger(control) || control < 1 || control > 999_999_999)
    throw new Misuse(`--control wants a whole number of at most nine digits, not "${values.control}"`);
  if (name === 'diff' && files.length !== 2) throw new Misuse('diff wants two files');
  if (files.length === 0) throw new Misuse(`${name} wants a file`);
  if (files.filter(file => file === '-').length > 1)
    throw new Misuse('the standard input can be read only once');
  if (name === 'deidentify' && !values.key) throw new Misuse('deidentify wants --key TEXT');
  return { files, request: { json: values.json, level, out: values.out, key: values.key, control, io } };
}
