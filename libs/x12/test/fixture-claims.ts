import { cents, localDate } from '@spark-den/kernel';
import type { ProfessionalClaims } from '../src/index.ts';
import { ADDRESS, ROSA, day, npi, rendering } from './fixture-people.ts';

/** Two claims: one to a second payer with what the first decided, one of a dependant that replaces another. */
export const CLAIMS: ProfessionalClaims = {
  reference: 'BATCH17',
  createdOn: day,
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
        party: { kind: 'organization', name: 'HARBOR POINT FAMILY MEDICINE', ...npi },
        address: ADDRESS,
        taxonomy: '207Q00000X',
        taxId: { qualifier: 'EI', value: '364000001' },
      },
      subscribers: [
        {
          rank: 'S',
          filingIndicator: 'MC',
          subscriber: { party: ROSA, address: ADDRESS, bornOn: localDate('1979-11-25'), sex: 'F' },
          payer: { party: { kind: 'organization', name: 'STATE MEDICAL', idQualifier: 'PI', id: 'STMED03' } },
          dependants: [],
          claims: [
            {
              patientControlNumber: 'V100',
              charge: cents(18000),
              placeOfService: '11',
              frequency: '1',
              providerSignature: true,
              assignment: 'A',
              benefitsAssigned: 'Y',
              releaseOfInformation: 'Y',
              diagnoses: ['I10', 'E119'],
              providers: [{ role: '82', party: rendering, taxonomy: '207Q00000X' }],
              otherPayers: [
                {
                  rank: 'P',
                  relation: '18',
                  filingIndicator: 'CI',
                  amounts: [{ qualifier: 'D', amount: cents(10000) }],
                  benefitsAssigned: 'Y',
                  releaseOfInformation: 'Y',
                  subscriber: { party: { ...ROSA, id: 'CMW000003' } },
                  payer: {
                    party: { kind: 'organization', name: 'CASCADE MUTUAL', idQualifier: 'PI', id: 'CASMU01' },
                  },
                },
              ],
              lines: [
                {
                  procedure: { qualifier: 'HC', code: '99213', modifiers: ['25'] },
                  charge: cents(16500),
                  unit: 'UN',
                  quantity: '1',
                  diagnosisPointers: [1, 2],
                  serviceFrom: day,
                  controlNumber: 'V100L1',
                  adjudications: [
                    {
                      payerId: 'CASMU01',
                      paid: cents(9000),
                      procedure: { qualifier: 'HC', code: '99213', modifiers: ['25'] },
                      units: '1',
                      adjustments: [
                        { group: 'CO', reason: '45', amount: cents(4500) },
                        { group: 'PR', reason: '3', amount: cents(3000) },
                      ],
                      adjudicatedOn: localDate('2026-11-20'),
                    },
                  ],
                },
                {
                  procedure: { qualifier: 'HC', code: '36415', modifiers: [] },
                  charge: cents(1500),
                  unit: 'UN',
                  quantity: '1',
                  diagnosisPointers: [1],
                  serviceFrom: day,
                  controlNumber: 'V100L2',
                  adjudications: [
                    {
                      payerId: 'CASMU01',
                      paid: cents(1000),
                      procedure: { qualifier: 'HC', code: '36415', modifiers: [] },
                      units: '1',
                      adjustments: [{ group: 'CO', reason: '45', amount: cents(500) }],
                      adjudicatedOn: localDate('2026-11-20'),
                    },
                  ],
                },
              ],
            },
          ],
        },
        {
          rank: 'P',
          groupNumber: 'GROUP1',
          filingIndicator: 'CI',
          subscriber: { party: { ...ROSA, name: 'KIM', id: 'CMW000009' } },
          payer: {
            party: { kind: 'organization', name: 'CASCADE MUTUAL', idQualifier: 'PI', id: 'CASMU01' },
          },
          claims: [],
          dependants: [
            {
              relation: '19',
              patient: {
                party: { kind: 'person', name: 'KIM', firstName: 'NOAH' },
                address: ADDRESS,
                bornOn: localDate('2015-02-28'),
                sex: 'M',
              },
              claims: [
                {
                  patientControlNumber: 'V101',
                  charge: cents(5500),
                  placeOfService: '11',
                  frequency: '7',
                  providerSignature: true,
                  assignment: 'A',
                  benefitsAssigned: 'Y',
                  releaseOfInformation: 'Y',
                  relatedCauses: { causes: ['AA'], state: 'IL' },
                  dates: [{ qualifier: '439', date: localDate('2026-11-01') }],
                  references: [{ qualifier: 'F8', value: 'ICN0000001' }],
                  diagnoses: ['S93401A'],
                  lines: [
                    {
                      procedure: { qualifier: 'HC', code: 'G2212', modifiers: [] },
                      charge: cents(5500),
                      unit: 'UN',
                      quantity: '1',
                      diagnosisPointers: [1],
                      serviceFrom: day,
                      controlNumber: 'V101L1',
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
