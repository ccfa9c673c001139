import { fromJson, modelOf, readInterchanges, toJson, transactionsOf, validate } from '../src/index.ts';
import { CLAIMS } from './foreign/claims.ts';
import { COVERAGE } from './foreign/eligibility.ts';
import { STAYS } from './foreign/institution.ts';
import { OTHERS } from './foreign/others.ts';
import { REMITTANCES } from './foreign/remittances.ts';
import { fileOfSample, interchangeOf, inStyle, LINES, type Sample } from './foreign/sample.ts';
import { STATUS } from './foreign/status.ts';
import { openOracle } from './oracle.ts';
import { withoutSources } from './writing.ts';

const SAMPLES = Object.entries({ ...CLAIMS, ...STAYS, ...REMITTANCES, ...COVERAGE, ...STATUS, ...OTHERS });
const MAPPED = new Set(['837P', '837I', '835', '277CA', '999']);
const LIMIT_MS = 120_000;

const told = (text: string) => {
  const { errors, warnings, transactions } = validate(text);
  const all = [errors, warnings, ...transactions.flatMap(each => [each.errors, each.warnings])].flat();
  return all.map(({ code, segment, element, position, message }) => ({
    code,
    segment,
    element,
    position,
    message,
  }));
};

const modelsOf = (text: string) =>
  toJson(text).transactions.map(({ type, model }) => ({ type, model: withoutSources(model) }));

describe('files as others write them', () => {
  it.each(SAMPLES)('RCM-10 RCM-07 (narrow: the guide) finds nothing wrong with %s', (_, sample) => {
    const text = fileOfSample(sample);
    expect(told(text)).toEqual([]);
    expect(validate(text).transactions).toHaveLength(sample.bodies.length);
  });

  it.each(SAMPLES)('reads, writes and reads again %s', (_, sample) => {
    const text = fileOfSample(sample);
    for (const { transaction } of transactionsOf(readInterchanges(text))) {
      expect(modelOf(transaction)).toMatchObject({ type: sample.guide, problems: [] });
    }
    const written = fromJson(toJson(text));
    expect(told(written)).toEqual([]);
    expect(modelsOf(written)).toEqual(modelsOf(text));
  });

  it('takes a TA1 that stands alone', () => {
    const answer = 'TA1*000000905*261103*1405*R*025';
    const [header = '', trailer = ''] = interchangeOf([], 8);
    const text = inStyle([header, answer, trailer.replace('IEA*1', 'IEA*0')], LINES);
    expect(told(text)).toEqual([]);
  });

  const oracle = openOracle();
  (oracle ? it : it.skip)(
    'an independent validator finds nothing wrong either',
    () => {
      const asked = SAMPLES.filter(
        ([, { guide, notForPyx12 }]) => MAPPED.has(guide) && notForPyx12 === undefined,
      );
      const verdicts = oracle?.(asked.map(([, sample]) => fileOfSample(usual(sample)))) ?? [];
      const wrong = verdicts.flatMap(({ ok, errors }, index) => (ok ? [] : [[asked[index]?.[0], ...errors]]));
      expect(wrong).toEqual([]);
    },
    LIMIT_MS,
  );
});

/** The validator reads a file with line breaks of its own only. */
function usual(sample: Sample): Sample {
  return { ...sample, style: { ...LINES, ...(sample.style?.alone && { alone: sample.style.alone }) } };
}
