import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { matchCommand } from './match.ts';

const CLINIC = `no,"First name",last,born,Tel,zip,truth
1,Elizabeth,Hartmann,1984-03-12,312 555 0188,60201,a
2,Jorge,Ibarra,1950-01-02,773 555 0144,60640,b
3,"Liz",Hartman,1984-03-12,(312) 555-0188,60201,a
4,"Ngozi, A.",Okafor,1991-07-30,,60611,c
`;
const HOSPITAL = `last,"First name",born,Tel,zip
Okafor,Ngozi,1991-07-30,847 555 0110,60611
Ibara,Jorge,1950-01-02,7735550144,60640
`;
const ROLES = {
  'First name': 'given',
  last: 'family',
  born: 'date of birth',
  Tel: 'Phone',
  zip: 'postal code',
};

const patient = (family: string, given: string, birthDate: string, phone: string, ssn?: string) => ({
  resourceType: 'Patient',
  name: [{ family, given: [given] }],
  birthDate,
  gender: 'female',
  telecom: [{ system: 'phone', value: phone }],
  address: [{ line: ['410 Lakeshore Drive'], city: 'Evanston', state: 'IL', postalCode: '60201' }],
  identifier: ssn === undefined ? [] : [{ system: 'http://hl7.org/fhir/sid/us-ssn', value: ssn }],
});
const ANN = patient('Hartmann', 'Elizabeth', '1984-03-12', '312-555-0188', '912-45-6781');
const LIZ = patient('Hartmann', 'Liz', '1984-03-12', '312-555-0188');
const TWIN = patient('Hartmann', 'Nora', '1984-03-12', '312-555-0188');
/** Twins are given numbers one after the other, which settles the matter. */
const NUMBERED_TWIN = patient('Hartmann', 'Nora', '1984-03-12', '312-555-0188', '912-45-6782');
const OTHER = patient('Ibarra', 'Maria', '1950-01-02', '773-555-0144');

const lines = (rows: readonly unknown[]) => rows.map(row => `${JSON.stringify(row)}\n`).join('');

describe('spark match', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'spark-match-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name: string, text: string) => {
    const target = path.join(folder, name);
    writeFileSync(target, text);
    return target;
  };
  const roles = file('roles.json', JSON.stringify(ROLES));
  const clinic = file('clinic.csv', CLINIC);
  const run = async (...args: string[]) => {
    let out = '';
    let err = '';
    const code = await matchCommand(args, {
      stdout: { write: text => (out += text) },
      stderr: { write: text => (err += text) },
    });
    const printed = out
      .split('\n')
      .filter(line => line.startsWith('{'))
      .map(line => JSON.parse(line) as Record<string, unknown>);
    return { code, out, err, printed };
  };

  it('MPI-04 dedupe: pairs and groups of row numbers from 0, as a command of its own process', async () => {
    const spark = path.join(import.meta.dirname, '../spark.ts');
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', spark, 'match', 'dedupe', clinic, '--roles', roles, '--json'],
      { cwd: path.join(import.meta.dirname, '../..') },
    );
    const report = JSON.parse(stdout) as { pairs: [number, number, number][]; seconds: number };
    expect(report).toMatchObject({ records: 4, candidates: expect.any(Number), clusters: [[0, 2]] });
    expect(report.pairs).toEqual([[0, 2, expect.any(Number)]]);
    expect(report.pairs[0]?.[2]).toBeGreaterThan(0.99);
    expect(report.seconds).toBeGreaterThanOrEqual(0);
  }, 60_000);

  it('MPI-04 reads no column that ROLES.json does not name, and nothing from the order of the rows', async () => {
    const [head = '', ...rows] = CLINIC.trim().split('\n');
    const turned = file('turned.csv', [head, ...rows.reverse()].join('\n').replace(/,[abc]$/gm, ',same'));
    const { printed } = await run('dedupe', turned, '--roles', roles, '--json');
    expect(printed[0]).toMatchObject({ records: 4, clusters: [[1, 3]] });
  });

  it('MPI-02 (narrow: two files, no registry) link: i is a row of A, j a row of B', async () => {
    const hospital = file('hospital.csv', HOSPITAL);
    const { code, printed } = await run('link', clinic, hospital, '--roles', roles, '--json');
    expect(code).toBe(0);
    expect(printed[0]).toMatchObject({
      records: 6,
      pairs: [
        [1, 1, expect.any(Number)],
        [3, 0, expect.any(Number)],
      ],
      clusters: [
        [1, 5],
        [3, 4],
      ],
    });
  });

  it('MPI-03 pairs: link, review or different a line, and why where JSON is not asked for', async () => {
    const pairs = file(
      'pairs.jsonl',
      lines([
        { source: ANN, target: LIZ, expected_match: false },
        { source: ANN, target: TWIN, expected_match: true },
        { source: ANN, target: OTHER },
        { source: ANN, target: NUMBERED_TWIN },
      ]),
    );
    const { code, printed } = await run('pairs', pairs, '--json');
    expect(code).toBe(0);
    expect(printed).toEqual([
      { index: 0, posterior: expect.any(Number), outcome: 'link' },
      { index: 1, posterior: expect.any(Number), outcome: 'review' },
      { index: 2, posterior: expect.any(Number), outcome: 'different' },
      { index: 3, posterior: expect.any(Number), outcome: 'different' },
    ]);
    expect(printed[1]?.posterior).toBeLessThan(0.99);
    const { out } = await run('pairs', pairs);
    expect(out).toContain('0: link, posterior 0.99');
    expect(out).toContain('First name is another form of the same name');
    expect(out).toContain('may be twins');
  });

  it('MPI-03 query: the graded matches of each query, within its own candidates where it names them', async () => {
    const population = file(
      'population.jsonl',
      lines([
        { id: 'x1', patient: LIZ },
        { id: 'x2', patient: TWIN },
        { id: 'x3', patient: OTHER },
      ]),
    );
    const queries = file(
      'queries.jsonl',
      lines([
        { query_id: 'q1', query: ANN, expected_match_ids: ['x3'] },
        { query_id: 'q2', query: ANN, candidate_ids: ['x2', 'x3'] },
        { query_id: 'q3', query: ANN, candidate_ids: ['x3'] },
      ]),
    );
    const { code, printed } = await run('query', '--population', population, '--queries', queries, '--json');
    expect(code).toBe(0);
    const match = (id: string, grade: string) => ({ id, grade, score: expect.any(Number) });
    expect(printed).toEqual([
      { query_id: 'q1', matches: [match('x1', 'certain'), match('x2', expect.any(String))] },
      { query_id: 'q2', matches: [match('x2', expect.any(String))] },
      { query_id: 'q3', matches: [] },
    ]);
    expect(JSON.stringify(printed[1])).not.toContain('certain');
  });

  it('MPI-03 says what each blocking pass found of the pairs that the engine believes in', async () => {
    const { printed } = await run('dedupe', clinic, '--roles', roles, '--passes', '--json');
    const { passes } = printed[0] as { passes: { pass: string; recall: number; alone: number }[] };
    const of = (name: string) => passes.find(({ pass }) => pass === name);
    expect(of('phone')).toEqual({ pass: 'phone', recall: 1, alone: 0 });
    expect(of('ssn')).toEqual({ pass: 'ssn', recall: 0, alone: 0 });
    const { out } = await run('dedupe', clinic, '--roles', roles, '--passes');
    expect(out).toMatch(/^phone +100\.0 %, alone +0\.0 %$/m);
  });

  describe('exits 1 where the input is bad, says what and where, and how it would be good', () => {
    const latin = path.join(folder, 'latin.csv');
    writeFileSync(latin, Buffer.from('first\nJos\xe9\n', 'latin1'));
    const pair = lines([{ source: ANN, target: LIZ }]);
    const bad = (name: string, text: string) => () => ['dedupe', file(name, text), '--roles', roles];
    const badRoles = (name: string, text: string) => () => ['dedupe', clinic, '--roles', file(name, text)];
    const badPairs = (name: string, text: string) => () => ['pairs', file(name, text), '--json'];
    const asked = (population: readonly unknown[], queries: readonly unknown[]) => () => [
      'query',
      '--population',
      file('p.jsonl', lines(population)),
      '--queries',
      file('q.jsonl', lines(queries)),
    ];
    it.each([
      ['an empty file', bad('empty.csv', ''), 'empty.csv: the file is empty; its first line must name'],
      ['an open quote', bad('open.csv', 'first\n"Ann\n'), 'open.csv: line 2: a quote is never closed'],
      ['too many cells', bad('long.csv', 'a,b\n1,2\n1,2,3\n'), 'line 3 has 3 cells, the header 2; a cell'],
      ['too few cells', bad('short.csv', 'a,b\n1\n'), 'line 2 has 1 cells, the header 2'],
      ['two columns of one name', bad('twice.csv', 'a,b,a\n'), 'line 1: two columns are called "a"'],
      ['another encoding', () => ['dedupe', latin, '--roles', roles], 'is not UTF-8; save it as UTF-8'],
      ['a missing column', badRoles('r1.json', '{"nick": "given"}'), 'no column "nick"; the table has "no",'],
      [
        'a mistyped role',
        badRoles('r2.json', '{"last": "famly"}'),
        '"famly" of the column "last" is no role;',
      ],
      [
        'no telling role',
        badRoles('r3.json', '{"no": "ignore"}'),
        'tells people apart, such as {"first_name"',
      ],
      [
        'no roles',
        badRoles('r4.json', '["last"]'),
        'must be an object of column names and their roles, such',
      ],
      ['roles without JSON', badRoles('r5.json', '{last}'), 'r5.json: is not JSON ('],
      ['a line without JSON', badPairs('b1.jsonl', `${pair}{oops\n`), 'b1.jsonl, line 2: is not JSON ('],
      ['a line that is a list', badPairs('b2.jsonl', `${pair}\n[]\n`), 'line 3: must be a JSON object'],
      ['half a pair', badPairs('b3.jsonl', lines([{ source: ANN }])), '"target" must be a FHIR Patient'],
      [
        'a name as text',
        badPairs('b4.jsonl', lines([{ source: { name: ['A'] } }])),
        '"name" must be a list of',
      ],
      [
        'first names as one text',
        badPairs('b5.jsonl', lines([{ source: { name: [{ given: 'Ann' }] } }])),
        '"name": "given" must be a list of texts',
      ],
      [
        'a birth date as a number',
        badPairs('b6.jsonl', lines([{ source: { birthDate: 19840312 } }])),
        'line 1: "source": "birthDate" must be a text',
      ],
      ['semicolons', bad('semi.csv', 'last;born\nLee;1984\n'), 'cells must be separated by commas'],
      [
        'an id twice',
        asked(
          [
            { id: 1, patient: ANN },
            { id: 1, patient: LIZ },
          ],
          [],
        ),
        'line 2: the id "1" stands',
      ],
      ['no query id', asked([], [{ query: ANN }]), 'q.jsonl, line 1: "query_id" is missing'],
      [
        'a foreign candidate',
        asked([], [{ query_id: 1, query: ANN, candidate_ids: ['x'] }]),
        'names "x", which',
      ],
    ])('%s', async (_, args, message) => {
      const { code, err, out } = await run(...args());
      expect(err).toContain(message);
      expect([code, out.includes('undefined')]).toEqual([1, false]);
    });
  });

  it('exits 2 where it is called wrongly, and shows how to', async () => {
    for (const args of [
      [],
      ['merge'],
      ['dedupe'],
      ['dedupe', clinic],
      ['dedupe', clinic, clinic, '--roles', roles],
      ['link', clinic, '--roles', roles],
      ['dedupe', path.join(folder, 'missing.csv'), '--roles', roles],
      ['query', '--population', clinic],
      ['pairs', '--fast'],
    ]) {
      const { code, err } = await run(...args);
      expect([args, code]).toEqual([args, 2]);
      expect(err).toContain('Usage: spark match');
    }
  });
});
