import fc from 'fast-check';
import {
  buildClaimStatusRequest,
  buildClaimStatusResponse,
  buildDentalClaims,
  buildInstitutionalClaims,
  buildServicesReview,
  parseClaimStatusRequest,
  parseClaimStatusResponse,
  parseDentalClaims,
  parseInstitutionalClaims,
  parseServicesReview,
  validate,
  type Parsed,
  type TransactionDraft,
  type TransactionSegments,
} from '../src/index.ts';
import { institutionalClaims, statusAnswers, statusQuestions } from './arbitraries-institution.ts';
import { dentalClaims, servicesReviews } from './arbitraries-dental-review.ts';
import { REVIEW, TEETH } from './fixture-dental-review.ts';
import { STATUS_ANSWER, STATUS_QUESTION, STAY } from './fixture-institution.ts';
import { openOracle } from './oracle.ts';
import { fileOf, firstOf, withoutSources } from './writing.ts';

const RUNS = process.env.ASSURE ? 5_000 : 60;
const SEED = process.env.ASSURE ? undefined : 20_261_116;
const TIMEOUT_MS = process.env.ASSURE ? 1_800_000 : 120_000;

/** What is built is by the guide, and reads back as it was. */
function holds<T>(
  model: T,
  groupId: string,
  build: (model: T, control: string) => TransactionDraft,
  parse: (transaction: TransactionSegments) => Parsed<T>,
): void {
  const draft = build(model, '0001');
  const text = fileOf(groupId, draft.version ?? '', [draft]);
  const report = validate(text);
  expect([...report.errors, ...report.transactions.flatMap(({ errors }) => errors)]).toEqual([]);
  const { value, problems } = parse(firstOf(text));
  expect(problems).toEqual([]);
  expect(withoutSources(value)).toEqual(model);
}

describe('models of bills of institutions and dentists, of reviews and of the status of claims', () => {
  it(
    'an 837I with anything in it reads back as it was built, segments without a field included',
    () => {
      holds(STAY, 'HC', buildInstitutionalClaims, parseInstitutionalClaims);
      fc.assert(
        fc.property(institutionalClaims, model =>
          holds(model, 'HC', buildInstitutionalClaims, parseInstitutionalClaims),
        ),
        { numRuns: RUNS, seed: SEED },
      );
    },
    TIMEOUT_MS,
  );

  it(
    'an 837D reads back as it was built',
    () => {
      holds(TEETH, 'HC', buildDentalClaims, parseDentalClaims);
      fc.assert(
        fc.property(dentalClaims, model => holds(model, 'HC', buildDentalClaims, parseDentalClaims)),
        { numRuns: RUNS, seed: SEED },
      );
    },
    TIMEOUT_MS,
  );

  it(
    'a 278 reads back as it was built, request or response',
    () => {
      holds(REVIEW, 'HI', buildServicesReview, parseServicesReview);
      fc.assert(
        fc.property(servicesReviews, model => holds(model, 'HI', buildServicesReview, parseServicesReview)),
        { numRuns: RUNS, seed: SEED },
      );
    },
    TIMEOUT_MS,
  );

  it(
    'a 276 reads back as it was built',
    () => {
      holds(STATUS_QUESTION, 'HR', buildClaimStatusRequest, parseClaimStatusRequest);
      fc.assert(
        fc.property(statusQuestions, model =>
          holds(model, 'HR', buildClaimStatusRequest, parseClaimStatusRequest),
        ),
        { numRuns: RUNS, seed: SEED },
      );
    },
    TIMEOUT_MS,
  );

  it(
    'a 277 reads back as it was built',
    () => {
      holds(STATUS_ANSWER, 'HN', buildClaimStatusResponse, parseClaimStatusResponse);
      fc.assert(
        fc.property(statusAnswers, model =>
          holds(model, 'HN', buildClaimStatusResponse, parseClaimStatusResponse),
        ),
        { numRuns: RUNS, seed: SEED },
      );
    },
    TIMEOUT_MS,
  );

  it('an independent validator finds nothing wrong with an 837I', () => {
    const oracle = openOracle();
    if (!oracle) return;
    const texts = [STAY, ...fc.sample(institutionalClaims, { numRuns: 8, seed: 7 })].map(model =>
      fileOf('HC', '005010X223A2', [buildInstitutionalClaims(model, '0001')]),
    );
    expect(oracle(texts).filter(({ ok }) => ok !== true)).toEqual([]);
  }, 180_000);
});
