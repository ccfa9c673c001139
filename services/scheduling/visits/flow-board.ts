import type { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { MINUTE_MS, msBetween } from '@spark-den/kernel';
import type { Handler } from '@spark-den/service-kit';
import { summaries } from '../appointments/appointment-repository.ts';
import { summaryView } from '../appointments/appointment-view.ts';
import type { SchedulingDatabase } from '../database.ts';
import { gatesOf, lastStepTimes } from './step-repository.ts';
import { RELEASED } from './visit.ts';

type FlowBoard = Handler<typeof schedulingContract.operations.flowBoard, SchedulingDatabase>;

export const flowBoard: FlowBoard = async (context, { date, locationId, providerId }) => {
  const { db, now } = context;
  let query = summaries(db)
    .where('a.localDate', '=', date)
    .where('a.status', 'not in', [...RELEASED]);
  if (locationId) query = query.where('a.locationId', '=', locationId);
  if (providerId) query = query.where('a.providerId', '=', providerId);
  const rows = await query.orderBy('a.startAt').orderBy('a.id').execute();
  for (const patientId of new Set(rows.map(row => row.patientId))) context.audit({ patientId });
  const ids = rows.map(row => row.id);
  const times = await lastStepTimes(db, ids);
  const gates = await gatesOf(db, ids);
  return {
    asOf: now,
    visits: rows.map(row => {
      const since = times.get(row.id) ?? row.bookedAt;
      return {
        ...summaryView(row, context),
        since,
        minutesInState: Math.max(0, Math.floor(msBetween(since, now) / MINUTE_MS)),
        overriddenGates: gates
          .filter(gate => gate.appointmentId === row.id && gate.outcome === 'overridden')
          .map(({ gate }) => gate),
      };
    }),
  };
};
