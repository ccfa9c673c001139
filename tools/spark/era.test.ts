import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eraCommand } from './era.ts';

interface Report {
  readonly file: string;
  readonly ok: boolean;
  readonly remittances: readonly {
    readonly status: string;
    readonly reason: string | null;
    readonly amountCents: number;
    readonly unappliedCents: number;
    readonly unmatched: readonly { readonly claim: string; readonly amountCents: number }[];
    readonly findings: readonly { readonly code: string; readonly message: string }[];
  }[];
}

/** A payment of $150.00 for two claims; `change` spoils it. */
function file(change: (text: string) => string = text => text): string {
  const body = [
    'BPR*I*150*C*CHK************20261030',
    'TRN*1*T100*1512345678',
    'DTM*405*20261029',
    'N1*PR*BIG PAYER',
    'N3*1 MAIN ST',
    'N4*CHICAGO*IL*60601',
    'PER*BL*HELP*TE*8005551212',
    'N1*PE*MY CLINIC*XX*1234567893',
    'LX*1',
    ...claim('A1', 200, 100, 'CAS*CO*45*80', 'CAS*PR*2*20'),
    ...claim('A2', 100, 50, 'CAS*CO*45*50'),
  ];
  const segments = [
    'ISA*00*          *00*          *ZZ*BIGPAYER       *ZZ*CLINIC         *261101*0930*^*00501*000000001*0*P*:',
    'GS*HP*BIGPAYER*CLINIC*20261101*0930*1*X*005010X221A1',
    'ST*835*0001',
    ...body,
    `SE*${body.length + 2}*0001`,
    'GE*1*1',
    'IEA*1*000000001',
  ];
  return change(segments.map(segment => `${segment}~\n`).join(''));
}

function claim(number: string, charge: number, paid: number, ...adjustments: string[]): string[] {
  const owed = adjustments.some(text => text.startsWith('CAS*PR')) ? 20 : 0;
  return [
    `CLP*${number}*1*${charge}*${paid}*${owed}*12*PAYER${number}*11`,
    'NM1*QC*1*DOE*JANE****MI*M1',
    `SVC*HC:99213*${charge}*${paid}**1`,
    'DTM*472*20261001',
    ...adjustments,
  ];
}

describe('spark era import', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'spark-den-era-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function run(files: Readonly<Record<string, string>>, ...options: string[]) {
    const names = Object.entries(files).map(([name, text]) => {
      const target = path.join(folder, name);
      writeFileSync(target, text);
      return target;
    });
    const said = { stdout: '', stderr: '' };
    const code = await eraCommand(['import', ...names, '--json', ...options], {
      stdout: { write: (text: string) => (said.stdout += text) },
      stderr: { write: (text: string) => (said.stderr += text) },
    });
    const lines = said.stdout.split('\n').filter(line => line !== '');
    return { code, reports: lines.map(line => JSON.parse(line) as Report) };
  }

  it('RCM-10 posts what adds up, holds or refuses the rest with its reason, and takes a payment that comes twice once', async () => {
    const { code, reports } = await run({
      'good.835': file(),
      'twice.835': file() + file(),
      'unbalanced.835': file(text => text.replace('BPR*I*150*', 'BPR*I*151*')),
      'count.835': file(text => text.replace(/SE\*\d+/, 'SE*99')),
      'group.835': file(text => text.replace('GE*1*', 'GE*2*')),
      'text.835': 'Dear practice, your check is in the mail.',
      'empty.835': '',
    });
    expect(code).toBe(1);
    expect(
      reports.map(({ file: name, ok, remittances }) => [
        path.basename(name),
        ok,
        ...remittances.map(({ status, reason }) => [status, reason]),
      ]),
    ).toEqual([
      ['good.835', true, ['posted', null]],
      ['twice.835', true, ['posted', null], ['duplicate', 'same_payment']],
      ['unbalanced.835', false, ['held', 'unbalanced']],
      ['count.835', false, ['held', 'envelope']],
      ['group.835', false, ['held', 'envelope']],
      ['text.835', false, ['rejected', 'unreadable']],
      ['empty.835', false, ['rejected', 'unreadable']],
    ]);
    expect(reports[0]?.remittances[0]).toMatchObject({
      amountCents: 150_00,
      unappliedCents: 150_00,
      unmatched: [
        { claim: 'A1', amountCents: 100_00 },
        { claim: 'A2', amountCents: 50_00 },
      ],
    });
    const wrong = reports
      .flatMap(({ remittances }) => remittances)
      .filter(({ status }) => status !== 'posted');
    expect(wrong.map(({ findings }) => findings.length > 0)).toEqual(wrong.map(() => true));
    expect(reports[4]?.remittances[0]?.findings).toContainEqual(
      expect.objectContaining({ code: 'ge.count' }),
    );
  }, 120_000);

  it('RCM-10 refuses in a named practice what is paid to somebody else', async () => {
    const { code, reports } = await run(
      { 'foreign.835': file() },
      '--practice',
      '01900000-0000-7000-8000-000000000001',
    );
    expect(code).toBe(1);
    expect(reports[0]?.remittances).toMatchObject([{ status: 'rejected', reason: 'payee_not_ours' }]);
  }, 120_000);
});
