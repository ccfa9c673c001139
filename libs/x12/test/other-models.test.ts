import {
  parseClaimAcknowledgement,
  parseEligibilityInquiry,
  parseEligibilityResponse,
  parseImplementationAcknowledgement,
  buildEligibilityInquiry,
  buildEligibilityResponse,
  splitTransactions,
  validate,
} from '../src/index.ts';
import { INQUIRY } from './fixture-inquiry.ts';
import { FIXTURES, MODELS } from './fixtures.ts';
import { openOracle } from './oracle.ts';
import { fileOf, firstOf, withoutSources } from './writing.ts';

describe('models of answers', () => {
  it('PAT-08 (narrow: 270 and 271) read back as they were written', () => {
    const text = fileOf('HS', '005010X279A1', [buildEligibilityInquiry(INQUIRY, '0001')]);
    expect(validate(text, { level: 'product' }).ok).toBe(true);
    expect(withoutSources(parseEligibilityInquiry(firstOf(text)).value)).toEqual(INQUIRY);
    expect(withoutSources(parseEligibilityResponse(firstOf(FIXTURES['271'])).value)).toEqual(
      MODELS.ELIGIBILITY,
    );
  });

  it('PAT-08 (narrow: 270 and 271) read back with every payer that they ask or that answers', () => {
    const { payer, provider, subjects } = INQUIRY;
    const other = { payer: { ...payer, name: 'OTHER PAYER', id: '99999' }, provider, subjects };
    const inquiry = { ...INQUIRY, furtherSources: [other, other] };
    const asked = fileOf('HS', '005010X279A1', [buildEligibilityInquiry(inquiry, '0001')]);
    expect(validate(asked, { level: 'product' })).toMatchObject({ ok: true });
    expect(withoutSources(parseEligibilityInquiry(firstOf(asked)).value)).toEqual(inquiry);

    const { reference, createdOn, createdAt, ...first } = MODELS.ELIGIBILITY;
    const response = { reference, createdOn, createdAt, ...first, furtherSources: [first] };
    const answered = fileOf('HB', '005010X279A1', [buildEligibilityResponse(response, '0001')]);
    expect(validate(answered, { level: 'product' })).toMatchObject({ ok: true });
    expect(withoutSources(parseEligibilityResponse(firstOf(answered)).value)).toEqual(response);
  });

  it('PAT-08 (narrow: 271) names the segment behind each benefit', () => {
    const { value } = parseEligibilityResponse(firstOf(FIXTURES['271']));
    const segments = firstOf(FIXTURES['271']).segments;
    for (const { source } of value.subjects.flatMap(({ benefits }) => benefits)) {
      expect(segments[(source?.position ?? 0) - 1]?.elements.join('*')).toBe(source?.text);
    }
  });

  it('RCM-09 (narrow: 277CA and 999) read back as they were written', () => {
    expect(withoutSources(parseClaimAcknowledgement(firstOf(FIXTURES['277CA'])).value)).toEqual(
      MODELS.ACKNOWLEDGEMENT,
    );
    expect(withoutSources(parseImplementationAcknowledgement(firstOf(FIXTURES['999'])).value)).toEqual(
      MODELS.SYNTAX,
    );
  });

  it('an independent validator accepts the fixtures that it has maps for', () => {
    const oracle = openOracle();
    if (!oracle) return;
    const texts = (['837P', '835', '277CA', '999'] as const).map(kind => FIXTURES[kind]);
    expect(oracle(texts).filter(({ ok }) => ok !== true)).toEqual([]);
  }, 180_000);

  it('splits a file into transactions that are each a whole file', () => {
    const text = fileOf('HS', '005010X279A1', [
      buildEligibilityInquiry(INQUIRY, '0001'),
      buildEligibilityInquiry(INQUIRY, '0002'),
    ]);
    const parts = splitTransactions(text);
    expect(parts.map(({ control }) => control)).toEqual(['0001', '0002']);
    expect(parts.every(part => validate(part.text).ok)).toBe(true);
  });
});
