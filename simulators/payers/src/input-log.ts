import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { WorldInput } from './clearinghouse/world.ts';

/** Where the world's inputs are kept; the world itself is rebuilt from them at the next start. */
export interface InputLog {
  read(): readonly LoggedInput[];
  append(input: LoggedInput): void;
}

export type LoggedInput = WorldInput | { readonly kind: 'clock'; readonly now: string | null };

export const forgetfulLog: InputLog = { read: () => [], append: () => undefined };

/** One JSON object a line. A last line that a crash cut short is left out: its sender never got an answer. */
export function fileLog(path: string): InputLog {
  mkdirSync(dirname(path), { recursive: true });
  return {
    read: () => (existsSync(path) ? readFileSync(path, 'utf8').split('\n').flatMap(parseLine) : []),
    append: input => {
      appendFileSync(path, `${JSON.stringify(input)}\n`);
    },
  };
}

function parseLine(line: string): LoggedInput[] {
  if (line === '') return [];
  try {
    return [JSON.parse(line) as LoggedInput];
  } catch {
    return [];
  }
}
