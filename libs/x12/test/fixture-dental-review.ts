import { cents, localDate } from '@spark-den/kernel';
import type { DentalClaims, ServicesReview } from '../src/index.ts';
import { CLAIMS } from './fixture-claims.ts';
import { ADDRESS, ROSA, day, npi, rendering } from './fixture-people.ts';

const [BILLING] = CLAIMS.billing;
const [SUBSCRIBER] = BILLING?.subscribers ?? [];
if (!BILLING || !SUBSCRIBER) throw new Error('the claims of the fixtures have a subscriber');

/** A crown, and a plan of braces that the payer is only asked about. */
export const TEETH: DentalClaims = {
  ...CLAIMS,
  reference: 'D000000017',
  billing: [
    {
      ...BILLING,
      subscribers: [
        {
          ...SUBSCRIBER,
          dependants: [],
          claims: [
            {
              patientControlNumber: 'D100',
              charge: cents(104_450),
              placeOfService: '11',
              frequency: '1',
              providerSignature: true,
              assignment: 'A',
              benefitsAssigned: 'Y',
              releaseOfInformation: 'Y',
              dates: [{ qualifier: '472', date: day }],
              toothStatuses: [{ tooth: '1', status: 'M' }],
              references: [{ qualifier: 'D9', value: '1711' }],
              diagnoses: ['K0262'],
              providers: [{ role: '82', party: rendering, taxonomy: '1223G0001X' }],
              lines: [
                {
                  procedure: { qualifier: 'AD', code: 'D2750', modifiers: [] },
                  charge: cents(100_000),
                  placement: 'I',
                  quantity: '1',
                  diagnosisPointers: [1],
                  teeth: [{ number: '12', surfaces: ['M', 'O'] }],
                  serviceOn: day,
                  controlNumber: 'D100-1',
                },
                {
                  procedure: { qualifier: 'AD', code: 'D4341', modifiers: [] },
                  charge: cents(4_450),
                  cavities: ['10', '20'],
                },
              ],
            },
            {
              patientControlNumber: 'D101',
              charge: cents(400_000),
              placeOfService: '11',
              frequency: '1',
              providerSignature: true,
              assignment: 'A',
              benefitsAssigned: 'Y',
              releaseOfInformation: 'Y',
              predetermination: true,
              orthodontics: { months: '36', monthsRemaining: '24' },
              lines: [
                { procedure: { qualifier: 'AD', code: 'D8080', modifiers: [] }, charge: cents(400_000) },
              ],
            },
          ],
        },
      ],
    },
  ],
};

/** A stay with an operation, certified in part. */
export const REVIEW: ServicesReview = {
  purpose: '11',
  reference: 'R000000017',
  createdOn: day,
  createdAt: '1431',
  transactionType: '18',
  reviewers: [
    {
      organization: {
        role: 'X3',
        party: { kind: 'organization', name: 'CASCADE MUTUAL', idQualifier: 'PI', id: 'CASMU01' },
        contacts: [{ phone: '3125550100' }],
      },
      requesters: [
        {
          provider: {
            role: '1P',
            party: { kind: 'organization', name: 'HARBOR POINT', ...npi },
            address: ADDRESS,
            taxonomy: '207Q00000X',
          },
          subscribers: [
            {
              person: { party: ROSA, bornOn: localDate('1980-02-28'), sex: 'F' },
              events: [
                {
                  traces: [{ kind: '2', number: 'R17', originator: '9199000010' }],
                  review: {
                    category: 'AR',
                    certification: 'I',
                    serviceType: '2',
                    place: { code: '21', kind: 'B' },
                    levelOfService: '03',
                  },
                  decision: { action: 'A6', certificationNumber: 'AUTH0002' },
                  dates: [{ qualifier: '435', date: day }],
                  diagnoses: [
                    { qualifier: 'ABK', code: 'I2510', date: day },
                    { qualifier: 'ABF', code: 'E119' },
                  ],
                  delivery: { unit: 'DY', quantity: '5' },
                  message: 'CALL BEFORE DISCHARGE',
                  providers: [
                    { role: 'FA', party: { kind: 'organization', name: 'LAKE HOSPITAL', ...npi } },
                    { role: '71', party: rendering },
                  ],
                  services: [
                    {
                      review: { category: 'HS', certification: 'I', serviceType: '2' },
                      decision: { action: 'A3', reason: '0V' },
                      dates: [{ qualifier: '472', date: day }],
                      kind: 'institutional',
                      revenueCode: '0360',
                      procedure: { qualifier: 'HC', code: 'G0439', modifiers: [] },
                      providers: [{ role: 'SJ', party: rendering, taxonomy: '207Q00000X' }],
                    },
                    {
                      kind: 'professional',
                      procedure: { qualifier: 'HC', code: 'A0428', modifiers: ['RX'] },
                      charge: cents(12_345),
                      unit: 'UN',
                      quantity: '5',
                      delivery: { period: '29', periods: '2' },
                    },
                  ],
                },
              ],
              dependants: [
                {
                  person: {
                    party: { kind: 'person', name: 'KIM', firstName: 'NOAH' },
                    bornOn: localDate('2015-02-28'),
                    sex: 'M',
                    relation: '19',
                  },
                  events: [],
                  rejections: [{ loop: '2010D', valid: false, reason: '58', followUp: 'C' }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};
