import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const SCRIPT = path.join(ROOT, '../shared/x12/tools/oracle_pyx12.py');
const VENV = path.join(ROOT, '.data/venv');
const PYTHON = path.join(VENV, 'bin/python');
const LOCK = path.join(ROOT, '.data/venv.lock');
/** Nobody needs longer to make a virtual environment. */
const LONGEST_WAIT_MS = 180_000;
const TURN_MS = 200;

export interface Verdict {
  readonly ok: boolean | null;
  readonly errors: readonly string[];
}

export type Oracle = (texts: readonly string[]) => readonly Verdict[];

/**
 * An independent guide validator (pyx12 in a virtual environment that this makes), or undefined, with a line, where Python or
 * its driver is not at hand. With SPARK_REQUIRE_SHARED set its absence is an error: where it counts nothing is left out.
 */
export function openOracle(): Oracle | undefined {
  try {
    if (!existsSync(SCRIPT)) throw new Error('its driver is missing');
    alone(install);
    return judge;
  } catch (error) {
    return missing(`the independent validator (pyx12) is not on this machine: ${(error as Error).message}`);
  }
}

/** Says what is left out, or fails where nothing may be. */
export function missing(what: string): undefined {
  if (process.env.SPARK_REQUIRE_SHARED) throw new Error(what);
  process.stdout.write(`skipped: ${what}\n`);
}

function install(): void {
  if (hasPyx12()) return;
  if (!existsSync(PYTHON)) execFileSync('python3', ['-m', 'venv', VENV], { stdio: 'ignore' });
  execFileSync(PYTHON, ['-m', 'pip', 'install', '--quiet', 'pyx12'], { stdio: 'ignore', timeout: 120_000 });
}

function hasPyx12(): boolean {
  try {
    execFileSync(PYTHON, ['-c', 'import pyx12'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Tests run in several processes: one of them installs, the others wait, but not for one that has died. */
function alone(work: () => void): void {
  mkdirSync(path.dirname(LOCK), { recursive: true });
  for (let turn = 0; !locked(); turn += 1) {
    if (turn > LONGEST_WAIT_MS / TURN_MS) rmSync(LOCK, { recursive: true, force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, TURN_MS);
  }
  try {
    work();
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function locked(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    return false;
  }
}

const judge: Oracle = texts => {
  const folder = mkdtempSync(path.join(tmpdir(), 'x12-oracle-'));
  try {
    const files = texts.map((text, index) => {
      const file = path.join(folder, `${index}.x12`);
      writeFileSync(file, text);
      return file;
    });
    return outputOf([SCRIPT, ...files])
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Verdict);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The validator's exit code says that some file is bad; its lines say which. */
function outputOf(args: readonly string[]): string {
  try {
    return execFileSync(PYTHON, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1e8,
    });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
