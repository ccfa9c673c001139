import fc from 'fast-check';
import {
  comparePrepared,
  jaroWinkler,
  prepare,
  soundKey,
  STARTING_MODEL,
  type PersonRecord,
} from '../src/index.ts';

const ANN: PersonRecord = {
  id: 'a',
  given: ['Elizabeth', 'Anne'],
  family: 'Hartmann',
  birthDate: '1984-03-12',
  sex: 'female',
  ssn: '912-45-6781',
  phones: ['(312) 555-0188'],
  addresses: [{ line: '410 Lakeshore Drive Apt 3', city: 'Evanston', state: 'IL', postalCode: '60201-4410' }],
};

const compare = (a: PersonRecord, b: PersonRecord) => comparePrepared(STARTING_MODEL, prepare(a), prepare(b));
const changed = (changes: Partial<PersonRecord>): PersonRecord => ({ ...ANN, id: 'b', ...changes });
const levelOf = (field: string, changes: Partial<PersonRecord>) =>
  compare(ANN, changed(changes)).evidence.find(evidence => evidence.field === field)?.level;

describe('comparing two people', () => {
  it('MPI-03 knows nicknames, slips, sounds, initials, diacritics, swapped and compound names', () => {
    expect(levelOf('given', { given: ['Betsy'] })).toBe('nickname');
    expect(levelOf('given', { given: ['Elizabteh'] })).toBe('close');
    expect(levelOf('given', { given: ['E.'] })).toBe('initial');
    expect(levelOf('given', { given: ['Anne'] })).toBe('middle-used');
    expect(levelOf('family', { family: 'Hártmann' })).toBe('exact');
    expect(levelOf('family', { family: 'Hartman' })).toBe('close');
    expect(levelOf('family', { family: 'Hartmann-Lopez' })).toBe('compound');
    expect(levelOf('family', { family: 'Okafor', formerFamily: ['Hartmann'] })).toBe('former');
    expect(levelOf('family', { family: 'Elizabeth', given: ['Hartmann'] })).toBe('swapped');
    expect(levelOf('family', { family: 'Okafor' })).toBe('different');
  });

  it('MPI-03 reads titles, suffixes, credentials and whole names', () => {
    const whole = (fullName: string) => compare(ANN, { id: 'w', fullName }).evidence;
    const level = (fullName: string, field: string) =>
      whole(fullName).find(evidence => evidence.field === field)?.level;
    for (const name of [
      'Elizabeth Anne Hartmann',
      'Hartmann, Elizabeth Anne',
      'Dr. Elizabeth Hartmann, MD',
    ]) {
      expect([name, level(name, 'given'), level(name, 'family')]).toEqual([name, 'exact', 'exact']);
    }
    expect(prepare({ id: '', given: ['Rev. Earl'], family: 'Lee Jr.' })).toMatchObject({
      given: ['earl'],
      familyTokens: ['lee'],
      generation: 2,
    });
    const further = prepare({ id: '', given: ['Ann'], family: 'Lee', fullName: 'Ann Okafor Lee' });
    expect(further).toMatchObject({ given: ['ann', 'okafor'], former: ['okafor'] });
    expect(levelOf('ssn', { ssn: '912-54-6718' })).toBe('two-slips');
    expect(levelOf('family', { family: 'Elizabteh', given: ['Hartman'] })).toBe('swapped');
  });

  it('MPI-03 knows date slips, day and month swapped, centuries, digit errors and placeholders', () => {
    expect(levelOf('birthDate', { birthDate: '1984-12-03' })).toBe('day-month-swapped');
    expect(levelOf('birthDate', { birthDate: '1984-03-21' })).toBe('one-slip');
    expect(levelOf('birthDate', { birthDate: '1884-03-12' })).toBe('one-slip');
    expect(levelOf('birthDate', { birthDate: '1957-03-12' })).toBe('generation-apart');
    expect(levelOf('birthDate', { birthDate: '1900-01-01' })).toBeUndefined();
    expect(levelOf('ssn', { ssn: '912456718' })).toBe('one-slip');
    expect(levelOf('ssn', { ssn: undefined, ssnLast4: '6781' })).toBe('last-four');
    expect(levelOf('ssn', { ssn: '999-99-9999' })).toBeUndefined();
    expect(levelOf('ssn', { ssn: '912456782', given: ['Nora'] })).toBe('in-sequence');
    expect(levelOf('ssn', { ssn: '912456782', given: ['Liz'] })).toBe('in-sequence');
    expect(levelOf('phone', { phones: ['1-312-555-0188'] })).toBe('exact');
    expect(levelOf('phone', { phones: ['555-1212'] })).toBeUndefined();
    expect(levelOf('street', { addresses: [{ line: '410 Lakeshore Dr #3', postalCode: '60201' }] })).toBe(
      'exact',
    );
    expect(levelOf('given', { given: ['Baby Girl'] })).toBeUndefined();
  });

  it('PAT-02 says link, review or different with a posterior, and a sum that the evidence makes', () => {
    const same = compare(ANN, changed({ given: ['Liz'], phones: ['773 555 0101'] }));
    expect(same.outcome).toBe('link');
    expect(same.grade).toBe('certain');
    const sum = same.evidence.reduce(
      (total, { weight }) => total + weight,
      same.priorBits + same.householdBits,
    );
    expect(sum).toBeCloseTo(same.score, 9);
    expect(
      compare(ANN, { id: 'x', given: ['Jorge'], family: 'Ibarra', birthDate: '1950-01-02' }).outcome,
    ).toBe('different');
    expect(
      compare({ id: 'p', given: ['Ann'], family: 'Lee' }, { id: 'q', given: ['Ann'], family: 'Lee' }).outcome,
    ).toBe('review');
  });

  it('PAT-02 never links namesakes of one birth date by itself, where numbers, phones and homes are all others', () => {
    const named = { given: ['Blanche'], family: 'Pemberton', birthDate: '1984-02-16' };
    const one = { ...named, id: '1', ssn: '463056710', phones: ['4785558508'], addresses: ANN.addresses };
    const outcome = (other: Partial<PersonRecord>) =>
      comparePrepared(STARTING_MODEL, prepare(one), prepare({ ...named, id: '2', ...other })).outcome;
    expect(outcome({ ssn: '371553879', phones: ['5207594605'] })).toBe('review');
    expect(outcome({ phones: one.phones })).toBe('link');
  });

  it('PAT-02 never links twins, Jr and Sr, parent and child or a household by itself', () => {
    const home = { phones: ANN.phones, addresses: ANN.addresses };
    const person = (id: string, changes: Partial<PersonRecord>): PersonRecord => ({
      id,
      family: 'Hartmann',
      ...home,
      ...changes,
    });
    const pairs: [PersonRecord, PersonRecord][] = [
      [
        person('1', { given: ['Mason'], birthDate: '2015-06-01' }),
        person('2', { given: ['Jason'], birthDate: '2015-06-01' }),
      ],
      [
        person('1', { given: ['Mia'], birthDate: '2015-06-01' }),
        person('2', { given: ['Lia'], birthDate: '2015-06-01' }),
      ],
      [
        person('1', { given: ['Mia'], birthDate: '2015-06-01', ssn: '912456781' }),
        person('2', { given: ['Nora'], birthDate: '2015-06-01', ssn: '912456782' }),
      ],
      [
        person('1', { given: ['Paul'], suffix: 'Jr', birthDate: '1990-06-01' }),
        person('2', { given: ['Paul'], suffix: 'Sr', birthDate: '1960-06-01' }),
      ],
      [
        person('1', { given: ['Paul'], birthDate: '1990-06-01' }),
        person('2', { given: ['Paul'], birthDate: '1960-06-01' }),
      ],
      [
        person('1', { given: ['Paul'], birthDate: '1990-06-01' }),
        person('2', { given: ['Paul'], birthDate: '1961-11-23' }),
      ],
      [
        person('1', { given: ['Paul'], birthDate: '2009-02-05' }),
        person('2', { given: ['Hartmann'], family: 'Paul', birthDate: '1971-01-06' }),
      ],
      [person('1', { given: ['Paul', 'W'] }), person('2', { given: ['Paul', 'W'], suffix: 'Jr' })],
      [person('1', { given: ['Paul', 'W'] }), person('2', { given: ['Paul', 'W'] })],
      [
        person('1', { given: ['Paula'], birthDate: '1990-06-01' }),
        person('2', { given: ['Mia'], birthDate: '2015-06-02' }),
      ],
      [
        person('1', { given: ['Paula'], birthDate: '1990-06-01' }),
        person('2', { given: ['Peter'], birthDate: '1989-02-11' }),
      ],
    ];
    const ofTwins = { birthDate: '2015-06-01', ssn: '912456781' };
    const other = { birthDate: '2015-06-01', ssn: '934112005' };
    const next = { birthDate: '2015-06-01', ssn: '912456782' };
    pairs.push(
      [person('1', { given: ['Maria'], ...ofTwins }), person('2', { given: ['Mary'], ...next })],
      [person('1', { given: ['M.'], ...ofTwins }), person('2', { given: ['Mason'], ...other })],
      [person('1', { birthDate: '2015-06-01' }), person('2', { given: ['Mason'], birthDate: '2015-06-01' })],
      [
        person('1', { given: ['Paul'], ...ofTwins }),
        person('2', { given: ['Paul'], suffix: 'Sr', ...other }),
      ],
    );
    for (const [a, b] of pairs) {
      expect(compare(a, b).outcome).not.toBe('link');
      expect(compare(a, b).posterior).toBeLessThan(0.99);
    }
  });

  const word = fc.stringMatching(/^[A-Za-z]{1,12}$/);
  const someone = fc.record(
    {
      given: fc.array(word, { maxLength: 2 }),
      family: word,
      birthDate: fc
        .date({ min: new Date('1920-01-01'), max: new Date('2025-01-01'), noInvalidDate: true })
        .map(date => date.toISOString().slice(0, 10)),
      sex: fc.constantFrom('female', 'male'),
      ssn: fc.stringMatching(/^\d{9}$/),
      phones: fc.array(fc.stringMatching(/^\d{10}$/), { maxLength: 2 }),
    },
    { requiredKeys: [] },
  );

  it('is symmetric, and nobody is more like somebody else than like themself', () => {
    fc.assert(
      fc.property(someone, someone, (x, y) => {
        const [a, b] = [prepare({ id: 'a', ...x }), prepare({ id: 'b', ...y })];
        const [forth, back] = [comparePrepared(STARTING_MODEL, a, b), comparePrepared(STARTING_MODEL, b, a)];
        expect(forth.score).toBeCloseTo(back.score, 9);
        expect(forth.outcome).toBe(back.outcome);
        expect(comparePrepared(STARTING_MODEL, a, a).score).toBeGreaterThanOrEqual(forth.score - 1e-9);
      }),
    );
  });

  it('Jaro–Winkler stays within 0 and 1, is symmetric, and gives the published values', () => {
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4);
    expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4);
    expect(jaroWinkler('dwayne', 'duane')).toBeCloseTo(0.84, 4);
    fc.assert(
      fc.property(word, word, (a, b) => {
        const likeness = jaroWinkler(a, b);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(likeness).toBeCloseTo(jaroWinkler(b, a), 12);
      }),
    );
  });

  it('gives names that are said alike the same sound', () => {
    for (const [a, b] of [
      ['Smith', 'Smyth'],
      ['Catherine', 'Kathryn'],
      ['Meyer', 'Maier'],
      ['Philips', 'Filips'],
      ['Wright', 'Rite'],
    ] as const) {
      expect(soundKey(a)).toBe(soundKey(b));
    }
    expect(soundKey('Garcia')).not.toBe(soundKey('Lopez'));
  });
});
