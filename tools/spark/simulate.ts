import { cents, formatCents } from '@spark-den/kernel';
import { simulatePractice } from '@spark-den/practice-simulator';
import { parseArgs } from 'node:util';
import { Progress } from '../progress.ts';
import type { CommandIo } from '../spark.ts';
import { withOwnSystem } from './own-system.ts';

export const USAGE = 'Usage: spark simulate --days N --providers P --seed S [--json]\n';

interface Request {
  readonly days: number;
  readonly providers: number;
  readonly seed: number;
  readonly json: boolean;
}

/** `simulate`: a practice for N working days through its public API, then the invariants of its books. */
export async function simulateCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const request = read(args);
  if (!request) {
    io.stderr.write(USAGE);
    return 2;
  }
  const progress = new Progress(io.stderr as NodeJS.WritableStream);
  try {
    const { providers, days, seed } = request;
    const result = await withOwnSystem({ providers, progress: line => progress.say(line) }, system =>
      simulatePractice({ system, days, providers, seed, progress: line => progress.say(line) }),
    );
    const { invariants, ok, ...figures } = result;
    if (!request.json) io.stdout.write(table(figures));
    io.stdout.write(`${JSON.stringify(request.json ? { invariants, ok, figures } : { invariants, ok })}\n`);
    return ok ? 0 : 1;
  } finally {
    progress.done();
  }
}

/** Figures as lines of `name  value`; cents as dollars. */
export function table(figures: Readonly<Record<string, unknown>>): string {
  return Object.entries(figures)
    .map(([name, value]) => {
      const isMoney = name.endsWith('Cents') && typeof value === 'number';
      return `${name.replace(/Cents$/, '').padEnd(24)}${isMoney ? formatCents(cents(value)) : String(value)}\n`;
    })
    .join('');
}

function read(args: readonly string[]): Request | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        days: { type: 'string' },
        providers: { type: 'string', default: '2' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const [days, providers, seed] = [values.days, values.providers, values.seed].map(whole);
    const isGood =
      positionals.length === 0 && days && providers && seed !== undefined && days <= 260 && providers <= 8;
    return isGood ? { days, providers, seed, json: values.json } : undefined;
  } catch {
    return undefined;
  }
}

function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
