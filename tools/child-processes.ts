import { spawn, type ChildProcess } from 'node:child_process';
import { canListen } from './free-port.ts';

/** The processes of a system: started, watched, and ended with the parent. */
export class ChildProcesses {
  readonly #root: string;
  readonly #quiet: boolean;
  readonly #children = new Map<string, ChildProcess>();

  constructor(root: string, quiet: boolean) {
    this.#root = root;
    this.#quiet = quiet;
    process.once('exit', () => this.#children.forEach(child => child.kill('SIGKILL')));
  }

  /** Starts a program and waits until its port answers. */
  async start(
    name: string,
    script: string,
    environment: Record<string, string>,
    port: number,
  ): Promise<void> {
    const child = this.#spawn(name, script, environment);
    for (let attempt = 0; attempt < 600; attempt += 1) {
      if (child.exitCode !== null) throw new Error(`${name} ended with code ${child.exitCode}`);
      if (!(await canListen(port))) return;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    throw new Error(`${name} did not start within 30 s`);
  }

  /** Starts a server process and passes on what it says until it is ready. */
  startServer(
    name: string,
    script: string,
    environment: Record<string, string>,
    progress: (line: string) => void,
  ): Promise<void> {
    const child = this.#spawn(name, script, environment);
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

  pid(name: string): number | undefined {
    return this.#children.get(name)?.pid;
  }

  get names(): string[] {
    return [...this.#children.keys()];
  }

  /** Ends one process at once, as a crash would. */
  async kill(name: string): Promise<void> {
    const child = this.#children.get(name);
    if (child) await ended(child, 'SIGKILL');
    this.#children.delete(name);
  }

  async stopAll(): Promise<void> {
    const children = [...this.#children.values()].reverse();
    this.#children.clear();
    await Promise.all(children.map(child => ended(child, 'SIGTERM')));
  }

  #spawn(name: string, script: string, environment: Record<string, string>): ChildProcess {
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

function ended(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise(resolve => {
    const force = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill(signal);
  });
}
