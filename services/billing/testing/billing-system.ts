import { administrationContract } from '@spark-den/contracts/administration/operations';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import { integrationContract } from '@spark-den/contracts/integration/operations';
import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import type { Payer, Practice } from '@spark-den/contracts/administration/types';
import { localDate } from '@spark-den/kernel';
import { documentsService } from '@spark-den/documents-service';
import {
  fakeService,
  PRACTICE_ID,
  startTestSystem,
  type TestSystem,
  type TestSystemOptions,
} from '@spark-den/testkit';
import type { BillingContext } from '../context.ts';
import { billingService } from '../service.ts';

export const PAYER = '01900000-0000-7000-8003-000000000001';
export const MEDICAID = '01900000-0000-7000-8003-000000000003';
export const PROVIDER = '01900000-0000-7000-8002-000000000001';
export const LOCATION = '01900000-0000-7000-8001-000000000001';

const ADDRESS = {
  line1: '410 Lakeshore Drive',
  line2: null,
  city: 'Evanston',
  state: 'IL',
  postalCode: '602014410',
};

const practice = (id: string): Practice =>
  ({
    id,
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
      contactName: 'Billing',
      contactPhone: '8475550101',
    },
    policies: { missingChargeHours: 48, billHoldDays: 0 },
  }) as Practice;

const payer = (id: string, name: string, ediId: string, kind: Payer['kind']) =>
  ({
    id,
    name,
    kind,
    ediId,
    filingIndicator: 'CI',
    address: ADDRESS,
    active: true,
    profile: {
      acceptedFrequencies: ['1', '7', '8'],
      deadlines: [
        {
          kind: 'appeal',
          starts: 'remittance-date',
          length: 90,
          unit: 'days',
          source: 'test contract',
          effectiveFrom: localDate('2020-01-01'),
        },
      ],
      crossoverPayerId: null,
      acknowledgmentLagDays: 5,
      secondary: {
        acceptsElectronic: true,
        alwaysLast: kind === 'medicaid',
        patientOwesNothingAfter: kind === 'medicaid',
      },
      refusedModifiers: [],
      maxLinesPerClaim: 50,
    },
  }) satisfies Payer;

export const PAYERS = [
  payer(PAYER, 'Cascade Mutual', 'CASMU01', 'commercial'),
  payer(MEDICAID, 'State Medical Assistance', 'STMED03', 'medicaid'),
];

export type BillingTest = TestSystem;

/** Billing and documents over real PostgreSQL; its other neighbours answer as the test practice. */
export async function startBilling(options: Partial<TestSystemOptions> = {}): Promise<BillingTest> {
  const given = options.fakes ?? [];
  const fakes = neighbours().filter(
    ({ contract }) => !given.some(fake => fake.contract.name === contract.name),
  );
  return startTestSystem({
    services: [billingService, documentsService],
    ...options,
    fakes: [...given, ...fakes],
  });
}

function neighbours() {
  return [
    fakeService(administrationContract, {
      getPractice: (_, call) =>
        practice(call.credential.kind === 'service' ? call.credential.principal.practiceId : PRACTICE_ID),
      listPayers: () => ({ items: PAYERS, nextCursor: null }),
      getPayer: ({ payerId }) => PAYERS.find(({ id }) => id === payerId) ?? PAYERS[0]!,
    }),
    fakeService(patientsContract, {
      getPatientForClaim: ({ patientId }) => ({
        patientId,
        mrn: '100042',
        name: { given: 'Ada', family: 'Quill', middle: null, suffix: null },
        birthDate: '1970-04-02',
        sex: 'female' as const,
        address: ADDRESS,
        mailingAddress: ADDRESS,
        phone: null,
        email: null,
        coverages: [],
        consents: { releaseOfInformation: true, assignmentOfBenefits: true },
      }),
    }),
    fakeService(integrationContract, {}),
    anyAppointment(),
  ];
}

/** Scheduling as far as billing asks it: whether an appointment is there. */
export function anyAppointment() {
  return {
    ...fakeService(schedulingContract, {}),
    dispatch: async () => ({ status: 200, contentType: 'application/json' as const, body: '{}' }),
  };
}

/** Runs work as billing itself, in a transaction of the test practice. */
export function inBilling<T>(
  test: BillingTest,
  work: (context: BillingContext) => Promise<T>,
  practiceId = PRACTICE_ID,
): Promise<T> {
  const runtime = test.system.runtimes.get('billing');
  if (!runtime) throw new Error('billing does not run');
  return runtime.worker.inPractice(practiceId, 'test', context => work(context as BillingContext));
}
