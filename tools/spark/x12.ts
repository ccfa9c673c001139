import { AppError } from '@spark-den/kernel';
import { LEVELS } from '@spark-den/x12';
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import type { CommandIo } from '../spark.ts';
import { JOINT_VERBS, VERBS, type Request, type Source } from './x12-verbs.ts';

const USAGE = `Usage: spark x12 ${Object.keys(VERBS).join('|')} FILE… [--json]
       spark x12 merge FILE… [--control N] | diff BEFORE AFTER [--json]
  --level ${LEVELS.join('|')}   how deep validate looks
  --out FOLDER     where split writes
  --key TEXT       the key of deidentify, required there
  --control N      control number of what ack and merge write
  - as FILE reads the standard input
`;

/** `spark x12 <verb> FILE…`: 0 fine, 1 a file is bad (or two differ), 2 misuse, 3 our fault. */
export async function x12Command(
  args: string[],
  io: CommandIo,
  stdin: AsyncIterable<Uint8Array> = process.stdin,
): Promise<number> {
  const [name = '', ...rest] = args;
  const verb = VERBS[name];
  const joint = JOINT_VERBS[name];
  const parsed = parse(rest, io);
  const fine =
    parsed !== undefined &&
    parsed.files.length > 0 &&
    (name !== 'diff' || parsed.files.length === 2) &&
    (name !== 'deidentify' || Boolean(parsed.request.key));
  if (!fine || (!verb && !joint)) {
    io.stderr.write(USAGE);
    return 2;
  }
  const { files, request } = parsed;
  const sources = files.map(file => sourceOf(file, stdin));
  if (joint) return attempt(files.join(', '), io, () => joint(sources, request));
  let worst = 0;
  for (const source of sources) {
    if (!verb) continue;
    const code = await attempt(source.file, io, async () => {
      const done = await verb(source, request);
      // validate tells its findings; the others have nothing to show where there is nothing to read
      if (!done && name !== 'validate')
        io.stderr.write(`${source.file}: no X12 interchange to ${name} in it\n`);
      return done;
    });
    worst = Math.max(worst, code);
  }
  return worst;
}

async function attempt(what: string, io: CommandIo, work: () => Promise<boolean>): Promise<number> {
  try {
    return (await work()) ? 0 : 1;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (error instanceof AppError) {
      io.stderr.write(`${what}: ${error.code}\n`);
      return 1;
    }
    if (error instanceof SyntaxError) {
      io.stderr.write(`${what}: is no JSON\n`);
      return 1;
    }
    if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) {
      io.stderr.write(`${what}: cannot be read (${code})\n`);
      return 2;
    }
    io.stderr.write(`${what}: ${(error as Error).message}\n`);
    return 3;
  }
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

function parse(
  args: string[],
  io: CommandIo,
): { readonly files: readonly string[]; readonly request: Request } | undefined {
  try {
    const { values, positionals: files } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        level: { type: 'string' },
        out: { type: 'string' },
        key: { type: 'string' },
        control: { type: 'string' },
      },
    });
    const level = LEVELS.find(known => known === (values.level ?? 'guide'));
    const control = Number(values.control ?? 1);
    if (!level || !Number.isInteger(control) || control < 1) return undefined;
    const { json = false, out, key } = values;
    return { files, request: { json, level, out, key, control, io } };
  } catch {
    return undefined;
  }
}
