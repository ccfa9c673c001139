import { administrationContract } from '@spark-den/contracts/administration/operations';
import { integrationContract } from '@spark-den/contracts/integration/operations';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import type { PatientForClaim } from '@spark-den/contracts/patients/coverage-types';
import type { billingContract } from '@spark-den/contracts/billing/operations';
import type { InputOf } from '@spark-den/contracts/operation';
import { administrationService } from '@spark-den/administration-service';
import { documentsService } from '@spark-den/documents-service';
import { AppError, localDate } from '@spark-den/kernel';
import { fakeService, startTestSystem, type TestSystem } from '@spark-den/testkit';
import { randomUUID } from 'node:crypto';
import { demoIds, harborPoint } from '../../../simulators/practice/src/demo-practice.ts';
import { billingService } from '../service.ts';
import { anyAppointment } from './billing-system.ts';

export type ChargeInput = InputOf<(typeof billingContract)['operations']['draftCharge']>;

/** Billing over the real administration service; patients and the clearinghouse answer as the test says. */
export interface ClaimsTest {
  readonly test: TestSystem;
  /** Patients by id; a test changes them as the registry would. */
  readonly patients: Map<string, PatientForClaim>;
  /** Records that are aliases: each with the surviving one. */
  readonly aliases: Map<string, string>;
  /** What was handed to the clearinghouse, by batch. */
  readonly sent: Map<string, { readonly fileId: string; readonly interchange: string }>;
  /** Makes integration refuse files, or keep them because nobody takes them, to see what billing does. */
  readonly clearinghouse: { refuses: boolean; isAway: boolean };
  /** Puts an event of another service on the bus and waits until all have handled it. */
  /** @returns the event's id, once it has had its effect */
  publish(type: string, key: string, payload: object): Promise<string>;
}

export async function startClaims(now = '2026-03-04T16:00:00Z'): Promise<ClaimsTest> {
  const patients = new Map<string, PatientForClaim>();
  const aliases = new Map<string, string>();
  const sent = new Map<string, { fileId: string; interchange: string }>();
  const clearinghouse = { refuses: false, isAway: false };
  let control = 0;
  const test = await startTestSystem({
    now,
    background: true,
    services: [billingService, administrationService, documentsService],
    fakes: [
      fakeService(patientsContract, {
        getPatientForClaim: ({ patientId }) => {
          const patient = patients.get(patientId);
          if (!patient) throw new AppError('not_found', 'patients.patient_not_found');
          return patient;
        },
        resolvePatient: ({ patientId }) => {
          const person = aliases.get(patientId) ?? patientId;
          const merged = [...aliases].filter(([, survivor]) => survivor === person).map(([alias]) => alias);
          return { patientId: person, allIds: [person, ...merged] };
        },
      }),
      fakeService(integrationContract, {
        reserveEnvelope: () => {
          control += 1;
          return {
            sender: { qualifier: 'ZZ', id: 'HARBORPT' },
            receiver: { qualifier: 'ZZ', id: 'BRIGHTCH' },
            usage: 'T' as const,
            interchangeControl: control,
            groupControl: control,
            transactionControls: [String(control).padStart(4, '0')],
            at: '2026-03-04T10:00',
          };
        },
        submitClaims: async ({ batchId, interchange }) => {
          if (clearinghouse.refuses) throw new AppError('rule_violated', 'integration.bad_interchange');
          const fileId = sent.get(batchId)?.fileId ?? randomUUID();
          sent.set(batchId, { fileId, interchange });
          if (!clearinghouse.isAway)
            await test.publish({ type: 'InterchangeSent', key: batchId, payload: { fileId, batchId } });
          return fileInfo(fileId, batchId, interchange);
        },
      }),
      anyAppointment(),
    ],
  });
  await test.as(administrationContract).installPractice(harborPoint);
  return {
    test,
    patients,
    aliases,
    sent,
    clearinghouse,
    async publish(type, key, payload) {
      const id = await test.publish({ type, key, payload });
      await test.settled();
      return id;
    },
  };
}

function fileInfo(fileId: string, batchId: string, interchange: string) {
  return {
    fileId,
    direction: 'outgoing' as const,
    kind: '837P' as const,
    fileName: 'claims.x12',
    status: 'sent' as const,
    reason: null,
    controlNumber: '000000001',
    senderId: 'HARBORPT',
    receiverId: 'BRIGHTCH',
    sha256: '',
    byteCount: interchange.length,
    transactionCount: 1,
    batchId,
    answersFileId: null,
    acknowledgement: 'none' as const,
    attempts: 1,
    createdAt: '2026-03-04T16:00:00.000Z',
    processedAt: null,
  };
}

export type Cover = 'cascade' | 'federal' | 'state';
const PAYER_NUMBER: Record<Cover, number> = { cascade: 1, federal: 2, state: 3 };

/** A patient with these coverages, in this order. */
export function patientWith(...covers: readonly Cover[]): PatientForClaim {
  const address = {
    line1: '9 Elm Court',
    line2: null,
    city: 'Evanston',
    state: 'IL',
    postalCode: '602011234',
  };
  return {
    patientId: randomUUID(),
    mrn: '100042',
    name: { given: 'Rosa', family: 'Marín', middle: null, suffix: null },
    birthDate: localDate('1971-04-09'),
    sex: 'female',
    address,
    mailingAddress: address,
    phone: null,
    email: null,
    consents: { releaseOfInformation: true, assignmentOfBenefits: true },
    coverages: covers.map((cover, index) => ({
      id: randomUUID(),
      payerId: demoIds.payer(PAYER_NUMBER[cover]),
      planId: demoIds.plan(PAYER_NUMBER[cover]),
      planName: null,
      memberId: `W00${PAYER_NUMBER[cover]}4711`,
      groupNumber: null,
      relationship: 'self' as const,
      subscriber: null,
      rank: index + 1,
      orderBasis: 'as-told-by-patient' as const,
      validFrom: localDate('2026-01-01'),
      validTo: null,
      lastGoodEligibility: null,
    })),
  };
}

/** An established visit with a wellness screening, on 2 March 2026. */
export function visitCharge(patientId: string, change: Partial<ChargeInput> = {}): ChargeInput {
  return {
    patientId,
    providerId: demoIds.provider(1),
    locationId: demoIds.location(1),
    dateOfService: '2026-03-02',
    diagnoses: ['I10', 'E11.9'],
    lines: [
      { code: '99214', modifiers: ['25'], units: 1, diagnosisPointers: [1, 2] },
      { code: 'G0444', modifiers: [], units: 1, diagnosisPointers: [1] },
    ],
    ...change,
  };
}
