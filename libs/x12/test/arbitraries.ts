import { addDays, cents, localDate, type Cents, type LocalDate } from '@spark-den/kernel';
import fc from 'fast-check';
import type {
  Address,
  Adjustment,
  BillingProvider,
  LineAdjudication,
  OtherPayer,
  Party,
  Person,
  Procedure,
  ProfessionalClaim,
  ProfessionalClaims,
  ProfessionalLine,
  Remittance,
  RemittanceClaim,
  RemittanceLine,
  SubscriberClaims,
} from '../src/index.ts';

const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const text = (letters: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...letters), minLength, maxLength });

/** Text as it may stand in an element: capitals, digits, inner blanks; never a delimiter. */
export const word = (max: number) =>
  fc
    .tuple(fc.constantFrom(...CAPITALS), text(`${CAPITALS}0123456789 '&/.-`, 0, max - 1))
    .map(([first, rest]) => `${first}${rest}`.trim());
const code = (length: number) => text(`${CAPITALS}0123456789`, length, length);
const digits = (length: number) => text('0123456789', length, length);
export const date: fc.Arbitrary<LocalDate> = fc
  .integer({ min: 0, max: 3_000 })
  .map(days => addDays(localDate('2018-01-01'), days));
const amount = (max = 500_000) => fc.integer({ min: 1, max }).map(cents);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const defined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
/** A record whose optional keys are absent rather than undefined, as the parsers make them. */
const record = <T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record(shape).map(value => defined(value as T));

export const address: fc.Arbitrary<Address> = record({
  lines: fc.array(word(40), { minLength: 1, maxLength: 2 }),
  city: fc.constantFrom('EVANSTON', 'SKOKIE', 'ST LOUIS'),
  state: fc.constantFrom('IL', 'MO', 'TX'),
  postalCode: digits(8).map(rest => `6${rest}`),
});

const person: fc.Arbitrary<Party> = record({
  kind: fc.constant<'person'>('person'),
  name: word(20),
  firstName: word(12),
  middleName: optional(word(3)),
});
const withId = (
  party: fc.Arbitrary<Party>,
  idQualifier: string,
  id: fc.Arbitrary<string>,
): fc.Arbitrary<Party> => fc.tuple(party, id).map(([value, text]) => ({ ...value, idQualifier, id: text }));
const organization: fc.Arbitrary<Party> = word(30).map(name => ({ kind: 'organization', name }));
const npi = fc.constantFrom('1990000105', '1990000204', '1990000303');

export const procedure: fc.Arbitrary<Procedure> = record({
  qualifier: fc.constant('HC'),
  code: fc.constantFrom('99213', 'G0439', '36415', 'J1885'),
  modifiers: fc.array(code(2), { maxLength: 4 }),
});

const reason = fc.constantFrom('45', '1', '2', '3', '96', '253');
const adjustment = (groups: readonly Adjustment['group'][]): fc.Arbitrary<Adjustment> =>
  record({
    group: fc.constantFrom(...groups),
    reason,
    amount: amount(20_000),
    quantity: optional(fc.constantFrom('1', '2', '0.5')),
  });
const GROUPS = ['CO', 'OA', 'PI', 'PR'] as const;
/** Adjustments in the order in which segments carry them: by group. */
const adjustments = (max: number): fc.Arbitrary<readonly Adjustment[]> =>
  fc
    .array(adjustment(GROUPS), { maxLength: max })
    .map(list => [...list].sort((a, b) => a.group.localeCompare(b.group)));
const total = (list: readonly Adjustment[]) => list.reduce((sum, entry) => sum + entry.amount, 0);

const provider: fc.Arbitrary<BillingProvider> = record({
  party: withId(organization, 'XX', npi),
  address,
  taxonomy: optional(fc.constant('207Q00000X')),
  taxId: digits(9).map(value => ({ qualifier: 'EI', value })),
  payTo: optional(address),
});
const subscriber: fc.Arbitrary<Person> = record({
  party: withId(person, 'MI', code(9)),
  address,
  bornOn: date,
  sex: fc.constantFrom('F', 'M', 'U'),
});
const payer = withId(organization, 'PI', code(6)).map(party => ({ party }));

interface PriorDecision {
  readonly payerId: string;
  readonly on: LocalDate;
}

const line = (prior: PriorDecision | undefined): fc.Arbitrary<ProfessionalLine> =>
  fc
    .record({
      procedure,
      unit: fc.constant<'UN'>('UN'),
      quantity: fc.constantFrom('1', '2', '2.5'),
      diagnosisPointers: fc.uniqueArray(fc.constantFrom(1, 2), { minLength: 1 }),
      emergency: fc.option(fc.constant(true), { nil: undefined }),
      serviceFrom: date,
      days: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
      controlNumber: optional(code(12)),
      note: optional(word(30).map(text => ({ code: 'ADD', text }))),
      paid: amount(),
      decision: adjustments(8),
    })
    .map(({ paid, decision, days, ...rest }) =>
      defined<ProfessionalLine>({
        ...rest,
        serviceTo: days === undefined ? undefined : addDays(rest.serviceFrom, days),
        charge: cents(paid + total(decision)),
        adjudications: prior && [adjudication(prior, rest.procedure, paid, decision)],
      }),
    );

function adjudication(
  prior: PriorDecision,
  service: Procedure,
  paid: Cents,
  decision: readonly Adjustment[],
): LineAdjudication {
  return {
    payerId: prior.payerId,
    paid,
    procedure: service,
    units: '1',
    adjustments: decision,
    adjudicatedOn: prior.on,
  };
}

const claim: fc.Arbitrary<ProfessionalClaim> = fc
  .option(fc.record({ payerId: code(5), on: date }), { nil: undefined })
  .chain(prior =>
    fc
      .record({
        patientControlNumber: code(10),
        frequency: fc.constantFrom('1', '7'),
        diagnoses: fc.constantFrom(['I10', 'E119'], ['Z0000', 'M5450', 'R05']),
        accident: optional(fc.constant({ causes: ['AA'], state: 'IL' })),
        onset: optional(date),
        patientPaid: optional(amount(2_500)),
        rendering: optional(withId(person, 'XX', npi)),
        lines: fc.array(line(prior), { minLength: 1, maxLength: 4 }),
        other: fc.record({ subscriber: withId(person, 'MI', code(9)), name: word(20) }),
      })
      .map(({ accident, onset, rendering, other, lines, ...rest }) =>
        defined<ProfessionalClaim>({
          ...rest,
          charge: cents(lines.reduce((sum, entry) => sum + entry.charge, 0)),
          placeOfService: '11',
          providerSignature: true,
          assignment: 'A',
          benefitsAssigned: 'Y',
          releaseOfInformation: 'Y',
          relatedCauses: accident,
          dates: onset && [{ qualifier: '431', date: onset }],
          references: rest.frequency === '7' ? [{ qualifier: 'F8', value: 'PAYERCLAIM1' }] : undefined,
          providers: rendering && [{ role: '82', party: rendering, taxonomy: '207Q00000X' }],
          otherPayers: prior && [otherPayer(prior, other.subscriber, other.name, lines)],
          lines,
        }),
      ),
  );

function otherPayer(
  prior: PriorDecision,
  insured: Party,
  name: string,
  lines: readonly ProfessionalLine[],
): OtherPayer {
  const paid = lines.reduce((sum, entry) => sum + (entry.adjudications?.[0]?.paid ?? 0), 0);
  return {
    rank: 'P',
    relation: '18',
    filingIndicator: 'CI',
    amounts: [{ qualifier: 'D', amount: cents(paid) }],
    benefitsAssigned: 'Y',
    releaseOfInformation: 'Y',
    subscriber: { party: insured },
    payer: { party: { kind: 'organization', name, idQualifier: 'PI', id: prior.payerId } },
  };
}

const subscriberClaims: fc.Arbitrary<SubscriberClaims> = fc
  .record({
    subscriber,
    payer,
    groupNumber: optional(code(6)),
    filingIndicator: fc.constantFrom('CI', 'MC', 'BL'),
    claims: fc.array(claim, { minLength: 1, maxLength: 2 }),
    dependant: fc.option(
      fc.record({ relation: fc.constantFrom('01', '19', 'G8'), patient: person, address, bornOn: date }),
      { nil: undefined },
    ),
  })
  .map(({ dependant, claims, ...rest }) =>
    defined<SubscriberClaims>({
      ...rest,
      rank: claims.some(entry => entry.otherPayers) || dependant ? 'S' : 'P',
      claims: dependant ? [] : claims,
      dependants: dependant
        ? [
            {
              relation: dependant.relation,
              patient: {
                party: dependant.patient,
                address: dependant.address,
                bornOn: dependant.bornOn,
                sex: 'F',
              },
              claims,
            },
          ]
        : [],
    }),
  );

/** 837P models that satisfy guide and situations. */
export const professionalClaims: fc.Arbitrary<ProfessionalClaims> = fc
  .record({
    reference: code(12),
    createdOn: date,
    createdAt: fc.constantFrom('0000', '0930', '2359'),
    billing: fc.array(
      fc.record({ provider, subscribers: fc.array(subscriberClaims, { minLength: 1, maxLength: 2 }) }),
      { minLength: 1, maxLength: 2 },
    ),
    submitter: word(20),
    receiver: word(20),
  })
  .map(({ submitter, receiver, ...rest }) => ({
    ...rest,
    purpose: '00',
    usage: 'CH',
    submitter: {
      party: { kind: 'organization', name: submitter, idQualifier: '46', id: 'HARBORPT' },
      contacts: [{ name: 'BILLING OFFICE', phone: '8475550100', email: 'BILLING@HARBORPOINT.EXAMPLE' }],
    },
    receiver: { kind: 'organization', name: receiver, idQualifier: '46', id: 'BRIGHTCH' },
  }));

const remittanceLine: fc.Arbitrary<RemittanceLine> = fc
  .record({
    procedure,
    submittedProcedure: optional(procedure),
    paid: amount(50_000),
    adjustments: adjustments(9),
    paidUnits: optional(fc.constantFrom('1', '2.5')),
    serviceFrom: date,
    days: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    controlNumber: optional(code(10)),
    allowed: optional(amount(60_000)),
    remarks: fc.array(fc.constantFrom('N130', 'M15', 'MA01'), { maxLength: 2 }),
  })
  .map(({ days, allowed, ...rest }) =>
    defined<RemittanceLine>({
      ...rest,
      charge: cents(rest.paid + total(rest.adjustments)),
      serviceTo: days === undefined ? undefined : addDays(rest.serviceFrom, days),
      references: [],
      amounts: allowed === undefined ? [] : [{ qualifier: 'B6', amount: allowed }],
      quantities: [],
    }),
  );

const remittanceClaim: fc.Arbitrary<RemittanceClaim> = fc
  .record({
    patientControlNumber: code(10),
    status: fc.constantFrom('1', '2', '4'),
    filingIndicator: fc.constantFrom('12', 'MB', 'MC'),
    payerControlNumber: code(13),
    adjustments: adjustments(3),
    patient: withId(person, 'MI', code(9)),
    remarks: fc.array(fc.constantFrom('MA01', 'MA18'), { maxLength: 2 }),
    received: optional(date),
    lines: fc.array(remittanceLine, { minLength: 1, maxLength: 3 }),
  })
  .map(({ received, ...rest }) => {
    const charge = rest.lines.reduce((sum, entry) => sum + entry.charge, 0) + total(rest.adjustments);
    const paid = rest.lines.reduce((sum, entry) => sum + entry.paid, 0);
    return defined<RemittanceClaim>({
      ...rest,
      charge: cents(charge),
      paid: cents(paid),
      references: [],
      dates: received === undefined ? [] : [{ qualifier: '050', date: received }],
      contacts: [],
      amounts: [],
      quantities: [],
    });
  });

/** Balanced 835 models, with money taken and given back at provider level. */
export const remittance: fc.Arbitrary<Remittance> = fc
  .record({
    claims: fc.array(remittanceClaim, { minLength: 1, maxLength: 4 }),
    plb: fc.array(
      fc.record({
        reason: fc.constantFrom('WO', 'FB', 'L6', '72'),
        reference: optional(code(8)),
        amount: fc.integer({ min: -300, max: 0 }),
      }),
      // more than six make a second PLB, which the independent validator cannot take
      { maxLength: 6 },
    ),
    payer: word(25),
    payee: word(25),
    trace: code(12),
    paidOn: date,
  })
  .map(({ claims, plb, payer: payerName, payee, trace, paidOn }) => {
    const paid = claims.reduce((sum, entry) => sum + entry.paid, 0);
    const taken = plb.reduce((sum, entry) => sum + entry.amount, 0);
    return {
      handling: 'I',
      amount: cents(paid - taken),
      creditOrDebit: 'C',
      method: 'CHK',
      paidOn,
      trace,
      traceOriginator: '1364000001',
      productionDate: paidOn,
      payer: {
        name: payerName,
        address: { lines: ['1 MAIN STREET'], city: 'CHICAGO', state: 'IL', postalCode: '60601' },
        references: [],
        contacts: [{ code: 'BL', name: 'EDI HELP', phone: '3125550100' }],
      },
      payee: { name: payee, idQualifier: 'XX', id: '1990000105', references: [], contacts: [] },
      groups: [{ number: '1', claims }],
      providerAdjustments: plb.map(entry =>
        defined({
          providerId: '1990000105',
          fiscalPeriodEnd: localDate('2026-12-31'),
          ...entry,
          amount: cents(entry.amount),
        }),
      ),
    };
  });
