import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';
import { assertPortsFree, freePortOffset } from './system.ts';

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

describe('npm start, once it runs', () => {
  const STOPPED = expect.stringContaining('stopped; nothing is left running') as string;
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
      /** @returns what it says next */
      async kill(process: string): Promise<string> {
        const { stdout } = spawnSync('ps', ['-eo', 'pid,ppid,command'], { encoding: 'utf8' });
        const found = stdout.split('\n').find(row => row.includes(` ${child.pid} `) && row.includes(process));
        const before = said.length;
        spawnSync('kill', ['-9', (found ?? '').trim().split(/\s+/)[0] ?? '']);
        while (!said.slice(before).includes('is up again')) await once(child.stdout, 'data');
        return said.slice(before);
      },
      async end(signal: NodeJS.Signals) {
        const exit = once(child, 'exit');
        child.kill(signal);
        const [code] = (await exit) as [number];
        // nothing of it listens any more
        await assertPortsFree(offset, 'together');
        return { code, said };
      },
    };
  }

  it('has started a killed server again, and stops everything at SIGTERM to it alone', async () => {
    const running = await startUntil('Spark Den is up');
    expect(await running.kill('apps/server/src/main.ts')).toContain(
      'server ended (SIGKILL); starting it again',
    );
    expect(await running.end('SIGTERM')).toEqual({ code: 0, said: STOPPED });
  }, 90_000);

  it('stops everything at SIGINT while it is still starting', async () => {
    const running = await startUntil('PostgreSQL is up');
    expect(await running.end('SIGINT')).toEqual({ code: 0, said: STOPPED });
  }, 90_000);
});
