import { cents, localDate } from '@spark-den/kernel';
import {
  buildClaimAcknowledgement,
  buildEligibilityResponse,
  buildImplementationAcknowledgement,
  buildProfessionalClaims,
  buildRemittance,
  type ClaimAcknowledgement,
  type EligibilityResponse,
  type ImplementationAcknowledgement,
  type Remittance,
} from '../src/index.ts';
import { CLAIMS } from './fixture-claims.ts';
import { ROSA, day, npi, rendering } from './fixture-people.ts';
import { fileOf } from './writing.ts';

const REMITTANCE: Remittance = {
  handling: 'I',
  amount: cents(11200),
  creditOrDebit: 'C',
  method: 'CHK',
  paidOn: day,
  trace: 'CHK90001',
  traceOriginator: '1364000009',
  productionDate: day,
  payer: {
    name: 'CASCADE MUTUAL',
    address: { lines: ['1 MAIN STREET'], city: 'CHICAGO', state: 'IL', postalCode: '606010001' },
    references: [],
    contacts: [{ code: 'BL', name: 'EDI HELP', phone: '3125550100' }],
  },
  payee: {
    name: 'HARBOR POINT FAMILY MEDICINE',
    idQualifier: 'XX',
    id: '1990000105',
    references: [],
    contacts: [],
  },
  groups: [
    {
      number: '1',
      claims: [
        {
          patientControlNumber: 'V100',
          status: '1',
          charge: cents(18000),
          paid: cents(11500),
          patientResponsibility: cents(3000),
          filingIndicator: '12',
          payerControlNumber: 'ICN0000001',
          adjustments: [{ group: 'OA', reason: '23', amount: cents(500) }],
          patient: ROSA,
          remarks: ['MA01'],
          references: [],
          dates: [],
          contacts: [],
          amounts: [],
          quantities: [],
          lines: [
            {
              procedure: { qualifier: 'HC', code: '99213', modifiers: ['25'] },
              charge: cents(18000),
              paid: cents(12000),
              serviceFrom: day,
              adjustments: [
                { group: 'CO', reason: '45', amount: cents(3000) },
                { group: 'PR', reason: '3', amount: cents(3000) },
              ],
              controlNumber: 'V100L1',
              references: [],
              amounts: [{ qualifier: 'B6', amount: cents(15000) }],
              quantities: [],
              remarks: ['N130'],
            },
          ],
        },
      ],
    },
  ],
  providerAdjustments: [
    {
      providerId: '1990000105',
      fiscalPeriodEnd: localDate('2026-12-31'),
      reason: 'WO',
      reference: 'V050',
      amount: cents(400),
    },
    { providerId: '1990000105', fiscalPeriodEnd: localDate('2026-12-31'), reason: 'L6', amount: cents(-100) },
  ],
};

const ACKNOWLEDGEMENT: ClaimAcknowledgement = {
  reference: 'CA0001',
  createdOn: day,
  createdAt: '1000',
  sourceRole: 'PR',
  source: { kind: 'organization', name: 'CASCADE MUTUAL', idQualifier: 'PI', id: 'CASMU01' },
  sourceTrace: 'T1',
  receivedOn: day,
  processedOn: day,
  receivers: [
    {
      receiver: { kind: 'organization', name: 'HARBOR POINT', idQualifier: '46', id: 'HARBORPT' },
      batchReference: 'BATCH17',
      statuses: [
        {
          statuses: [{ category: 'A1', code: '19', entity: 'PR' }],
          effectiveOn: day,
          action: 'WQ',
          amount: cents(18000),
        },
      ],
      acceptedClaims: 1,
      acceptedAmount: cents(18000),
      providers: [
        {
          provider: { kind: 'organization', name: 'HARBOR POINT FAMILY MEDICINE', ...npi },
          trace: '0',
          statuses: [
            { statuses: [{ category: 'A1', code: '19', entity: 'PR' }], action: 'WQ', amount: cents(18000) },
          ],
          references: [],
          claims: [
            {
              patient: ROSA,
              patientControlNumber: 'V100',
              statuses: [
                {
                  statuses: [{ category: 'A2', code: '20' }],
                  effectiveOn: day,
                  action: 'WQ',
                  amount: cents(18000),
                },
              ],
              references: [{ qualifier: '1K', value: 'ICN0000001' }],
              serviceFrom: day,
              lines: [],
            },
          ],
        },
      ],
    },
  ],
};

const SYNTAX: ImplementationAcknowledgement = {
  functionalId: 'HC',
  groupControl: '17',
  groupVersion: '005010X222A1',
  transactions: [
    {
      set: '837',
      control: '0001',
      version: '005010X222A1',
      verdict: 'R',
      codes: ['5'],
      errors: [
        {
          segment: 'CLM',
          position: 20,
          loop: '2300',
          code: '8',
          businessUnit: { name: 'CLM01', value: 'V100' },
          elements: [{ element: 2, dataElement: '782', code: 'I12', badValue: '181' }],
        },
      ],
    },
  ],
  verdict: 'R',
  included: 1,
  received: 1,
  accepted: 0,
  codes: [],
};

const ELIGIBILITY: EligibilityResponse = {
  reference: 'E000000017',
  createdOn: day,
  createdAt: '0930',
  rejections: [],
  payer: { kind: 'organization', name: 'CASCADE MUTUAL', idQualifier: 'PI', id: 'CASMU01' },
  payerContacts: [],
  provider: { kind: 'organization', name: 'HARBOR POINT', ...npi },
  subjects: [
    {
      traces: [{ number: 'E000000017', originator: '9199000010' }],
      subscriber: { party: ROSA, bornOn: localDate('1979-11-25'), sex: 'F' },
      dates: [{ qualifier: '346', date: localDate('2026-01-01') }],
      rejections: [],
      benefits: [
        {
          information: 'B',
          coverageLevel: 'IND',
          serviceTypes: ['30', '98'],
          period: '27',
          amount: cents(2500),
          inNetwork: 'Y',
          references: [],
          dates: [],
          messages: ['PER VISIT'],
          rejections: [],
          related: [{ role: 'P3', party: rendering, contacts: [] }],
        },
        {
          information: 'A',
          serviceTypes: ['30'],
          fraction: '0.2',
          references: [],
          dates: [],
          messages: [],
          rejections: [],
          related: [],
        },
      ],
    },
  ],
};

/** One valid file of each kind, made by our own writer. */
export const FIXTURES = {
  '837P': fileOf('HC', '005010X222A1', [buildProfessionalClaims(CLAIMS, '0001')]),
  '835': fileOf('HP', '005010X221A1', [buildRemittance(REMITTANCE, '0001')]),
  '277CA': fileOf('HN', '005010X214', [buildClaimAcknowledgement(ACKNOWLEDGEMENT, '0001')]),
  '999': fileOf('FA', '005010X231A1', [buildImplementationAcknowledgement(SYNTAX, '0001')]),
  '271': fileOf('HB', '005010X279A1', [buildEligibilityResponse(ELIGIBILITY, '0001')]),
} as const;

export const MODELS = { CLAIMS, REMITTANCE, ACKNOWLEDGEMENT, SYNTAX, ELIGIBILITY } as const;
