import fc from 'fast-check';
import {
  DEFAULT_DELIMITERS,
  elementOffset,
  readInterchanges,
  readSegments,
  repetitions,
  streamSegments,
  validate,
  writeSegments,
  type ReadProblem,
  type Segment,
} from '../src/index.ts';
import { FIXTURES } from './fixtures.ts';
import { fileOf } from './writing.ts';

const plain = fileOf('HC', '005010X222A1', [
  {
    set: '837',
    control: '0001',
    version: '005010X222A1',
    segments: [
      ['BHT', '0019', '00', 'REF1'],
      ['K3', 'X'],
    ],
  },
]);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const ids = (input: string | Uint8Array) => readSegments(input).segments.map(segment => segment.id);
const ALL = ['ISA', 'GS', 'ST', 'BHT', 'K3', 'SE', 'GE', 'IEA'];

describe('several interchanges in a file', () => {
  it('have numbers of their own for each sender and receiver', () => {
    const file = FIXTURES['835'];
    expect(validate(file + file, { level: 'envelope' }).errors).toMatchObject([
      { code: 'isa.duplicate', segment: 'ISA', element: 13, offset: file.length + 90, ack: { ta1: '025' } },
    ]);
    const next = file.replaceAll('*000000017', '*000000018');
    const back = file.replace('HARBORPT       *ZZ*BRIGHTCH', 'BRIGHTCH       *ZZ*HARBORPT');
    for (const other of [next, back]) expect(validate(file + other).ok).toBe(true);
  });
});

describe('the reader', () => {
  it.each([
    ['nothing between segments', plain],
    ['line feeds', plain.replaceAll('~', '~\n')],
    ['carriage return and line feed', plain.replaceAll('~', '~\r\n')],
    ['indentation', plain.replaceAll('~', '~\n    ')],
    ['a byte order mark', `\ufeff${plain}`],
    ['a line feed as terminator', plain.replaceAll('~', '\n')],
    ['a carriage return as terminator, with a line feed after it', plain.replaceAll('~', '\r\n')],
    ['lower case identifiers', plain.replace('BHT', 'bht').replace('ISA', 'isa')],
    [
      'control characters as delimiters',
      plain.replaceAll('*', '\u001d').replaceAll('~', '\u001c').replaceAll(':', '\u001f'),
    ],
    ['blank lines at the end', `${plain}\n\n\n`],
  ])('takes %s', (_, text) => {
    const { segments, problems } = readSegments(text);
    expect(segments.map(segment => segment.id)).toEqual(ALL);
    expect(problems).toEqual([]);
  });

  it('reads the delimiters from their places, never by habit', () => {
    const odd = { element: '|', component: '>', repetition: '!', segment: "'" };
    const text = fileOf(
      'HC',
      '005010X222A1',
      [{ set: '837', control: '0001', segments: [['EQ', { repeat: ['30', ['1', '2']] }]] }],
      {
        delimiters: odd,
      },
    );
    const [segment] = readSegments(text).segments.filter(({ id }) => id === 'EQ');
    expect(segment?.delimiters).toEqual(odd);
    expect(repetitions(segment as Segment, 1)).toEqual(['30', '1>2']);
  });

  it('reads several interchanges, each with its own delimiters, and names what stands between them', () => {
    const other = plain.replaceAll('*', '|');
    const file = readInterchanges(`${plain}garbage here\n${other}`);
    expect(file.interchanges.map(({ header }) => header.delimiters.element)).toEqual(['*', '|']);
    expect(file.problems.map(({ code, offset }) => ({ code, offset }))).toEqual([
      { code: 'stray-data', offset: plain.length },
    ]);
  });

  it('knows the byte of every segment and element, also after letters of several bytes', () => {
    const text = plain.replace('REF1', 'ZOË ÅŞK').replace('K3*X', 'K3*日本');
    const bytes = bytesOf(text);
    for (const segment of readSegments(bytes).segments) {
      for (const [index, value] of segment.elements.entries()) {
        const at = elementOffset(segment, index);
        const found = new TextDecoder().decode(bytes.slice(at, at + bytesOf(value).length));
        expect(found).toBe(value);
      }
    }
  });

  it('says what is wrong with the bytes and where, without a throw', () => {
    const codes = (text: string) => readSegments(text).problems.map(({ code }) => code);
    expect(codes('')).toEqual(['no-interchange']);
    expect(codes('hello world')).toEqual(['stray-data', 'no-interchange']);
    expect(codes(plain.replace('HARBORPT       ', 'HARBORPT'))).toEqual(['isa-width']);
    expect(codes('ISA*00*')).toContain('isa-unreadable');
    expect(codes(plain.slice(0, -1))).toEqual(['unterminated-segment']);
  });

  it('reads chunks of any size as it reads the whole', async () => {
    const text = `${plain}\n${plain.replaceAll('~', '\n')}ünïcode?${plain}`;
    const bytes = bytesOf(text);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 }),
        async sizes => {
          const segments: Segment[] = [];
          const problems: ReadProblem[] = [];
          const chunks = (function* () {
            for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
              const size = sizes[turn % sizes.length] ?? 1;
              yield bytes.subarray(at, at + size);
              at += size;
            }
          })();
          for await (const segment of streamSegments(chunks, problem => problems.push(problem)))
            segments.push(segment);
          const whole = readSegments(bytes);
          expect(segments.map(({ id, elements, offset }) => ({ id, elements, offset }))).toEqual(
            whole.segments.map(({ id, elements, offset }) => ({ id, elements, offset })),
          );
          expect(problems).toEqual(whole.problems);
        },
      ),
      { numRuns: process.env.ASSURE ? 5_000 : 50 },
    );
  });

  it('ends on a terminator that never comes', () => {
    const endless = plain.slice(0, 120) + 'X'.repeat(3_000_000);
    const { problems } = readSegments(endless);
    expect(problems.map(({ code }) => code)).toContain('segment-too-long');
  });
});

describe('the writer', () => {
  const special = Object.values(DEFAULT_DELIMITERS).join('');

  it('never writes data that holds a delimiter or a control character', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30, unit: 'binary' }),
        fc.string({ maxLength: 10 }),
        (first, second) => {
          const hostile = [...`${first}${second}`].some(
            character => special.includes(character) || character < ' ' || character === '\u007f',
          );
          const refused = () => writeSegments([['NTE', 'ADD', first, [second, 'B']]]);
          if (hostile) expect(refused).toThrow(expect.objectContaining({ code: 'x12.forbidden_character' }));
          const text = writeSegments([['NTE', 'ADD', first, [second, 'B']]], { forbidden: 'replace' });
          expect(text.split('~')).toHaveLength(2);
          expect(text.split('*').length).toBeLessThanOrEqual(4);
          expect(text.slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f]/u);
        },
      ),
      { numRuns: process.env.ASSURE ? 50_000 : 500 },
    );
  });

  it('writes letters of the set that a partner reads', () => {
    const name = [['NM1', '85', '1', 'Peña & Söhne', 'Zoë #7 北']] as const;
    const written = (characters: 'basic' | 'ascii' | 'unicode') =>
      writeSegments(name, { characters, forbidden: 'replace', replacement: '.' });
    expect(written('unicode')).toBe('NM1*85*1*Peña & Söhne*Zoë #7 北~');
    expect(written('ascii')).toBe('NM1*85*1*Pena & Sohne*Zoe #7 .~');
    expect(written('basic')).toBe('NM1*85*1*PENA & SOHNE*ZOE .7 .~');
    expect(() => writeSegments(name, { characters: 'basic' })).toThrow(
      expect.objectContaining({ code: 'x12.forbidden_character' }),
    );
  });

  it('refuses delimiters that are none, and repetitions where nothing separates them', () => {
    for (const wrong of [{ component: '*' }, { element: 'A' }, { segment: '' }, { repetition: '~' }]) {
      expect(() => writeSegments([], { delimiters: { ...DEFAULT_DELIMITERS, ...wrong } })).toThrow(
        expect.objectContaining({ code: 'x12.bad_delimiters' }),
      );
    }
    const old = { delimiters: { ...DEFAULT_DELIMITERS, repetition: '' } };
    expect(writeSegments([['EQ', { repeat: ['30'] }]], old)).toBe('EQ*30~');
    expect(() => writeSegments([['EQ', { repeat: ['30', '98'] }]], old)).toThrow(
      expect.objectContaining({ code: 'x12.cannot_repeat' }),
    );
  });

  it('leaves out what is empty at the end, and keeps it inside', () => {
    expect(
      writeSegments([
        ['CAS', 'CO', '45', '10', undefined, ''],
        ['SV1', ['HC', '99213', '', ''], undefined, 'UN'],
      ]),
    ).toBe('CAS*CO*45*10~SV1*HC:99213**UN~');
  });

  it('refuses ids and numbers that do not fit the fixed header', () => {
    const draft = { sender: { qualifier: 'ZZ', id: 'A'.repeat(16) }, receiver: { qualifier: 'ZZ', id: 'B' } };
    expect(() => ids(JSON.stringify(draft))).not.toThrow();
    expect(() => fileOf('HC', 'V', [], { delimiters: { ...DEFAULT_DELIMITERS, segment: '~~' } })).toThrow(
      expect.objectContaining({ code: 'x12.bad_delimiters' }),
    );
  });
});
