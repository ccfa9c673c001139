import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { diffFiles } from '@spark-den/x12';
import { FIXTURES } from '../../libs/x12/test/fixtures.ts';
import { corpus } from '../../libs/x12/test/shared-folder.ts';
import { x12Command } from './x12.ts';

/** Files of the corpus that cannot be written again, each with what is said of it. */
const NOT_AGAIN: Readonly<Record<string, string>> = {
  'imsweb_x12-parser__x12_no_isa_line.txt': 'is no JSON that to-json writes',
  'xlate_staedi__x12_interchange_ack.txt': 'is no JSON that to-json writes',
  'irobayna_stupidedi__35_Health_Care_Claim_Payment_Advice_case_1.edi': 'does not fit into an envelope',
};

describe('spark x12', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'spark-x12-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name: string, text: string) => {
    const target = path.join(folder, name);
    writeFileSync(target, text);
    return target;
  };
  const runWith = async (stdin: string | Uint8Array, ...args: string[]) => {
    let out = '';
    let err = '';
    const io = {
      stdout: { write: (text: string) => (out += text) },
      stderr: { write: (text: string) => (err += text) },
    };
    const code = await x12Command(args, io, Readable.from([Buffer.from(stdin)]));
    return { code, out, err };
  };
  const run = (...args: string[]) => runWith('', ...args);

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
    const asked: readonly (readonly [readonly string[], string])[] = [
      [[], 'a verb is missing'],
      [['nonsense'], 'there is no verb "nonsense"'],
      [['constructor', 'x'], 'there is no verb "constructor"'],
      [['validate'], 'validate wants a file'],
      [['validate', '--bogus', 'x'], "Unknown option '--bogus'"],
      [['validate', '--level', 'deep', 'x'], 'there is no level "deep"'],
      [['ack', '--control', '1e10', 'x'], 'not "1e10"'],
      [['diff', 'x'], 'diff wants two files'],
      [['diff', '-', '-'], 'the standard input can be read only once'],
      [['deidentify', 'x'], 'deidentify wants --key TEXT'],
    ];
    for (const [args, wrong] of asked) {
      const { code, out, err } = await run(...args);
      expect({ args, code, out }).toEqual({ args, code: 2, out: '' });
      expect(err).toContain(wrong);
      expect(err).toContain('Usage: spark x12');
    }
    const missing = await run('validate', path.join(folder, 'not-there'));
    expect(missing).toMatchObject({ code: 2 });
    expect(missing.err).toContain('ENOENT');
  });

  it('exits 3 where the fault is ours, and goes on with the other files', async () => {
    let out = '';
    let err = '';
    const io = {
      stdout: { write: (text: string) => (out += text) },
      stderr: { write: (text: string) => (err += text) },
    };
    const broken: AsyncIterable<Uint8Array> = {
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new RangeError('out of our depth')) }),
    };
    const good = file('after.835', FIXTURES['835']);
    await expect(x12Command(['validate', '--json', '-', good], io, broken)).resolves.toBe(3);
    expect(err).toBe('-: out of our depth\n');
    const lines = out.trim().split('\n');
    expect(lines.map(line => JSON.parse(line) as unknown)).toMatchObject([
      { file: '-', ok: false },
      { file: good, ok: true },
    ]);
  });

  it('says of what is no X12 that it is none, and names a folder as unreadable', async () => {
    const nothing = ['', '\u0000\u0001ISA\u00ff', '<html>', 'ISA*00*'].map((text, index) =>
      file(`nothing${index}`, text),
    );
    const { code, out } = await run('validate', '--json', ...nothing);
    expect(code).toBe(1);
    const reports = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { ok: boolean; errors: { code: string }[] });
    expect(reports).toHaveLength(4);
    for (const { ok, errors } of reports) {
      expect({ ok, codes: errors.map(error => error.code) }).toEqual({
        ok: false,
        codes: expect.arrayContaining([expect.stringMatching(/^read\./)]) as string[],
      });
    }
    await expect(run('validate', folder)).resolves.toMatchObject({
      code: 2,
      err: `${folder}: cannot be read (EISDIR)\n`,
    });
  });

  it('says so where there is nothing to show', async () => {
    const noise = file('noise', 'no X12 at all');
    const good = file('beside-noise.835', FIXTURES['835']);
    for (const [verb = '', ...files] of [
      ['explain', noise],
      ['ack', noise],
      ['to-json', noise],
      ['merge', good, noise],
      ['diff', good, noise],
    ]) {
      await expect(run(verb, ...files)).resolves.toMatchObject({
        code: 1,
        out: verb === 'to-json' ? expect.any(String) : '',
        err: expect.stringContaining(`${noise}: holds no X12 `) as string,
      });
    }
  });

  it('never answers an acknowledgement, which is fine', async () => {
    const claims = FIXTURES['837P'];
    const answered = await runWith(claims.replace(/\*0\*T\*:~/, '*1*T*:~'), 'ack', '-');
    const [ta1 = '', syntax = ''] = answered.out.split(/(?=ISA\*)/);
    expect(ta1).toContain('TA1*000000017');
    for (const text of [ta1, syntax]) {
      await expect(runWith(text, 'ack', '-')).resolves.toMatchObject({ code: 0, out: '' });
    }
    const { out, code } = await runWith(ta1, 'stats', '--json', '-');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ interchanges: 1, acknowledgements: 1, transactions: 0 });
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

  it('reads the standard input for every verb, as JSON too', async () => {
    for (const verb of ['validate', 'ack', 'explain', 'stats']) {
      const { code, out } = await runWith(FIXTURES['837P'], verb, '--json', '-');
      expect({ verb, code }).toEqual({ verb, code: 0 });
      expect(JSON.parse(out)).toMatchObject({ file: '-' });
    }
    for (const [verb = '', ...more] of [
      ['to-json'],
      ['split', '--out', folder],
      ['deidentify', '--key', 'secret'],
      ['merge'],
      ['diff', file('same.837', FIXTURES['837P'])],
    ]) {
      const { code, err } = await runWith(FIXTURES['837P'], verb, ...more, '-');
      expect({ verb, code, err }).toEqual({ verb, code: 0, err: '' });
    }
    for (const verb of ['validate', 'to-json', 'ack', 'explain', 'stats', 'split', 'merge']) {
      const { code } = await runWith('no X12 at all', verb, '-');
      expect({ verb, code }).toEqual({ verb, code: 1 });
    }
  });

  it('takes the options of each verb and no others', async () => {
    const claims = file('options.837', FIXTURES['837P']);
    const full = await run('ack', '--contexts', 'full', '--ta1', '--control', '9', claims);
    expect(full).toMatchObject({
      code: 0,
      out: expect.stringMatching(/TA1\*000000017[^]*IEA\*1\*000000010/) as string,
    });
    const parts = path.join(folder, 'by-claim');
    await run('split', '--by', 'claim', '--control', '70', '--out', parts, claims);
    expect(readdirSync(parts)).toEqual(['options.1.837.x12', 'options.2.837.x12']);
    for (const misused of [
      ['explain', '--level', 'guide', claims],
      ['validate', '--out', folder, claims],
      ['split', '--by', 'colour', claims],
      ['ack', '--contexts', 'some', claims],
      ['ack', '--control', '0', claims],
      ['merge', '--control', '1e3', claims],
    ]) {
      const { code, out, err } = await run(...misused);
      expect({ misused, code, out }).toEqual({ misused, code: 2, out: '' });
      expect(err).toContain('Usage: spark x12');
    }
  });

  it('gives a line of JSON for each file, whatever the verb and the file', async () => {
    const claims = file('lines.837', FIXTURES['837P']);
    const gone = path.join(folder, 'gone');
    for (const args of [
      ['validate'],
      ['ack'],
      ['to-json'],
      ['explain'],
      ['stats'],
      ['deidentify', '--key', 'k'],
    ]) {
      const { code, out } = await run(...args, '--json', claims, gone, claims);
      const lines = out
        .trim()
        .split('\n')
        .map(line => JSON.parse(line) as { file: string });
      expect({ args, code, files: lines.map(line => line.file) }).toEqual({
        args,
        code: 2,
        files: [claims, gone, claims],
      });
    }
    const { out } = await run('validate', '--json', gone);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      errors: [{ code: 'file.unreadable' }],
      transactions: [],
    });
  });

  it('tells people what would be right, where the sentence does not', async () => {
    const wrong = FIXTURES['835'].replace(/SE\*\d+/, 'SE*9').replace('BPR*I*112*', 'BPR*I*113*');
    const { out } = await runWith(wrong, 'validate', '-');
    expect(out).toMatch(/SE01 is not the number of segments from ST to SE\. Expected: \d+\.$/m);
    expect(out).toMatch(/is 112, not 113\.$/m);
  });

  it('names the place that split cannot write to', async () => {
    const taken = file('taken', '');
    await expect(runWith(FIXTURES['835'], 'split', '--out', taken, '-')).resolves.toMatchObject({
      code: 2,
      err: `${taken}: cannot be written (EEXIST)\n`,
    });
  });

  it('writes from JSON what it made of a file', async () => {
    const { out: json } = await runWith(FIXTURES['835'], 'to-json', '-');
    const again = await runWith(json, 'from-json', '-');
    expect(again.code).toBe(0);
    const { out, code } = await run(
      'diff',
      '--json',
      file('before.835', FIXTURES['835']),
      file('after.835', again.out),
    );
    expect({ out, code }).toEqual({ out: '', code: 0 });
    await expect(runWith('{"no', 'from-json', '-')).resolves.toMatchObject({ code: 1 });
    for (const nothing of ['', '\n\n']) {
      await expect(runWith(nothing, 'from-json', '-')).resolves.toMatchObject({
        code: 1,
        out: '',
        err: expect.stringContaining('is no JSON that to-json writes') as string,
      });
    }
    await expect(runWith('{}', 'from-json', '-')).resolves.toMatchObject({
      code: 1,
      err: '-: is no JSON that to-json writes: "transactions" is missing or wrong (x12.bad_json)\n',
    });
  });

  it('writes every file of the corpus again from its JSON, valid ones with the same meaning', async () => {
    for (const { file: name, bytes, verdict } of corpus()) {
      const reason = Object.entries(NOT_AGAIN).find(([end]) => name.endsWith(end));
      const { out: json, code } = await runWith(bytes, 'to-json', '-');
      const again = await runWith(json, 'from-json', '-');
      expect({ name, code: Math.max(code, again.code), err: again.err }).toEqual({
        name,
        code: reason ? 1 : 0,
        err: reason ? expect.stringContaining(reason[1]) : '',
      });
      if (!verdict.startsWith('valid')) continue;
      expect({ name, differences: diffFiles(bytes, again.out) }).toEqual({ name, differences: [] });
    }
  }, 60_000);

  it('merges, compares and takes people out of files', async () => {
    const first = file('first.835', FIXTURES['835']);
    const second = file('second.835', FIXTURES['835'].replace('CLP*V100*1*180', 'CLP*V100*2*180'));
    const cents = file('cents.835', FIXTURES['835'].replace('BPR*I*112*', 'BPR*I*113*'));
    const merged = await run('merge', '--control', '55', first, second);
    expect(merged).toMatchObject({ code: 0 });
    expect(merged.out).toContain('IEA*1*000000055');
    const different = await run('diff', first, second);
    expect(different).toMatchObject({ code: 1 });
    expect(different.out).toBe('835 #1, group 1, claim V100, status: "1" → "2"\n');

    expect((await run('diff', first, cents)).out).toBe('835 #1, amount: $112.00 → $113.00\n');

    const answered = await runWith(FIXTURES['837P'].replace(/\*0\*T\*:~/, '*1*T*:~'), 'ack', '-');
    const [ta1 = ''] = answered.out.split(/(?=ISA\*)/);
    await expect(runWith(ta1, 'merge', '-')).resolves.toMatchObject({
      code: 1,
      err: '-: there is no transaction to merge (x12.merge_nothing)\n',
    });
    const claims = file('others.837', FIXTURES['837P'].replace('*T*:~', '*P*:~'));
    await expect(run('merge', first, claims)).resolves.toMatchObject({
      code: 1,
      err: expect.stringContaining('has another sender, receiver or usage than the first') as string,
    });

    const nobody = await run('deidentify', '--key', 'secret', first);
    expect(nobody.code).toBe(0);
    expect(nobody.out).not.toContain('DELGADO');
    await expect(runWith(nobody.out, 'validate', '-')).resolves.toMatchObject({ code: 0 });
  });
});
