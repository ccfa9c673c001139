import { AppointmentStatusChanged } from '@spark-den/contracts/scheduling/events';
import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { fail } from '@spark-den/service-kit';
import { eventFacts } from '../appointments/announce.ts';
import { updateAppointment, type AppointmentRow } from '../appointments/appointment-repository.ts';
import type { SchedulingContext } from '../context.ts';
import { recordStep } from './record-step.ts';
import { lastStandingStep, voidStep } from './step-repository.ts';
import { canUndo, stampOf } from './visit.ts';

/**
 * Takes the last step back. The step and its time stay, marked as void with who and when; only the visit's
 * present times forget it, so that a second arrival is not mistaken for the first.
 */
export async function undoStep(
  context: SchedulingContext,
  row: AppointmentRow,
  reason: string,
  source: 'portal' | 'api' | 'simulator' | 'system',
): Promise<void> {
  const { db, now, principal } = context;
  const step = await lastStandingStep(db, row.id);
  if (!step?.fromStatus || step.toStatus === 'entered-in-error' || !canUndo(step, row.zone, now)) {
    throw fail(schedulingContract, 'scheduling.undo_not_possible', { action: step?.action ?? null });
  }
  const stamp = stampOf(step.action);
  await voidStep(db, step.id, now, principal.id);
  await updateAppointment(db, row.id, row.version, {
    status: step.fromStatus,
    ...(stamp ? { [stamp]: null } : {}),
  });
  await recordStep(context, {
    appointmentId: row.id,
    action: 'undo',
    from: row.status,
    to: step.fromStatus,
    reason,
    source,
  });
  await context.emit(
    AppointmentStatusChanged,
    { ...eventFacts(row), from: row.status, to: step.fromStatus, at: now, undone: true },
    row.id,
  );
}
