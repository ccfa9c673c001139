import type { ActivityKind } from '@spark-den/contracts/analytics/types';
import * as billing from '@spark-den/contracts/billing/events';
import { EligibilityChecked, PatientRegistered } from '@spark-den/contracts/patients/events';
import * as scheduling from '@spark-den/contracts/scheduling/events';
import type { EventType, PayloadOf } from '@spark-den/contracts/operation';
import { instant } from '@spark-den/kernel';
import { on, type Subscription } from '@spark-den/service-kit';
import type { AnalyticsContext } from '../context.ts';
import type { AnalyticsDatabase } from '../database.ts';
import { ACTIVITY_PERMISSIONS } from './activity.ts';
import { addActivity } from './activity-repository.ts';

interface Told {
  readonly kind: ActivityKind;
  readonly patientId: string | null;
  readonly entityType: string;
  readonly entityId: string;
  readonly detail?: string;
}

/** Writes a line for an event, or none where `tell` has nothing to say. */
function note<E extends EventType>(
  event: E,
  tell: (payload: PayloadOf<E>) => Told | undefined,
): Subscription<AnalyticsDatabase> {
  return on(event, 'analytics.activity', async (context: AnalyticsContext, { id, occurredAt, payload }) => {
    const told = tell(payload);
    if (!told) return;
    await addActivity(context, {
      id,
      at: instant(occurredAt),
      permission: ACTIVITY_PERMISSIONS[told.kind],
      ...told,
      detail: told.detail ?? null,
    });
  });
}

const visit =
  (kind: ActivityKind) =>
  ({ patientId, appointmentId }: { patientId: string; appointmentId: string }): Told => ({
    kind,
    patientId,
    entityType: 'appointment',
    entityId: appointmentId,
  });

/** The feed: events that a person would want to hear of, each once. */
export const followActivity: readonly Subscription<AnalyticsDatabase>[] = [
  note(PatientRegistered, ({ patientId }) => ({
    kind: 'patient-registered',
    patientId,
    entityType: 'patient',
    entityId: patientId,
  })),
  note(scheduling.AppointmentBooked, visit('appointment-booked')),
  note(scheduling.AppointmentMoved, visit('appointment-moved')),
  note(scheduling.AppointmentCancelled, visit('appointment-cancelled')),
  note(scheduling.AppointmentCheckedIn, visit('checked-in')),
  note(scheduling.VisitCheckedOut, visit('checked-out')),
  note(EligibilityChecked, ({ patientId, coverageId, status }) => ({
    kind: status === 'active' ? 'insurance-verified' : 'insurance-not-verified',
    patientId,
    entityType: 'coverage',
    entityId: coverageId,
    detail: status,
  })),
  note(billing.ChargePosted, ({ patientId, chargeId }) => ({
    kind: 'charges-posted',
    patientId,
    entityType: 'charge',
    entityId: chargeId,
  })),
  note(billing.ClaimSubmitted, ({ patientId, claimId }) => ({
    kind: 'claim-submitted',
    patientId,
    entityType: 'claim',
    entityId: claimId,
  })),
  note(billing.PatientPaymentPosted, ({ patientId, receiptId, purpose }) => ({
    kind: 'payment-posted',
    patientId,
    entityType: 'receipt',
    entityId: receiptId,
    detail: purpose,
  })),
  note(billing.RemittancePosted, ({ remittanceId, claimCount }) => ({
    kind: 'remittance-posted',
    patientId: null,
    entityType: 'remittance',
    entityId: remittanceId,
    detail: String(claimCount),
  })),
  note(billing.RemittanceHeld, ({ remittanceId, reason }) => ({
    kind: 'remittance-held',
    patientId: null,
    entityType: 'remittance',
    entityId: remittanceId,
    detail: reason,
  })),
  note(billing.DenialOpened, ({ patientId, denialId, category }) => ({
    kind: 'denial-opened',
    patientId,
    entityType: 'denial',
    entityId: denialId,
    detail: category,
  })),
  note(billing.DenialClosed, ({ patientId, denialId, outcome }) => ({
    kind: 'denial-closed',
    patientId,
    entityType: 'denial',
    entityId: denialId,
    detail: outcome,
  })),
  note(billing.StatementIssued, ({ patientId, statementId }) => ({
    kind: 'statement-issued',
    patientId,
    entityType: 'statement',
    entityId: statementId,
  })),
  note(billing.BalanceChanged, ({ patientId, causeType }) =>
    causeType === 'write_off'
      ? { kind: 'written-off', patientId, entityType: 'patient', entityId: patientId }
      : undefined,
  ),
];
