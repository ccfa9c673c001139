import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FIXTURES } from '../../libs/x12/test/fixtures.ts';
import { codesCommand } from './codes.ts';
import { x12Command } from './x12.ts';

const CARC = 'Code,Description,Start,Stop\n45,Our words for the reason,1995-01-01,2020-01-01\n';

describe('spark x12 with loaded code tables', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'spark-tables-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name: string, text: string) => {
    const target = path.join(folder, name);
    writeFileSync(target, text);
    return target;
  };
  const run = async (command: typeof codesCommand | typeof x12Command, ...args: string[]) => {
    let out = '';
    const io = { stdout: { write: (text: string) => (out += text) }, stderr: { write: () => 0 } };
    return { code: await command(args, io), out };
  };

  it('judges and explains by them, and by the shipped ones where they are not named', async () => {
    const remittance = file('remittance.835', FIXTURES['835']);
    const judge = (...more: string[]) => run(x12Command, 'validate', '--level', 'codes', ...more, remittance);
    expect((await judge('--data', folder)).code).toBe(0);

    const list = file('carc.csv', CARC);
    const loaded = await run(codesCommand, 'load', 'carc', list, '--from', '2026-01-01', '--data', folder);
    expect(loaded.code).toBe(0);

    const judged = await judge('--data', folder);
    expect(judged.code).toBe(1);
    expect(judged.out).toContain('CAS');
    const { out } = await run(x12Command, 'explain', '--data', folder, remittance);
    expect(out.toLowerCase()).toContain('our words for the reason');
    expect((await judge('--data', path.join(folder, 'elsewhere'))).code).toBe(0);
  });
});
