import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { firstSuccess } from '../examples/first-success.ts';
import { modelsOf } from '../examples/large-file.ts';
import { FIXTURES } from './fixtures.ts';

const folder = new URL('../', import.meta.url);
const readme = readFileSync(new URL('README.md', folder), 'utf8');

describe('the examples of the README', () => {
  it('are the files that run here', () => {
    for (const name of ['first-success', 'large-file']) {
      expect(readme).toContain(readFileSync(new URL(`examples/${name}.ts`, folder), 'utf8').trim());
    }
  });

  it('find nothing wrong and read the payment', () => {
    expect(firstSuccess(FIXTURES['835'])).toEqual(['CASCADE MUTUAL pays 11200 cents']);
    expect(firstSuccess(FIXTURES['835'].replace('BPR*I*112*', 'BPR*I*113*'))).toEqual([
      'The payment does not balance: claims 115 less provider adjustments 3 is 112, not 113.',
      'CASCADE MUTUAL pays 11300 cents',
    ]);
  });

  it('keep the models of a stream', async () => {
    const models: unknown[] = [];
    const chunks = Readable.from([Buffer.from(FIXTURES['835'])]);
    expect(await modelsOf(chunks, model => models.push(model))).toBe(true);
    expect(models).toMatchObject([{ amount: 11200 }]);
  });
});
