import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const python = join(root, '.data/venv/bin/python');
const script = join(root, '../shared/x12/tools/oracle_pyx12.py');

/** An independent validator, where this machine has it: a venv under `.data/venv` with pyx12, and its driver. */
export const hasOracle = existsSync(python) && existsSync(script);

export interface Verdict {
  readonly file: string;
  readonly ok: boolean | null;
  readonly errors: readonly string[];
}

/** Judges files by name and text; the order is that of the input. */
export function judge(files: readonly { readonly name: string; readonly content: string }[]): Verdict[] {
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
  try {
    const paths = files.map(({ name, content }, index) => {
      const path = join(folder, `${index}-${name}`);
      writeFileSync(path, content);
      return path;
    });
    return run(paths)
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Verdict);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(paths: readonly string[]): string {
  try {
    return execFileSync(python, [script, ...paths], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
