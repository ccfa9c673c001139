import { AppointmentCancelled, AppointmentStatusChanged } from '@spark-den/contracts/scheduling/events';
import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { fail, type Handler } from '@spark-den/service-kit';
import type { SchedulingDatabase } from '../database.ts';
import { recordStep } from '../visits/record-step.ts';
import { canMoveOrCancel, noticeOf } from '../visits/visit.ts';
import { eventFacts } from './announce.ts';
import { updateAppointment } from './appointment-repository.ts';
import { appointmentView } from './appointment-view.ts';
import { releaseClaims } from './claim-repository.ts';
import { appointmentToChange } from './locked.ts';

type CancelAppointment = Handler<typeof schedulingContract.operations.cancelAppointment, SchedulingDatabase>;

export const cancelAppointment: CancelAppointment = async (context, { appointmentId, by, reason }) => {
  const { db, now } = context;
  const row = await appointmentToChange(context, appointmentId);
  if (!canMoveOrCancel(row.status)) {
    throw fail(schedulingContract, 'scheduling.not_cancellable', { status: row.status });
  }
  const { noticeMinutes, late } = noticeOf(row.startAt, now);
  await releaseClaims(db, appointmentId);
  await updateAppointment(db, appointmentId, row.version, {
    status: 'cancelled',
    cancelledAt: now,
    cancelledBy: by,
    cancelReason: reason,
    noticeMinutes,
    lateCancel: late,
  });
  await recordStep(context, { appointmentId, action: 'cancel', from: row.status, to: 'cancelled', reason });
  const facts = eventFacts(row);
  await context.emit(AppointmentCancelled, { ...facts, by, noticeMinutes, late }, appointmentId);
  await context.emit(
    AppointmentStatusChanged,
    { ...facts, from: row.status, to: 'cancelled', at: now, undone: false },
    appointmentId,
  );
  return appointmentView(context, appointmentId);
};
