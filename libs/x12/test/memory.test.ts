import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { validate } from '../src/index.ts';
import { FIXTURES } from './fixtures.ts';
import { LARGE_INPUTS } from './large-inputs.ts';

const SIZE = process.env.ASSURE ? 20_000_000 : 1_500_000;
const TIMEOUT_MS = process.env.ASSURE ? 1_800_000 : 120_000;

describe('memory', () => {
  it(
    'judges any file, however broken, in three times its size',
    () => {
      const child = path.join(import.meta.dirname, 'memory-child.ts');
      const lines = execFileSync(process.execPath, ['--expose-gc', '--import', 'tsx', child, String(SIZE)], {
        encoding: 'utf8',
        timeout: TIMEOUT_MS,
      });
      const measured = lines
        .trim()
        .split('\n')
        .map(line => JSON.parse(line) as { name: string; multiple: number });
      expect(measured.map(({ name }) => name)).toEqual(Object.keys(LARGE_INPUTS));
      expect(measured.filter(({ multiple }) => multiple > 3)).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it('tells a thousand findings one by one, and those of one kind that have no room as a number', () => {
    const empty = 5_000;
    const { transactions } = validate(FIXTURES['835'].replace('SE*', `${'~'.repeat(empty)}SE*`));
    const told = transactions[0]?.errors.filter(({ code }) => code === 'segment.unknown') ?? [];
    const [, more] = told.map(({ message }) => /So it is (\d+) times more/.exec(message)).find(Boolean) ?? [];
    expect(told.length).toBeGreaterThan(1_000);
    expect(told.length + Number(more)).toBe(empty);
  });

  it('keeps and tells the first thousand segments that stand nowhere, and counts the others', () => {
    const { errors } = validate(FIXTURES['835'].replace('GE*', `${'ZZ*1~'.repeat(3_000)}GE*`));
    const told = errors.filter(({ code }) => code === 'envelope.unexpected');
    expect(told).toHaveLength(1_000);
    expect(told.at(-1)?.message).toContain('and 2000 more after it');
  });
});
