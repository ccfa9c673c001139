import { cents, localDate } from '@spark-den/kernel';
import type { ClaimStatusRequest, ClaimStatusResponse, InstitutionalClaims } from '../src/index.ts';
import { ADDRESS, ROSA, day, npi, rendering } from './fixture-people.ts';

const HOSPITAL = { kind: 'organization' as const, name: 'HARBOR POINT HOSPITAL', ...npi };
const PAYER = { kind: 'organization' as const, name: 'CASCADE MUTUAL', idQualifier: 'PI', id: 'CASMU01' };

/** An inpatient stay with procedures, occurrences and values. */
export const STAY: InstitutionalClaims = {
  reference: 'BATCH18',
  createdOn: localDate('2026-11-20'),
  createdAt: '0930',
  purpose: '00',
  usage: 'CH',
  submitter: {
    party: { kind: 'organization', name: 'HARBOR POINT', idQualifier: '46', id: 'HARBORPT' },
    contacts: [{ name: 'BILLING OFFICE', phone: '8475550100' }],
  },
  receiver: { kind: 'organization', name: 'BRIGHTLINE', idQualifier: '46', id: 'BRIGHTCH' },
  billing: [
    {
      provider: {
        party: HOSPITAL,
        address: ADDRESS,
        taxonomy: '282N00000X',
        taxId: { qualifier: 'EI', value: '364000001' },
      },
      subscribers: [
        {
          rank: 'P',
          filingIndicator: 'CI',
          subscriber: { party: ROSA, address: ADDRESS, bornOn: localDate('1979-11-25'), sex: 'F' },
          payer: { party: PAYER },
          dependants: [],
          claims: [
            {
              patientControlNumber: 'H100',
              charge: cents(1250000),
              facilityType: '11',
              frequency: '1',
              assignment: 'A',
              benefitsAssigned: 'Y',
              releaseOfInformation: 'Y',
              dates: [
                { qualifier: '096', time: '1100' },
                { qualifier: '434', date: localDate('2026-11-14'), until: day },
                { qualifier: '435', date: localDate('2026-11-14'), time: '1430' },
              ],
              admission: { type: '1', source: '1', patientStatus: '01' },
              principalDiagnosis: { code: 'K3580', presentOnAdmission: 'Y' },
              admittingDiagnosis: 'R1031',
              otherDiagnoses: [{ code: 'I10', presentOnAdmission: 'Y' }, { code: 'E119' }],
              drg: '343',
              procedures: [
                { code: '0DTJ4ZZ', date: localDate('2026-11-15') },
                { code: '3E0T3BZ', date: localDate('2026-11-15') },
              ],
              occurrenceSpans: [
                { code: '71', date: localDate('2026-10-01'), until: localDate('2026-10-04') },
              ],
              occurrences: [{ code: '11', date: localDate('2026-11-13') }],
              values: [{ code: '80', amount: cents(200) }],
              conditions: ['C1'],
              providers: [{ role: '71', party: rendering, taxonomy: '207Q00000X' }],
              lines: [
                { revenueCode: '0120', charge: cents(400000), unit: 'DA', quantity: '2' },
                {
                  revenueCode: '0360',
                  procedure: { qualifier: 'HC', code: '44970', modifiers: [] },
                  charge: cents(850000),
                  unit: 'UN',
                  quantity: '1',
                  nonCovered: cents(1000),
                  serviceFrom: localDate('2026-11-15'),
                  controlNumber: 'H100L2',
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

const CLINIC = { kind: 'organization' as const, name: 'HARBOR POINT', ...npi };
const ASKER = { kind: 'organization' as const, name: 'HARBOR POINT', idQualifier: '46', id: 'HARBORPT' };
const LINE = {
  procedure: { qualifier: 'HC', code: '99213', modifiers: ['25'] },
  charge: cents(16500),
  units: '1',
  controlNumber: 'V100L1',
  serviceFrom: day,
};

export const STATUS_QUESTION: ClaimStatusRequest = {
  reference: 'Q1',
  createdOn: day,
  createdAt: '0930',
  payers: [
    {
      payer: PAYER,
      receivers: [
        {
          receiver: ASKER,
          providers: [
            {
              provider: CLINIC,
              subscribers: [
                {
                  party: ROSA,
                  bornOn: localDate('1979-11-25'),
                  sex: 'F',
                  claims: [
                    {
                      trace: 'T100',
                      references: [{ qualifier: 'EJ', value: 'V100' }],
                      charge: cents(18000),
                      serviceFrom: day,
                      lines: [LINE],
                    },
                  ],
                  dependants: [
                    {
                      party: { kind: 'person', name: 'KIM', firstName: 'NOAH' },
                      bornOn: localDate('2015-02-28'),
                      sex: 'M',
                      claims: [{ trace: 'T101', references: [], lines: [] }],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

const PAID = {
  statuses: [{ category: 'F1', code: '65' }],
  effectiveOn: day,
  amount: cents(18000),
  paid: cents(11500),
  adjudicatedOn: day,
  paidOn: localDate('2026-11-20'),
  checkNumber: 'EFT7701',
};

export const STATUS_ANSWER: ClaimStatusResponse = {
  reference: 'A1',
  createdOn: day,
  createdAt: '1200',
  payers: [
    {
      payer: PAYER,
      receivers: [
        {
          receiver: ASKER,
          providers: [
            {
              provider: CLINIC,
              subscribers: [
                {
                  party: ROSA,
                  dependants: [],
                  claims: [
                    {
                      trace: 'T100',
                      statuses: [PAID],
                      references: [{ qualifier: '1K', value: 'ICN0000001' }],
                      serviceFrom: day,
                      serviceTo: day,
                      lines: [
                        {
                          ...LINE,
                          paid: cents(11500),
                          statuses: [{ statuses: PAID.statuses, effectiveOn: day }],
                        },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};
