import { runDemoDay } from '@spark-den/practice-simulator';
import { parseArgs } from 'node:util';
import { Progress } from '../progress.ts';
import type { CommandIo } from '../spark.ts';
import { withOwnSystem } from './own-system.ts';
import { table } from './simulate.ts';

export const USAGE = 'Usage: spark demo day [--json]\n';

/** `demo day`: one day from registration to a balance of zero, each step with its figures. */
export async function demoCommand(args: readonly string[], io: CommandIo): Promise<number> {
  const json = read(args);
  if (json === undefined) {
    io.stderr.write(USAGE);
    return 2;
  }
  const progress = new Progress(io.stderr as NodeJS.WritableStream);
  const say = (line: string) => progress.say(line);
  try {
    const { steps, invariants, ok } = await withOwnSystem({ progress: say }, system =>
      runDemoDay(system, say),
    );
    if (json) {
      io.stdout.write(`${JSON.stringify({ invariants, ok, steps })}\n`);
    } else {
      for (const { step, name, figures } of steps)
        io.stdout.write(`${step}. ${name}\n${indent(table(figures))}`);
      io.stdout.write(`${JSON.stringify({ invariants, ok })}\n`);
    }
    return ok ? 0 : 1;
  } finally {
    progress.done();
  }
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '   ');
}

function read(args: readonly string[]): boolean | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    return positionals.length === 1 && positionals[0] === 'day' ? values.json : undefined;
  } catch {
    return undefined;
  }
}
