import type { AuditEvent } from '@spark-den/contracts/audit/types';
import { instant } from '@spark-den/kernel';
import { OTHER_PRACTICE_ID, PRACTICE_ID } from '@spark-den/testkit';
import { randomUUID } from 'node:crypto';

const PATIENTS = ['01900000-0000-7000-8fff-000000000001', '01900000-0000-7000-8fff-000000000002'] as const;
const ACTORS = ['01900000-0000-7000-8009-000000000003', '01900000-0000-7000-8009-000000000004'] as const;

/** The `number`-th event of a log that two practices fill. */
export function sampleEvent(number: number, change: Partial<AuditEvent> = {}): AuditEvent {
  const actor = number % 2;
  return {
    id: randomUUID(),
    practiceId: number % 5 === 4 ? OTHER_PRACTICE_ID : PRACTICE_ID,
    occurredAt: instant(Date.UTC(2026, 10, 16, 15) + number * 1000),
    requestId: `request-${number}`,
    service: 'patients',
    operation: 'getPatient',
    action: 'patient.viewed',
    kind: 'read',
    outcome: 'success',
    errorCode: null,
    actorKind: 'user',
    actorId: ACTORS[actor] ?? ACTORS[0],
    actorName: actor === 0 ? 'Priya Raman' : 'Grace Kim',
    sessionId: null,
    purpose: 'treatment-payment-operations',
    patientId: PATIENTS[number % 3] ?? null,
    entityType: 'patient',
    entityId: null,
    sourceAddress: '127.0.0.1',
    detail: { place: number },
    ...change,
  };
}
