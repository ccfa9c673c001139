import { spawnSync } from 'node:child_process';

const spark = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'tools/spark.ts', ...args], { encoding: 'utf8' });

describe('the command line', () => {
  it('explains itself on the standard output when it is asked to, and on the other when it was misused', () => {
    for (const asked of [['--help'], ['era', 'import', '--help'], ['x12', 'help']]) {
      const { status, stdout, stderr } = spark(...asked);
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toContain(`spark ${asked.length > 1 ? asked[0] : ''}`.trim());
    }
    for (const misused of [[], ['nonsense'], ['era', 'nonsense']]) {
      const { status, stdout, stderr } = spark(...misused);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain('Usage');
    }
  });
});
