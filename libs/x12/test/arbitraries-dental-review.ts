import { cents } from '@spark-den/kernel';
import fc from 'fast-check';
import type { DentalClaim, DentalClaims, DentalLine, PatientEvent, ServicesReview } from '../src/index.ts';
import { date, word } from './arbitraries.ts';
import { REVIEW, TEETH } from './fixture-dental-review.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const some = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number) =>
  maybe(fc.array(arbitrary, { minLength: 1, maxLength }));
const amount = fc.integer({ min: 1, max: 500_000 }).map(cents);

const line: fc.Arbitrary<DentalLine> = fc.record({
  procedure: fc
    .constantFrom('D2750', 'D1110', 'D8080')
    .map(code => ({ qualifier: 'AD', code, modifiers: [] })),
  charge: amount,
  placeOfService: maybe(fc.constant('22')),
  cavities: some(fc.constantFrom('00', '10', '20'), 5),
  placement: maybe(fc.constantFrom('I', 'R')),
  quantity: maybe(fc.constantFrom('1', '2')),
  diagnosisPointers: some(fc.constantFrom(1, 2), 2),
  teeth: some(
    fc.record({ number: fc.constantFrom('1', '32', 'T'), surfaces: fc.subarray(['M', 'O', 'D']) }),
    4,
  ),
  serviceOn: maybe(date),
  dates: maybe(fc.tuple(date.map(on => ({ qualifier: '441', date: on })))),
  controlNumber: maybe(word(20)),
});

const claim: fc.Arbitrary<DentalClaim> = fc
  .record({
    patientControlNumber: word(20),
    frequency: fc.constantFrom('1', '7', '8'),
    providerSignature: fc.boolean(),
    predetermination: maybe(fc.constant<true>(true)),
    delayReason: maybe(fc.constant('7')),
    orthodontics: maybe(fc.constantFrom({ months: '36' }, { months: '36', monthsRemaining: '24' })),
    toothStatuses: some(fc.record({ tooth: fc.constantFrom('1', '16'), status: fc.constant('M') }), 3),
    patientPaid: maybe(amount),
    diagnoses: maybe(fc.constantFrom(['K0262'], ['K0262', 'K0510'])),
    lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  })
  .map(entry => ({
    ...entry,
    charge: cents(entry.lines.reduce((sum, { charge }) => sum + charge, 0)),
    placeOfService: '11',
    assignment: 'A',
    benefitsAssigned: 'Y',
    releaseOfInformation: 'Y',
  }));

/** The teeth of the fixtures with claims of any kind. */
export const dentalClaims: fc.Arbitrary<DentalClaims> = fc
  .array(claim, { minLength: 1, maxLength: 2 })
  .map(claims => ({
    ...TEETH,
    billing: TEETH.billing.map(billing => ({
      ...billing,
      subscribers: billing.subscribers.map(subscriber => ({ ...subscriber, claims })),
    })),
  }));

const reviewed = {
  traces: some(fc.record({ kind: fc.constantFrom('1', '2'), number: word(20) }), 2),
  references: some(fc.record({ qualifier: fc.constantFrom('BB', 'NT'), value: word(20) }), 2),
  dates: maybe(fc.tuple(date.map(on => ({ qualifier: '472', date: on })))),
  delivery: maybe(
    fc.record({ unit: fc.constantFrom('DY', 'VS'), quantity: fc.constantFrom('1', '12', '0.5') }),
  ),
  decision: maybe(
    fc.record({ action: fc.constantFrom('A1', 'A3', 'A6'), certificationNumber: maybe(word(12)) }),
  ),
  message: maybe(word(60)),
};

const event: fc.Arbitrary<PatientEvent> = fc.record({
  ...reviewed,
  review: fc.record({
    category: fc.constantFrom('AR', 'HS', 'SC'),
    certification: fc.constantFrom('I', 'R'),
    place: maybe(fc.record({ code: fc.constantFrom('11', '21'), kind: fc.constant('B') })),
  }),
  diagnoses: some(
    fc.record({ qualifier: fc.constant('ABF'), code: fc.constantFrom('I10', 'E119'), date: maybe(date) }),
    12,
  ),
  services: some(
    fc.record({
      ...reviewed,
      kind: fc.constantFrom('professional', 'institutional'),
      procedure: fc.constant({ qualifier: 'HC', code: 'G0439', modifiers: ['25'] }),
      charge: maybe(amount),
      unit: fc.constant('UN'),
      quantity: fc.constantFrom('1', '2.5'),
    }),
    3,
  ),
});

/** The review of the fixtures with events of any kind. */
export const servicesReviews: fc.Arbitrary<ServicesReview> = fc
  .tuple(fc.constantFrom('11', '13'), fc.array(event, { minLength: 1, maxLength: 3 }))
  .map(([purpose, events]) => ({
    ...REVIEW,
    purpose,
    reviewers: REVIEW.reviewers.map(reviewer => ({
      ...reviewer,
      requesters: reviewer.requesters.map(requester => ({
        ...requester,
        subscribers: requester.subscribers.map(subscriber => ({ ...subscriber, events })),
      })),
    })),
  }));
