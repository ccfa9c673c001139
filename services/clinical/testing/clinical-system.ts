import { administrationContract } from '@spark-den/contracts/administration/operations';
import { clinicalContract } from '@spark-den/contracts/clinical/operations';
import type { EncounterContent } from '@spark-den/contracts/clinical/types';
import { patientsContract } from '@spark-den/contracts/patients/operations';
import type { AppointmentStatus } from '@spark-den/contracts/scheduling/types';
import { cents, instant, localDate, type Instant } from '@spark-den/kernel';
import { fakeService, person, startTestSystem, type TestSystem } from '@spark-den/testkit';
import { randomUUID } from 'node:crypto';
import { clinicalService } from '../service.ts';

export const contracts = [clinicalContract, patientsContract];
export const physician = person('physician', contracts);
export const nurse = person('nurse', contracts);
export const DAY = localDate('2026-11-16');
export const OSEI = '01900000-0000-7000-8002-000000000001';
export const REYES = '01900000-0000-7000-8002-000000000002';
export const LAKESIDE = '01900000-0000-7000-8001-000000000001';

/** Records that are aliases: each with the surviving one. */
export const aliases = new Map<string, string>();

const patients = fakeService(patientsContract, {
  resolvePatient: ({ patientId }) => {
    const person = aliases.get(patientId) ?? patientId;
    const merged = [...aliases].filter(([, survivor]) => survivor === person).map(([alias]) => alias);
    return { patientId: person, allIds: [person, ...merged] };
  },
  getPatientSummaries: ({ patientIds }) => ({
    items: patientIds.map(id => ({
      requestedId: id,
      id,
      mrn: `M${id.slice(-4)}`,
      name: { family: 'Marsh', given: 'Elena', middle: null, suffix: null },
      nameUsed: null,
      birthDate: '1968-04-12',
      sex: 'female' as const,
      phone: null,
      city: null,
      state: null,
      ssnLast4: null,
      status: 'active' as const,
      restricted: false,
      primaryPayerId: null,
      primaryMemberId: null,
    })),
  }),
});

const administration = fakeService(administrationContract, {
  getFeeSchedulesInForce: () => ({
    items: [
      {
        id: '01900000-0000-7000-8008-000000000001',
        name: 'Charges 2026',
        kind: 'charge' as const,
        payerId: null,
        planId: null,
        locationId: null,
        effectiveFrom: '2026-01-01',
        effectiveTo: null,
        method: { kind: 'listed' as const },
        source: 'practice',
        items: [
          { code: '99213', modifiers: [], label: 'Established visit, low', amountCents: cents(16_500) },
          { code: '36415', modifiers: [], label: 'Blood draw', amountCents: cents(1_500) },
          { code: 'G2211', modifiers: [], label: 'Visit complexity', amountCents: cents(2_800) },
        ],
      },
    ],
  }),
});

/** Two diagnoses and two services that the practice offers. */
export const content: EncounterContent = {
  diagnoses: ['I10', 'E119'],
  services: [
    { code: '99213', modifiers: ['25'], units: 1, diagnosisPointers: [1, 2] },
    { code: '36415', modifiers: [], units: 1, diagnosisPointers: [2] },
  ],
};

/** The clinical service over real PostgreSQL; patients and administration answer as the test practice. */
export function startClinical(): Promise<TestSystem> {
  return startTestSystem({
    services: [clinicalService],
    fakes: [patients, administration],
    background: true,
  });
}

interface OutboxRow {
  readonly type: string;
  readonly payload: Record<string, unknown>;
}

interface Booking {
  readonly providerId?: string;
  readonly start?: Instant;
  readonly practiceId?: string;
  readonly status?: AppointmentStatus;
}

/** What tests of the clinical side do again and again, on the system that `test` gives. */
export function clinicalSteps(test: () => TestSystem) {
  const clinical = (who = physician) => test().as(clinicalContract, who);

  const publish = (type: string, key: string, payload: object, practiceId?: string) =>
    test().publish({ type, key, payload, practiceId });

  /** A visit as scheduling would tell of it: booked and, unless said otherwise, arrived. */
  async function visit({
    providerId = OSEI,
    start = instant('2026-11-16T15:00:00Z'),
    practiceId,
    status = 'arrived',
  }: Booking = {}) {
    const appointmentId = randomUUID();
    const facts = {
      appointmentId,
      patientId: randomUUID(),
      providerId,
      locationId: LAKESIDE,
      appointmentTypeId: '01900000-0000-7000-8005-000000000002',
      start,
      end: instant(Date.parse(start) + 20 * 60_000),
      date: DAY,
    };
    await publish('AppointmentBooked', appointmentId, facts, practiceId);
    if (status !== 'booked') {
      const change = { ...facts, from: 'booked', to: status, at: '2026-11-16T14:55:00.000Z', undone: false };
      await publish('AppointmentStatusChanged', appointmentId, change, practiceId);
    }
    await test().settled();
    return facts;
  }

  /** Everything that this service has told about an appointment, as it left. */
  async function told(appointmentId: string): Promise<OutboxRow[]> {
    await test().settled();
    return test().withRoot('shared', async client => {
      const { rows } = await client.query<OutboxRow>(
        `select type, payload from bus.event where key = $1 and source = 'clinical' order by sequence`,
        [appointmentId],
      );
      return rows;
    });
  }

  async function signedEncounter() {
    const { appointmentId } = await visit();
    const opened = await clinical().openEncounter({ appointmentId });
    const recorded = await clinical().recordEncounter(
      { encounterId: opened.encounterId, content },
      { version: opened.version },
    );
    return clinical().signEncounter({ encounterId: opened.encounterId }, { version: recorded.version });
  }

  return { clinical, publish, visit, told, signedEncounter };
}
