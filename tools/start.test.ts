import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';
import { freePortOffset } from './system.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PMS_PORT = 5174;

describe('npm start says what stands in its way, and ends with another code than 0', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'spark-den-start-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function start(...options: string[]) {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'tools/start.ts', '--data', path.join(folder, 'data'), ...options],
      { cwd: ROOT, encoding: 'utf8', timeout: 60_000 },
    );
    return { status, stderr };
  }

  it('a port that something else listens on', async () => {
    const taken = await freePort(16_000, 900);
    const other = createServer().listen(taken, '127.0.0.1');
    await once(other, 'listening');
    const { status, stderr } = start('--port-offset', String(taken - PMS_PORT));
    other.close();
    expect(stderr).toContain(`Port ${taken} is in use. Stop what uses it, or start with --port-offset N.`);
    expect(status).toBe(1);
  });

  it('an offset that is no number', () => {
    const { status, stderr } = start('--port-offset', 'many');
    expect(stderr).toContain('--port-offset takes a whole number, such as 1000.');
    expect(status).toBe(1);
  });

  it('a folder where a file stands', () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    const { status, stderr } = start('--data', path.join(file, 'data'));
    expect(stderr).toContain('is not a folder');
    expect(status).toBe(1);
  });
});

describe('npm start, asked to end', () => {
  const data = mkdtempSync(path.join(tmpdir(), 'spark-den-start-'));
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  async function startUntil(line: string) {
    const offset = await freePortOffset();
    const child = spawn(
      process.execPath,
      ['tools/start.mjs', '--empty', '--data', data, '--port-offset', String(offset)],
      { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let said = '';
    const reached = new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (text: Buffer) => {
        said += text.toString();
        if (said.includes(line)) resolve();
      });
      child.once('exit', code => reject(new Error(`ended with ${code} before it said "${line}":\n${said}`)));
    });
    await reached;
    return {
      async end(signal: NodeJS.Signals) {
        const exit = once(child, 'exit');
        child.kill(signal);
        const [code] = (await exit) as [number];
        return { code, said, running: runningOn(data) };
      },
    };
  }

  /** Commands of processes that name this folder: PostgreSQL does, and so does what started it. */
  function runningOn(folder: string): string[] {
    const { stdout } = spawnSync('ps', ['-eo', 'pid,ppid,command'], { encoding: 'utf8' });
    return stdout.split('\n').filter(line => line.includes(folder) && !line.includes('ps -eo'));
  }

  it.each([
    ['SIGTERM', 'Spark Den is up'],
    ['SIGINT', 'PostgreSQL is up'],
  ] as const)(
    'stops everything at %s, also to it alone, once it has said "%s"',
    async (signal, line) => {
      const running = await startUntil(line);
      const { code, said, running: left } = await running.end(signal);
      expect(said).toContain('stopped; nothing is left running');
      expect(code).toBe(0);
      expect(left).toEqual([]);
    },
    90_000,
  );
});
