import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

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
