import { readFileSync } from 'node:fs';
import { starts } from './first-success.ts';

const text = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');

it('the first success of the README is code that runs', () => {
  const [, shown] = /```ts\n([^`]*)```/.exec(text('../README.md')) ?? [];
  expect(shown).toBe(text('./first-success.ts'));
  expect(starts).toEqual([
    '2026-11-16T14:00:00.000Z',
    '2026-11-16T14:20:00.000Z',
    '2026-11-16T14:40:00.000Z',
  ]);
});
