import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** What is kept of a seal outside the database: enough to notice that its end was cut off or rewritten. */
export interface Anchor {
  readonly number: number;
  readonly lastPosition: number;
  readonly head: string;
}

const Line = z.object({ number: z.int(), lastPosition: z.int(), head: z.string() });

/** Heads in a file beside the database, one JSON object a line, written before the next batch is sealed. */
export class AnchorFile {
  readonly #path: string;

  constructor(file: string) {
    this.#path = file;
  }

  append(anchor: Anchor): void {
    mkdirSync(path.dirname(this.#path), { recursive: true });
    const file = openSync(this.#path, 'a', 0o600);
    try {
      writeSync(file, `${JSON.stringify(anchor)}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  /** All anchors that can be read; a line that a crash cut short is left out, as its seal is anchored again. */
  read(): Anchor[] {
    if (!existsSync(this.#path)) return [];
    return readFileSync(this.#path, 'utf8')
      .split('\n')
      .flatMap(line => {
        const parsed = Line.safeParse(parse(line));
        return parsed.success ? [parsed.data] : [];
      });
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
