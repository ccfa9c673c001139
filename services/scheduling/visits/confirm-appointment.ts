import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { fail, type Handler } from '@spark-den/service-kit';
import { updateAppointment } from '../appointments/appointment-repository.ts';
import { appointmentView } from '../appointments/appointment-view.ts';
import { appointmentToChange } from '../appointments/locked.ts';
import type { SchedulingDatabase } from '../database.ts';
import { canMoveOrCancel } from './visit.ts';

type ConfirmAppointment = Handler<
  typeof schedulingContract.operations.confirmAppointment,
  SchedulingDatabase
>;

/** Whether the patient will come is a fact beside the state of the visit, not a state of it. */
export const confirmAppointment: ConfirmAppointment = async (
  context,
  { appointmentId, confirmation, channel },
) => {
  const row = await appointmentToChange(context, appointmentId);
  if (!canMoveOrCancel(row.status)) {
    throw fail(schedulingContract, 'scheduling.not_cancellable', { status: row.status });
  }
  await updateAppointment(context.db, appointmentId, row.version, {
    confirmation,
    confirmationChannel: channel,
    confirmedAt: context.now,
  });
  return appointmentView(context, appointmentId);
};
