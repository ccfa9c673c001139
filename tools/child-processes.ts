import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { canListen } from './free-port.ts';

export interface Program {
  readonly name: string;
  readonly script: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Where it listens once it runs; a program without one prints `ready`. */
  readonly port?: number;
}

/** How often a program that keeps ending is started again before a person has to look. */
const RESTARTS = 5;

/** The processes of a system: started, started again when they die, and ended with the parent. */
export class ChildProcesses {
  readonly #root: string;
  readonly #quiet: boolean;
  readonly #progress: (line: string) => void;
  readonly #children = new Map<string, ChildProcess>();

  constructor(root: string, quiet: boolean, progress: (line: string) => void) {
    this.#root = root;
    this.#quiet = quiet;
    this.#progress = progress;
    process.once('exit', () => this.#children.forEach(child => child.kill('SIGKILL')));
  }

  /** Starts a program, waits until it is ready, and watches over it from then on. @throws what it complained of */
  async start(program: Program): Promise<void> {
    const child = this.#spawn(program);
    await (program.port === undefined
      ? untilItSaysSo(child, program.name, this.#progress)
      : untilItListens(child, program.name, program.port));
    child.once('exit', (code, signal) => {
      if (this.#children.get(program.name) !== child) return;
      this.#progress(`${program.name} ended (${signal ?? code}); starting it again`);
      void this.#startAgain(program);
    });
  }

  pid(name: string): number | undefined {
    return this.#children.get(name)?.pid;
  }

  async stopAll(): Promise<void> {
    const children = [...this.#children.values()].reverse();
    this.#children.clear();
    await Promise.all(children.map(ended));
  }

  async #startAgain(program: Program): Promise<void> {
    for (let attempt = 1; attempt <= RESTARTS; attempt += 1) {
      await sleep(attempt * 500);
      if (!this.#children.has(program.name)) return;
      try {
        await this.start(program);
        return this.#progress(`${program.name} is up again`);
      } catch (error) {
        if (attempt === RESTARTS)
          this.#progress(`${program.name} does not start any more: ${(error as Error).message}`);
      }
    }
  }

  #spawn({ name, script, environment }: Program): ChildProcess {
    const child = spawn(process.execPath, ['--import', 'tsx', script], {
      cwd: this.#root,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC', ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
      // a group of its own: Ctrl-C reaches the parent, which stops its children in order
      detached: true,
    });
    this.#children.set(name, child);
    if (!this.#quiet) child.stderr?.on('data', (data: Buffer) => process.stderr.write(data));
    return child;
  }
}

async function untilItListens(child: ChildProcess, name: string, port: number): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`${name} ended with code ${child.exitCode}`);
    if (!(await canListen(port))) return;
    await sleep(50);
  }
  throw new Error(`${name} did not start within 30 s`);
}

/** Passes on what it says until, and after, it says that it is ready. */
function untilItSaysSo(child: ChildProcess, name: string, progress: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let rest = '';
    let complaint = '';
    child.stderr?.on('data', (data: Buffer) => {
      complaint = (complaint + data.toString()).slice(-4000);
    });
    child.stdout?.on('data', (data: Buffer) => {
      const lines = (rest + data.toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line === 'ready') resolve();
        else if (!line.startsWith('{')) progress(line);
      }
    });
    child.once('exit', code => reject(new Error(complaint.trim() || `${name} ended with code ${code}`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise(resolve => {
    const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
