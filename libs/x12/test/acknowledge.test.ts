import {
  acknowledge,
  buildImplementationAcknowledgement,
  parseImplementationAcknowledgement,
  parseInterchangeAcknowledgement,
  readAnswers,
  readInterchanges,
  readSegments,
  validate,
} from '../src/index.ts';
import { FIXTURES } from './fixtures.ts';
import { openOracle } from './oracle.ts';
import { corpus } from './shared-folder.ts';
import { fileOf, firstOf, withoutSources } from './writing.ts';

const options = { control: 41, at: '2026-11-16T09:00' };

describe('answers to what was received', () => {
  it('accepts what is fine, and says TA1 only where it is asked for', () => {
    const [answer, ...more] = acknowledge(FIXTURES['837P'], options);
    expect(more).toEqual([]);
    expect(answer?.kind).toBe('999');
    const { value } = parseImplementationAcknowledgement(firstOf(answer?.text ?? ''));
    expect(value).toMatchObject({
      functionalId: 'HC',
      groupControl: '17',
      verdict: 'A',
      included: 1,
      received: 1,
      accepted: 1,
      transactions: [{ set: '837', control: '0001', verdict: 'A', errors: [] }],
    });
    const asked = FIXTURES['837P'].replace('*0*T*', '*1*T*');
    expect(acknowledge(asked, options).map(({ kind }) => kind)).toEqual(['TA1', '999']);
  });

  it('names segment, element and claim of each fault', () => {
    const wrong = FIXTURES['837P'].replace('11:B:1*', '11:X:1*');
    const [answer] = acknowledge(wrong, options);
    const { value } = parseImplementationAcknowledgement(firstOf(answer?.text ?? ''));
    expect(value.transactions[0]).toMatchObject({
      verdict: 'R',
      codes: ['5'],
      errors: [
        {
          segment: 'CLM',
          loop: '2300',
          code: '8',
          businessUnit: { name: 'CLM01', value: 'V100' },
          elements: [{ element: 5, component: 2, dataElement: '1332', code: '7', badValue: 'X' }],
        },
      ],
    });
  });

  it('rejects an envelope that cannot be trusted with a TA1 alone, and never answers a 999', () => {
    const broken = FIXTURES['837P'].replace(/IEA\*1\*\d+/, 'IEA*1*000000099');
    const answers = acknowledge(broken, options);
    expect(answers.map(({ kind }) => kind)).toEqual(['TA1']);
    const ta1 = readSegments(answers[0]?.text ?? '').segments.find(({ id }) => id === 'TA1');
    expect(ta1 && parseInterchangeAcknowledgement(ta1)).toMatchObject({
      control: '000000017',
      verdict: 'R',
      note: '001',
    });
    expect(acknowledge(FIXTURES['999'], options)).toEqual([]);
  });

  it('never copies a bad value that holds one of our delimiters', () => {
    const piped = FIXTURES['837P']
      .replaceAll('*', '|')
      .replaceAll('~', "'")
      .replace('CLM|V100|180', 'CLM|V100|1*8~0');
    const [answer] = acknowledge(piped, options);
    expect(validate(answer?.text ?? '').ok).toBe(true);
    expect(answer?.text).not.toContain('1*8~0');
  });

  it('says by option all that a fault can be looked up by, and the data on which it depends', () => {
    const wrong = FIXTURES['837P'].replace('*11:B:1*', '*11:B:7*');
    const report = validate(wrong, { level: 'situational' });
    const errorsOf = (contexts: 'business-unit' | 'full') => {
      const [answer] = acknowledge(wrong, { ...options, report, contexts });
      expect(validate(answer?.text ?? '', { level: 'product' }).ok).toBe(true);
      const { value } = parseImplementationAcknowledgement(firstOf(answer?.text ?? ''));
      const again = fileOf('FA', '005010X231A1', [buildImplementationAcknowledgement(value, '0001')]);
      const { value: same } = parseImplementationAcknowledgement(firstOf(again));
      expect(withoutSources(same)).toEqual(withoutSources(value));
      return value.transactions[0]?.errors;
    };
    const lack = { segment: 'REF', code: 'I6', businessUnit: { name: 'CLM01', value: 'V100' } };
    const [plain] = errorsOf('business-unit')?.filter(({ code }) => code === 'I6') ?? [];
    expect(plain).toMatchObject({ ...lack, elements: [] });
    expect(plain?.triggers ?? plain?.furtherUnits).toBeUndefined();
    const [full] = errorsOf('full')?.filter(({ code }) => code === 'I6') ?? [];
    expect(full).toMatchObject({
      ...lack,
      triggers: [{ segment: 'CLM', loop: '2300', element: 5, component: 3, dataElement: '1325' }],
    });
    expect(full?.furtherUnits?.map(({ name }) => name)).toEqual(['SUBSCRIBER NAME NM109', 'NM109']);
  });

  it('answers a group that names itself wrongly by what is in it', () => {
    const [answer] = acknowledge(FIXTURES['271'].replace('GS*HB*', 'GS*XX*'), options);
    expect(answer?.text).toContain('AK1*HB*');
    expect(validate(answer?.text ?? '').ok).toBe(true);
  });

  it('writes answers that an independent validator accepts, whatever it answers', () => {
    const texts = corpus()
      .flatMap(({ bytes }) => acknowledge(bytes.subarray(0, 60_000), options))
      .filter(({ kind }) => kind === '999')
      .map(({ text }) => text);
    expect(texts.filter(text => !validate(text).ok)).toEqual([]);
    const oracle = texts.length > 0 ? openOracle() : undefined;
    if (oracle) expect(oracle(texts.slice(0, 40)).filter(({ ok }) => ok !== true)).toEqual([]);
  }, 180_000);

  it('answers each interchange of a file with numbers of its own', () => {
    const answers = acknowledge(`${FIXTURES['837P']}\n${FIXTURES['835']}`, options);
    expect(answers.map(({ text }) => readInterchanges(text).interchanges[0]?.control)).toEqual([
      '000000041',
      '000000042',
    ]);
  });
});

describe('answers read back to what they speak of', () => {
  it('TA1 to the interchange and all its claims', () => {
    const sent = FIXTURES['837P'].replace(/IEA\*1\*\d+/, 'IEA*1*000000099');
    const [answer] = acknowledge(sent, options);
    expect(readAnswers(answer?.text ?? '', sent)).toMatchObject([
      {
        kind: 'TA1',
        accepted: false,
        codes: ['001'],
        interchange: { control: '000000017' },
        claims: ['V100', 'V101'],
      },
    ]);
  });

  it('999 to the transaction, and to each segment at fault with its claim', () => {
    const sent = FIXTURES['837P'].replace('11:B:1*', '11:X:1*');
    const [answer] = acknowledge(sent, options);
    expect(readAnswers(answer?.text ?? '', sent)).toMatchObject([
      { kind: '999', accepted: false, codes: ['5'], claims: ['V100', 'V101'] },
      { kind: '999', accepted: false, codes: ['7'], segment: { id: 'CLM' }, claims: ['V100'] },
    ]);
    expect(readAnswers(answer?.text ?? '', FIXTURES['835'])[0]).toMatchObject({
      accepted: false,
      claims: [],
    });
  });

  it('277CA to the claims', () => {
    expect(readAnswers(FIXTURES['277CA'], FIXTURES['837P'])).toMatchObject([
      {
        kind: '277CA',
        accepted: true,
        codes: ['A2:20'],
        transaction: { transaction: { set: '837' } },
        segment: { id: 'CLM' },
        claims: ['V100'],
      },
    ]);
  });
});
