import { administrationContract } from '@spark-den/contracts/administration/operations';
import type { Payer } from '@spark-den/contracts/administration/types';
import { integrationContract } from '@spark-den/contracts/integration/operations';
import type { EligibilityAnswer } from '@spark-den/contracts/integration/types';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import type { Client } from '@spark-den/contracts/client';
import type { InputOf } from '@spark-den/contracts/operation';
import { AppError } from '@spark-den/kernel';
import {
  fakeService,
  OTHER_PRACTICE_ID,
  person,
  PRACTICE_ID,
  startTestSystem,
  type TestSystem,
} from '@spark-den/testkit';
import type { z } from 'zod';
import { patientsService } from './service.ts';

export const CASCADE = '01900000-0000-7000-8003-000000000001';
export const MEDICARE = '01900000-0000-7000-8003-000000000002';
export const MEDICAID = '01900000-0000-7000-8003-000000000003';

const ADDRESS = {
  line1: '1 Payer Plaza',
  line2: null,
  city: 'Chicago',
  state: 'IL',
  postalCode: '606011234',
};

function payer(id: string, name: string, kind: Payer['kind'], ediId: string): z.input<typeof Payer> {
  return {
    id,
    name,
    kind,
    ediId,
    filingIndicator: { commercial: 'CI', medicare: 'MB', medicaid: 'MC' }[kind],
    address: ADDRESS,
    active: true,
    profile: {
      acceptedFrequencies: ['1'],
      deadlines: [],
      crossoverPayerId: null,
      acknowledgmentLagDays: 2,
      secondary: {
        acceptsElectronic: true,
        alwaysLast: kind === 'medicaid',
        patientOwesNothingAfter: kind === 'medicaid',
      },
    },
  };
}

const PAYERS = [
  payer(CASCADE, 'Cascade Mutual', 'commercial', 'CASMU01'),
  payer(MEDICARE, 'Federal Part B', 'medicare', 'FEDPB02'),
  payer(MEDICAID, 'State Medical Assistance', 'medicaid', 'STMED03'),
];

export type WireAnswer = z.input<typeof EligibilityAnswer>;
type Inquiry = z.output<(typeof integrationContract)['operations']['checkEligibility']['input']>;

/** What the clearinghouse says next: an answer, silence, or an outage. */
export interface Clearinghouse {
  answer: WireAnswer | 'silent' | 'down';
  readonly asked: Inquiry[];
}

export interface PatientsTest {
  readonly test: TestSystem;
  readonly clearinghouse: Clearinghouse;
  readonly frontDesk: Client<typeof patientsContract>;
  readonly manager: Client<typeof patientsContract>;
  readonly administrator: Client<typeof patientsContract>;
  /** The front desk of another practice. */
  readonly stranger: Client<typeof patientsContract>;
}

/** The service over real PostgreSQL, its neighbours answered by the test. */
export async function startPatients(options: { background?: boolean } = {}): Promise<PatientsTest> {
  const clearinghouse: Clearinghouse = { answer: 'silent', asked: [] };
  const test = await startTestSystem({
    services: [patientsService],
    fakes: [fakeAdministration(), fakeIntegration(clearinghouse)],
    background: options.background,
  });
  const as = (role: Parameters<typeof person>[0], practiceId?: string) =>
    test.as(patientsContract, person(role, [patientsContract], practiceId));
  return {
    test,
    clearinghouse,
    frontDesk: as('front-desk-coordinator'),
    manager: as('practice-manager'),
    administrator: as('practice-administrator'),
    stranger: as('front-desk-coordinator', OTHER_PRACTICE_ID),
  };
}

function fakeAdministration() {
  return fakeService(administrationContract, {
    getPractice: () => ({
      id: PRACTICE_ID,
      name: 'Harbor Point Family Medicine',
      zone: 'America/Chicago',
      billingNpi: '1990000105',
      taxId: '36-4000001',
      taxonomyCode: '207Q00000X',
      address: ADDRESS,
      phone: '8475550100',
      tradingPartner: {
        submitterId: 'HARBORPT',
        receiverId: 'BRIGHTCH',
        receiverName: 'Brightline Clearinghouse',
        contactName: 'Priya Raman',
        contactPhone: '8475550100',
      },
      policies: { missingChargeHours: 24, billHoldDays: 0 },
    }),
    getPayer: ({ payerId }) => {
      const found = PAYERS.find(({ id }) => id === payerId);
      if (!found) throw new AppError('not_found', 'administration.payer_not_found');
      return found;
    },
  });
}

let files = 0;

function fakeIntegration(clearinghouse: Clearinghouse) {
  const fileId = () => `01900000-0000-7000-80f1-${String((files += 1)).padStart(12, '0')}`;
  return fakeService(integrationContract, {
    checkEligibility: inquiry => {
      clearinghouse.asked.push(inquiry);
      const { answer } = clearinghouse;
      if (answer === 'down') throw new AppError('unavailable', 'platform.unavailable');
      if (answer === 'silent') {
        return { outcome: 'no-answer' as const, answer: null, requestFileId: fileId(), responseFileId: null };
      }
      return { outcome: 'answered' as const, answer, requestFileId: fileId(), responseFileId: fileId() };
    },
  });
}

export type Registration = InputOf<(typeof patientsContract)['operations']['registerPatient']>;

/** A person who resembles nobody but those with the same number. */
export function someone(
  number: number,
  changes: Partial<Registration['demographics']> = {},
): Registration['demographics'] {
  const families = [
    'Abernathy',
    'Bukowski',
    'Castellano',
    'Drummond',
    'Eisenberg',
    'Fitzgerald',
    'Goldstein',
  ];
  const givens = ['Wanda', 'Horatio', 'Philippa', 'Quentin', 'Ursula', 'Thaddeus', 'Beatrix', 'Leopold'];
  return {
    name: { family: families[number % 7] ?? '', given: givens[number % 8] ?? '' },
    birthDate: `19${String(40 + (number % 50))}-${String((number % 12) + 1).padStart(2, '0')}-${String((number % 27) + 1).padStart(2, '0')}`,
    sex: number % 2 === 0 ? 'female' : 'male',
    phones: [{ use: 'mobile', number: `312555${String(1000 + number).padStart(4, '0')}` }],
    address: {
      line1: `${100 + number} ${families[(number * 3) % 7] ?? ''} Street`,
      city: 'Evanston',
      state: 'IL',
      postalCode: '60201',
    },
    ...changes,
  };
}
