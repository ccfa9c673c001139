import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { fail } from '@spark-den/service-kit';
import type { SchedulingContext } from '../context.ts';
import { lockAppointment, type AppointmentRow } from './appointment-repository.ts';

/** The appointment in the version that the caller read, kept from changing; or the failure that says why not. */
export async function appointmentToChange(
  context: SchedulingContext,
  appointmentId: string,
): Promise<AppointmentRow> {
  const row = await lockAppointment(context.db, appointmentId);
  if (!row) throw fail(schedulingContract, 'scheduling.appointment_not_found', { appointmentId });
  if (row.version !== context.expectedVersion) {
    throw fail(schedulingContract, 'scheduling.version_conflict', { appointmentId, version: row.version });
  }
  return row;
}
