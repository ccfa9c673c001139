import { cents } from '@spark-den/kernel';
import fc from 'fast-check';
import type {
  CodedDiagnosis,
  ClaimStatusRequest,
  ClaimStatusResponse,
  DatedCode,
  InstitutionalClaim,
  InstitutionalClaims,
  InstitutionalLine,
  PaymentStatus,
  StatusAnswer,
  StatusQuestion,
} from '../src/index.ts';
import { date, procedure, word } from './arbitraries.ts';
import { STATUS_ANSWER, STATUS_QUESTION, STAY } from './fixture-institution.ts';

const amount = fc.integer({ min: 1, max: 900_000 }).map(cents);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const list = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number) =>
  maybe(fc.array(arbitrary, { minLength: 1, maxLength }));
const icd = fc.constantFrom('I10', 'E119', 'S93401A', 'K3580');
const references = list(
  word(20).map(value => ({ qualifier: 'EA', value })),
  1,
);

const coded: fc.Arbitrary<CodedDiagnosis> = fc.record({
  code: icd,
  presentOnAdmission: maybe(fc.constantFrom('Y', 'N', 'U', 'W')),
});
const dated: fc.Arbitrary<DatedCode> = fc.record({ code: fc.constantFrom('11', '24', 'A1'), date });
const span: fc.Arbitrary<DatedCode> = fc
  .tuple(date, date)
  .map(([one, two]) => ({ code: '71', date: one < two ? one : two, until: one < two ? two : one }));

const line: fc.Arbitrary<InstitutionalLine> = fc.record({
  revenueCode: fc.constantFrom('0120', '0360', '0450'),
  procedure: maybe(procedure),
  charge: amount,
  unit: fc.constantFrom('UN', 'DA'),
  quantity: fc.constantFrom('1', '2.5', '10'),
  nonCovered: maybe(amount),
  serviceFrom: maybe(date),
  controlNumber: maybe(word(12)),
  amounts: list(
    amount.map(value => ({ qualifier: 'GT', amount: value })),
    1,
  ),
});

const claim: fc.Arbitrary<InstitutionalClaim> = fc
  .record({
    facilityType: fc.constantFrom('11', '13', '85'),
    frequency: fc.constantFrom('1', '7'),
    statement: span,
    delayReason: maybe(fc.constantFrom('1', '11')),
    estimatedPatientAmount: maybe(amount),
    references,
    notes: list(
      word(40).map(text => ({ code: 'ADD', text })),
      1,
    ),
    principalDiagnosis: coded,
    admittingDiagnosis: maybe(icd),
    reasonsForVisit: list(icd, 3),
    externalCauses: list(coded, 12),
    drg: maybe(fc.constant('343')),
    otherDiagnoses: list(coded, 24),
    procedures: list(
      date.map(on => ({ code: '0DTJ4ZZ', date: on })),
      5,
    ),
    occurrenceSpans: list(span, 24),
    occurrences: list(dated, 24),
    values: list(fc.record({ code: fc.constantFrom('80', 'A2'), amount }), 24),
    conditions: list(fc.constantFrom('C1', '09'), 24),
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    kept: list(word(20), 2),
  })
  .map(({ statement, kept, ...rest }) => ({
    patientControlNumber: 'H100',
    charge: cents(rest.lines.reduce((sum, each) => sum + each.charge, 0)),
    assignment: 'A',
    benefitsAssigned: 'Y',
    releaseOfInformation: 'Y',
    dates: [{ ...statement, code: undefined, qualifier: '434' }].map(({ qualifier, date: on, until }) => ({
      qualifier,
      date: on,
      until,
    })),
    admission: { type: '1', patientStatus: '01' },
    ...rest,
    unmodelled: kept?.map(text => ({
      loop: '2300',
      elements: ['K3', text],
      components: ':',
      repetitions: '^',
    })),
  }));

/** The stay of the fixtures with claims of any kind. */
export const institutionalClaims: fc.Arbitrary<InstitutionalClaims> = fc
  .array(claim, { minLength: 1, maxLength: 2 })
  .map(claims => ({
    ...STAY,
    billing: STAY.billing.map(billing => ({
      ...billing,
      subscribers: billing.subscribers.map(subscriber => ({ ...subscriber, claims })),
    })),
  }));

const question: fc.Arbitrary<StatusQuestion> = fc.record({
  trace: word(20),
  references: fc.array(
    word(20).map(value => ({ qualifier: 'EJ', value })),
    { maxLength: 1 },
  ),
  charge: maybe(amount),
  serviceFrom: maybe(date),
  lines: fc.array(
    fc.record({
      procedure,
      charge: amount,
      units: maybe(fc.constantFrom('1', '0.5')),
      controlNumber: maybe(word(12)),
      serviceFrom: date,
    }),
    { maxLength: 3 },
  ),
});

const status: fc.Arbitrary<PaymentStatus> = fc.record({
  statuses: fc.array(
    fc.constantFrom({ category: 'F1', code: '65' }, { category: 'P1', code: '20', entity: 'PR' }),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
  effectiveOn: date,
  amount: maybe(amount),
  paid: maybe(amount),
  adjudicatedOn: maybe(date),
  paidOn: maybe(date),
  checkNumber: maybe(word(12)),
});

const answer: fc.Arbitrary<StatusAnswer> = fc.record({
  trace: word(20),
  statuses: fc.array(status, { minLength: 1, maxLength: 3 }),
  references: fc.array(
    word(20).map(value => ({ qualifier: '1K', value })),
    { maxLength: 1 },
  ),
  serviceFrom: maybe(date),
  lines: fc.constant([]),
});

export const statusQuestions: fc.Arbitrary<ClaimStatusRequest> = fc
  .array(question, { minLength: 1, maxLength: 3 })
  .map(claims => withClaims(STATUS_QUESTION, claims));
export const statusAnswers: fc.Arbitrary<ClaimStatusResponse> = fc
  .array(answer, { minLength: 1, maxLength: 3 })
  .map(claims => withClaims(STATUS_ANSWER, claims));

function withClaims<Claim, File extends ClaimStatusRequest | ClaimStatusResponse>(
  file: File,
  claims: readonly Claim[],
): File {
  const payers = file.payers.map(payer => ({
    ...payer,
    receivers: payer.receivers.map(receiver => ({
      ...receiver,
      providers: receiver.providers.map(provider => ({
        ...provider,
        subscribers: provider.subscribers.map(subscriber => ({ ...subscriber, claims, dependants: [] })),
      })),
    })),
  }));
  return { ...file, payers } as unknown as File;
}
