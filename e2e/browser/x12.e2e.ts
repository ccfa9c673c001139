import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type * as X12 from '@spark-den/x12';
import { FIXTURES } from '../../libs/x12/test/fixtures.ts';
import { openBrowser } from './world.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Run in a process of its own, as the bundler does not live among the objects of a test. */
const BUNDLE = `
  import { build } from 'vite';
  const lib = { entry: 'libs/x12/src/index.ts', formats: ['iife'], name: 'x12', fileName: 'x12' };
  const [result] = [await build({ configFile: false, logLevel: 'silent', build: { write: false, minify: false, lib } })].flat();
  process.stdout.write(JSON.stringify(result.output.map(({ code, imports }) => ({ code, imports }))));
`;

/** The library as one script that a page may load, with everything that it imports. */
function bundled(): string {
  const told = execFileSync(process.execPath, ['--input-type=module', '-e', BUNDLE], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1e8,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const [chunk, ...more] = JSON.parse(told) as { code: string; imports: string[] }[];
  if (!chunk) throw new Error('the library was not bundled');
  expect({ imports: chunk.imports, more }).toEqual({ imports: [], more: [] });
  return chunk.code;
}

describe('the X12 library in a browser', () => {
  it('reads, judges, explains and writes what it does elsewhere', async () => {
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ content: bundled() });
      const seen = await page.evaluate(text => {
        const library = (globalThis as unknown as { x12: typeof X12 }).x12;
        const bytes = new TextEncoder().encode(text);
        const [placed] = library.transactionsOf(library.readInterchanges(bytes));
        if (!placed) throw new Error('a transaction is read');
        const again = library.fromJson(JSON.parse(JSON.stringify(library.toJson(bytes))));
        return {
          node: 'process' in globalThis || 'Buffer' in globalThis,
          ok: library.validate(bytes, { level: 'situational' }).ok,
          amount: library.parseRemittance(placed.transaction).value.amount,
          explained: library.explain(bytes)[0]?.split('\n')[0],
          nameless: !library.deidentify(bytes, { key: 'secret' }).includes('DELGADO'),
          acknowledged: library.acknowledge(bytes, { control: 1, at: '2026-11-16T09:00' }).length,
          differences: library.diffFiles(bytes, again),
        };
      }, FIXTURES['835']);
      expect(seen).toEqual({
        node: false,
        ok: true,
        amount: 11200,
        explained: expect.stringContaining('This 835 from CASCADE MUTUAL pays') as string,
        nameless: true,
        acknowledged: 1,
        differences: [],
      });
    } finally {
      await browser.close();
    }
  }, 120_000);
});
