import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { isUuid, type Instant } from '@spark-den/kernel';
import { fail, type Handler } from '@spark-den/service-kit';
import type { SchedulingDatabase } from '../database.ts';
import { listSummaries } from './appointment-repository.ts';
import { appointmentView, summaryView } from './appointment-view.ts';

type GetAppointment = Handler<typeof schedulingContract.operations.getAppointment, SchedulingDatabase>;
type ListAppointments = Handler<typeof schedulingContract.operations.listAppointments, SchedulingDatabase>;

export const getAppointment: GetAppointment = (context, { appointmentId }) =>
  appointmentView(context, appointmentId);

export const listAppointments: ListAppointments = async (context, { cursor, limit, ...filter }) => {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const rows = await listSummaries(context.db, { ...filter, after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  for (const patientId of new Set(page.map(row => row.patientId))) context.audit({ patientId });
  const last = page.at(-1);
  return {
    items: page.map(row => summaryView(row, context)),
    nextCursor: rows.length > limit && last ? writeCursor(last.startAt, last.id) : null,
  };
};

function writeCursor(startAt: Instant, id: string): string {
  return Buffer.from(`${startAt} ${id}`).toString('base64url');
}

function readCursor(cursor: string): { startAt: Instant; id: string } {
  const [startAt = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (Number.isNaN(Date.parse(startAt)) || !isUuid(id))
    throw fail(schedulingContract, 'scheduling.cursor_invalid');
  return { startAt: startAt as Instant, id };
}
