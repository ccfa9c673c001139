import { buildDentalClaims, buildServicesReview, validate } from '../src/index.ts';
import { REVIEW, TEETH } from './fixture-dental-review.ts';
import { fileOf } from './writing.ts';

const FILES = {
  '837D': fileOf('HC', '005010X224A2', [buildDentalClaims(TEETH, '0001')]),
  '278': fileOf('HI', '005010X217', [buildServicesReview(REVIEW, '0001')]),
};

describe('guides that are known by files alone', () => {
  const before = (text: string, id: string, segment: string) =>
    validate(
      text
        .replace(`~${id}*`, `~${segment}~${id}*`)
        .replace(/SE\*(\d+)/, (_, count: string) => `SE*${Number(count) + 1}`),
    );

  it.each(Object.entries(FILES))('%s: what no file has shown yet is a doubt, no error', (_, text) => {
    expect(validate(text)).toMatchObject({ ok: true, transactions: [{ warnings: [] }] });
    const { ok, transactions } = before(text, 'HL', 'MOA**0.5');
    expect({ ok, transactions }).toMatchObject({
      ok: true,
      transactions: [{ errors: [], warnings: [{ code: 'segment.unexpected', segment: 'MOA' }] }],
    });
  });

  it.each(Object.entries(FILES))('%s: a segment that no standard knows is an error', (_, text) => {
    expect(before(text, 'HL', 'ZZZ*1').transactions).toMatchObject([
      { ok: false, errors: [{ code: 'segment.unknown', segment: 'ZZZ' }] },
    ]);
  });
});
