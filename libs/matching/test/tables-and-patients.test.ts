import fc from 'fast-check';
import {
  createMatchIndex,
  MATCH_GRADE,
  matchBundle,
  peopleOfRows,
  prepare,
  personOfPatient,
  readCsv,
  STARTING_MODEL,
  type FhirPatient,
} from '../src/index.ts';

describe('tables', () => {
  it('reads CSV with quotes, line ends in cells, blanks after commas and a byte order mark', () => {
    const { columns, rows } = readCsv('\uFEFFa, b ,c\r\n1, "x, ""y""\nz" ,3\r\n\r\n4,,\n5,,');
    expect(columns).toEqual(['a', 'b', 'c']);
    expect(rows).toEqual([
      { a: '1', b: 'x, "y"\nz', c: '3' },
      { a: '4', b: '', c: '' },
      { a: '5', b: '', c: '' },
    ]);
    expect(readCsv('a,b\n1,2\n\n,\n  \n3,4').rows.map(({ a }) => a)).toEqual(['1', '', '3']);
    expect(() => readCsv('a\n"open')).toThrow('never closed');
    expect(() => readCsv('a,a\n1,2')).toThrow('two columns are called "a"');
    expect(() => readCsv('a\n1,2')).toThrow('line 2 has 2 cells, the header 1');
    expect(() => readCsv('a,b\n1,2\n\n3')).toThrow('line 4 has 1 cells, the header 2');
    expect(() => readCsv('\uFEFF\n')).toThrow('the file is empty');
    expect(() => readCsv('a\n"1"2')).toThrow('without a comma');
  });

  it('reads back whatever was quoted', () => {
    const cell = fc.string({ minLength: 1 }).map(text => `x${text.replaceAll('\r', '')}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), table => {
        const quoted = table.map(row => row.map(value => `"${value.replaceAll('"', '""')}"`).join(','));
        const { rows } = readCsv(['a,b', ...quoted].join('\n'));
        expect(rows).toEqual(table.map(([a, b]) => ({ a, b })));
      }),
    );
  });

  it('MPI-03 reads columns by their roles, however those are written; others are traits or not read', () => {
    const row = {
      fn: 'Ann',
      mid: 'B.',
      ln: 'Lee',
      no: '12',
      road: 'Oak Street',
      place: 'Unit 4',
      zip: '60201',
      m: '312 555 0188',
      w: '773 555 0101',
      job: 'baker',
      id: '7',
      secret: 'x',
    };
    const roles = {
      fn: 'First Name',
      mid: 'middle-name',
      ln: 'SURNAME',
      road: 'street',
      no: 'house number',
      place: 'address 2',
      zip: 'Postal Code',
      m: 'phone',
      w: 'Phone',
      job: 'occupation',
      id: 'ignore',
    };
    const [person] = peopleOfRows([row], roles);
    expect(person).toMatchObject({
      id: '0',
      given: ['Ann', 'B.'],
      family: 'Lee',
      phones: ['312 555 0188', '773 555 0101'],
      addresses: [{ line: '12 Oak Street', line2: 'Unit 4', postalCode: '60201' }],
      traits: { occupation: 'baker' },
    });
    expect(JSON.stringify(person)).not.toContain('"x"');
  });
});

describe('dates', () => {
  const read = (...texts: string[]) =>
    peopleOfRows(
      texts.map(born => ({ born })),
      { born: 'dob' },
    ).map(({ birthDate }) => birthDate);

  it('MPI-03 reads dates as a column writes them; what is no date stays as it is', () => {
    expect(read('1984-03-12', '19840312', '3/12/1984', '03121984', '12 Mar 1984', 'March 12, 1984')).toEqual(
      Array(6).fill('19840312'),
    );
    expect(read('3/12/84', '3/12/04')).toEqual(['19840312', '20040312']);
    expect(read('3/4/1984', '12/31/1984')).toEqual(['19840304', '19841231']);
    expect(read('3/4/1984', '31/12/1984')).toEqual(['19840403', '19841231']);
    expect(read('1984-02-31', '??', '')).toEqual(['19840231', '??', undefined]);
    const [parts] = peopleOfRows([{ d: '3', m: '4', y: '1984' }], {
      d: 'birth day',
      m: 'birth month',
      y: 'birth year',
    });
    expect(parts?.birthDate).toBe('1984-04-03');
  });

  it('MPI-03 a placeholder is one in whatever way it is written', () => {
    const bornOn = (birthDate: string) => prepare({ id: '', birthDate }).birthDate;
    expect(['1900-01-01', '01/01/1900', '1/1/1900', '01011900', '1 Jan 1900'].map(bornOn)).toEqual(
      Array(5).fill(undefined),
    );
    expect(bornOn('1/1/1901 00:00')).toBeUndefined();
    expect(bornOn('12/03/1984')).toBe('19841203');
  });
});

describe('FHIR Patient/$match', () => {
  const patient = (given: string, birthDate: string, more: Partial<FhirPatient> = {}): FhirPatient => ({
    resourceType: 'Patient',
    name: [
      { use: 'maiden', family: 'Okafor' },
      { use: 'official', family: 'Hartmann', given: [given] },
    ],
    birthDate,
    gender: 'female',
    telecom: [{ system: 'phone', value: '312-555-0188' }],
    address: [{ line: ['410 Lakeshore Dr'], city: 'Evanston', postalCode: '60201' }],
    identifier: [{ type: { coding: [{ code: 'MB' }] }, value: 'H-12345' }],
    ...more,
  });
  const stored = new Map([
    ['same', patient('Liz', '1984-03-12')],
    ['twin', patient('Nora', '1984-03-12', { identifier: [] })],
    ['other', patient('Maria', '1950-01-02', { name: [{ family: 'Ibarra' }], telecom: [], address: [] })],
  ]);
  const index = createMatchIndex(STARTING_MODEL);
  for (const [id, resource] of stored) index.add(personOfPatient(resource, id));
  const ask = (resource: FhirPatient) => index.query(personOfPatient(resource, ''), { limit: 50 });
  const gradesOf = (
    options: Parameters<typeof matchBundle>[2],
    resource = patient('Elizabeth', '1984-03-12'),
  ) =>
    matchBundle(ask(resource), id => stored.get(id), options).entry.map(({ resource: found, search }) => [
      found.name?.at(-1)?.given?.[0],
      search.extension[0].valueCode,
    ]);

  it('MPI-03 answers with a searchset, likeliest first, each with score and match-grade', () => {
    const bundle = matchBundle(ask(patient('Elizabeth', '1984-03-12')), id => stored.get(id));
    expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'searchset', total: bundle.entry.length });
    expect(bundle.entry[0]).toEqual({
      resource: stored.get('same'),
      search: {
        mode: 'match',
        score: expect.any(Number),
        extension: [{ url: MATCH_GRADE, valueCode: 'certain' }],
      },
    });
    const scores = bundle.entry.map(({ search }) => search.score);
    expect(scores).toEqual([...scores].sort((x, y) => y - x));
    for (const score of scores) expect(score).toBeLessThanOrEqual(1);
    expect(gradesOf({})[1]).toEqual(['Nora', expect.stringMatching(/^(probable|possible)$/)]);
  });

  it('MPI-03 with onlyCertainMatches gives the one that is beyond doubt, or nothing', () => {
    expect(gradesOf({ onlyCertainMatches: true })).toEqual([['Liz', 'certain']]);
    expect(gradesOf({ onlyCertainMatches: true }, patient('Paula', '1984-03-12'))).toEqual([]);
    expect(gradesOf({ count: 1 })).toHaveLength(1);
  });

  it('MPI-03 reads the official name, former names, numbers and homes of a Patient', () => {
    const person = personOfPatient(
      patient('Ann', '1984-03-12', {
        identifier: [
          { system: 'http://hl7.org/fhir/sid/us-ssn', value: '912-45-6781' },
          { system: 'urn:mrn', value: '77', type: { coding: [{ code: 'MR' }] } },
          { type: { coding: [{ code: 'DL' }] }, value: 'D-9' },
        ],
      }),
      'a',
    );
    expect(person).toMatchObject({
      given: ['Ann'],
      family: 'Hartmann',
      formerFamily: ['Okafor'],
      ssn: '912-45-6781',
      memberIds: ['D-9'],
      phones: ['312-555-0188'],
      addresses: [{ line: '410 Lakeshore Dr', city: 'Evanston', postalCode: '60201' }],
    });
  });
});
