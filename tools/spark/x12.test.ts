import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FIXTURES } from '../../libs/x12/test/fixtures.ts';
import { x12Command } from './x12.ts';

describe('spark x12', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'spark-x12-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name: string, text: string) => {
    const target = path.join(folder, name);
    writeFileSync(target, text);
    return target;
  };
  const run = async (...args: string[]) => {
    let out = '';
    let err = '';
    const code = await x12Command(args, {
      stdout: { write: text => (out += text) },
      stderr: { write: text => (err += text) },
    });
    return { code, out, err };
  };

  it('prints one JSON object a line for each file, and exits 1 for an error at the level', async () => {
    const good = file('good.835', FIXTURES['835']);
    const bad = file('bad.835', FIXTURES['835'].replace('BPR*I*112', 'BPR*I*113'));
    const { code, out } = await run('validate', '--json', good, bad);
    const lines = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as unknown);
    expect(code).toBe(1);
    expect(lines).toMatchObject([
      {
        file: good,
        ok: true,
        errors: [],
        transactions: [{ type: '835', version: '005010X221A1', control: '0001', ok: true }],
      },
      {
        file: bad,
        ok: false,
        transactions: [
          {
            ok: false,
            errors: [
              {
                code: 'balance.835.check',
                severity: 'error',
                segment: 'BPR',
                element: 2,
                position: 2,
                loop: '',
              },
            ],
          },
        ],
      },
    ]);
    await expect(run('validate', '--level', 'envelope', bad)).resolves.toMatchObject({ code: 0 });
  });

  it('judges codes by the sets that are shipped', async () => {
    const wrong = file('code.837', FIXTURES['837P'].replace('ABK:I10', 'ABK:I99999'));
    await expect(run('validate', wrong)).resolves.toMatchObject({ code: 0 });
    const { code, out } = await run('validate', '--json', '--level', 'codes', wrong);
    expect(code).toBe(1);
    expect(out).toContain('"code":"codes.icd10cm"');
  });

  it('exits 2 for misuse and names what cannot be read', async () => {
    await expect(run('nonsense')).resolves.toMatchObject({ code: 2, out: '' });
    await expect(run('validate')).resolves.toMatchObject({ code: 2 });
    await expect(run('validate', '--level', 'deep', 'x')).resolves.toMatchObject({ code: 2 });
    const missing = await run('validate', path.join(folder, 'not-there'));
    expect(missing).toMatchObject({ code: 2 });
    expect(missing.err).toContain('ENOENT');
  });

  it('answers, explains, counts, splits and turns into JSON', async () => {
    const claims = file('claims.837', FIXTURES['837P']);
    expect((await run('ack', claims)).out).toContain('AK9*A*1*1*1');
    expect((await run('explain', claims)).out).toContain('bills 2 claims of $235.00');
    expect(JSON.parse((await run('stats', '--json', claims)).out)).toMatchObject({
      transactions: 1,
      byType: { '837P': 1 },
    });
    const parts = path.join(folder, 'parts');
    await run('split', '--out', parts, claims);
    expect(readdirSync(parts)).toEqual(['claims.1.837.x12']);
    expect(JSON.parse((await run('to-json', claims)).out)).toMatchObject({
      transactions: [{ type: '837P', model: { reference: 'BATCH17' } }],
    });
  });
});
