/*
 * Judges each large input at the deepest level and writes, as one line of JSON each, how much memory was held at most beyond
 * what was held before, as a multiple of the file. Run with --expose-gc: what nobody holds any more is not counted.
 */
import { validate, validateStream, type CodeLookup } from '@spark-den/x12';
import { setImmediate } from 'node:timers/promises';
import { LARGE_INPUTS } from './large-inputs.ts';

const CHUNK = 65_536;
const SAMPLES = 3;

const collect = (globalThis as { gc?: () => void }).gc;
if (!collect) throw new Error('run with --expose-gc');

function held(): number {
  // the bytes of buffers are given back after the first
  collect?.();
  collect?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Told at every so many calls how much is held, besides the samples between chunks and after each transaction. */
class Peak {
  readonly #before = held();
  #calls = 0;
  bytes = 0;

  sample(): void {
    this.bytes = Math.max(this.bytes, held() - this.#before);
  }

  lookup(every: number): CodeLookup {
    return {
      check: () => {
        this.#calls += 1;
        if (this.#calls % every === 0) this.sample();
        return undefined;
      },
    };
  }

  *chunks(file: Buffer): Generator<Buffer, void, undefined> {
    const every = CHUNK * Math.max(1, Math.floor(file.length / CHUNK / SAMPLES));
    for (let at = 0; at < file.length; at += CHUNK) {
      yield file.subarray(at, at + CHUNK);
      if (at % every === 0) this.sample();
    }
  }
}

async function multipleOf(file: Buffer): Promise<{ multiple: number; findings: number }> {
  const peak = new Peak();
  let findings = 0;
  const report = await validateStream(
    peak.chunks(file),
    { level: 'product', codes: peak.lookup(file.length / 50 / SAMPLES) },
    ({ report: { errors, warnings } }) => {
      findings += errors.length + warnings.length;
      peak.sample();
    },
  );
  peak.sample();
  return { multiple: peak.bytes / file.length, findings: findings + report.errors.length };
}

/** In a turn of its own, after which the text that the bytes were made of is gone. */
async function bytesOf(input: (size: number) => string, size: number): Promise<Buffer> {
  const bytes = encoded(input, size);
  await setImmediate();
  // the engine keeps the text that an expression was last held against
  /./.exec('x');
  return bytes;
}

function encoded(input: (size: number) => string, size: number): Buffer {
  return Buffer.from(input(size), 'latin1');
}

const size = Number(process.argv[2]);
// what is made once, such as the tables of a guide, is no memory of a file
for (const input of Object.values(LARGE_INPUTS)) validate(input(100_000), { level: 'product' });
for (const [name, input] of Object.entries(LARGE_INPUTS)) {
  const measured = await multipleOf(await bytesOf(input, size));
  process.stdout.write(`${JSON.stringify({ name, ...measured })}\n`);
}
