import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { COLUMN_ROLES } from '../src/index.ts';

const readme = readFileSync(path.join(import.meta.dirname, '../README.md'), 'utf8');

describe('the README', () => {
  it('leads to a first success in ten lines, as they stand there', async () => {
    const script = /```sh\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const promised = /It prints `([^`]+)`/.exec(readme)?.[1] ?? 'a promise';
    expect(script.trim().split('\n').length).toBeLessThanOrEqual(10);
    const root = path.join(import.meta.dirname, '../../..');
    const { stdout } = await promisify(execFile)('bash', ['-e', '-c', script], { cwd: root });
    expect(stdout).toContain(promised);
  }, 60_000);

  it('names every role that a column may have', () => {
    for (const role of COLUMN_ROLES) {
      if (role !== 'trait') expect(readme).toContain(`\`${role}\``);
    }
  });
});
