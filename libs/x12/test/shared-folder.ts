import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SHARED = path.join(ROOT, '../shared/x12');

export interface CorpusFile {
  readonly file: string;
  readonly transaction: string;
  readonly version: string;
  readonly verdict: string;
  readonly whatsWrong: string;
  readonly bytes: Uint8Array;
}

/** Files that nobody here wrote, with the verdict of other validators; empty, with a line, where they are not at hand. */
export function corpus(): readonly CorpusFile[] {
  const folder = path.join(SHARED, 'corpus');
  if (!existsSync(folder)) {
    process.stdout.write('skipped: the X12 corpus is not on this machine\n');
    return [];
  }
  const [, ...rows] = readFileSync(path.join(folder, 'INDEX.tsv'), 'utf8').trim().split('\n');
  return rows.map(row => {
    const columns = row.split('\t');
    const [file = '', transaction = '', version = ''] = columns;
    const bytes = new Uint8Array(readFileSync(path.join(folder, file)));
    return { file, transaction, version, verdict: columns[7] ?? '', whatsWrong: columns[8] ?? '', bytes };
  });
}

export interface Verdict {
  readonly ok: boolean | null;
  readonly errors: readonly string[];
}

/** An independent guide validator, or undefined, with a line, where Python or its driver is not at hand. */
export function openOracle(): ((texts: readonly string[]) => readonly Verdict[]) | undefined {
  const script = path.join(SHARED, 'tools/oracle_pyx12.py');
  const python = path.join(ROOT, '.data/venv/bin/python');
  try {
    if (!existsSync(script)) throw new Error('its driver is missing');
    if (!existsSync(python)) {
      mkdirSync(path.join(ROOT, '.data'), { recursive: true });
      execFileSync('python3', ['-m', 'venv', path.join(ROOT, '.data/venv')], { stdio: 'ignore' });
    }
    execFileSync(python, ['-c', 'import pyx12'], { stdio: 'ignore' });
  } catch {
    if (!installed(script, python)) {
      process.stdout.write('skipped: the independent validator (pyx12) is not on this machine\n');
      return undefined;
    }
  }
  return texts => judge(python, script, texts);
}

function installed(script: string, python: string): boolean {
  if (!existsSync(script) || !existsSync(python)) return false;
  try {
    execFileSync(python, ['-m', 'pip', 'install', '--quiet', 'pyx12'], { stdio: 'ignore', timeout: 120_000 });
    return true;
  } catch {
    return false;
  }
}

function judge(python: string, script: string, texts: readonly string[]): readonly Verdict[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'x12-oracle-'));
  try {
    const files = texts.map((text, index) => {
      const file = path.join(folder, `${index}.x12`);
      writeFileSync(file, text);
      return file;
    });
    return outputOf(python, [script, ...files])
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Verdict);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The validator's exit code says that some file is bad; its lines say which. */
function outputOf(command: string, args: readonly string[]): string {
  try {
    return execFileSync(command, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1e8,
    });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
