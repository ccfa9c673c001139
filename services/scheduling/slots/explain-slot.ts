import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { DAY_MS, MINUTE_MS, plusMs, toEpochMs } from '@spark-den/kernel';
import { fail, type Handler } from '@spark-den/service-kit';
import { compileSchedule, explainWish, rankAlternatives } from '@spark-den/slots';
import { visitsOfPatient } from '../appointments/appointment-repository.ts';
import type { SchedulingDatabase } from '../database.ts';
import { WALK_IN_MS } from '../visits/visit.ts';
import { alternativeView, reasonView, slotView } from './views.ts';
import { loadClaims, loadRows } from './world-repository.ts';
import { toVisitType, toWorld } from './world.ts';

type ExplainSlot = Handler<typeof schedulingContract.operations.explainSlot, SchedulingDatabase>;

const HORIZON_MS = 14 * DAY_MS;

export const explainSlot: ExplainSlot = async (context, input) => {
  const range = { start: plusMs(input.start, -2 * DAY_MS), end: plusMs(input.start, HORIZON_MS) };
  const rows = await loadRows(context.db, range);
  const type = rows.appointmentTypes.find(entry => entry.id === input.appointmentTypeId);
  if (!type?.active) throw fail(schedulingContract, 'scheduling.appointment_type_not_found');
  if (!rows.locations.some(entry => entry.id === input.locationId)) {
    throw fail(schedulingContract, 'scheduling.location_not_found');
  }
  if (!rows.resources.some(entry => entry.id === input.providerId && entry.kind === 'provider')) {
    throw fail(schedulingContract, 'scheduling.provider_not_found');
  }
  const claims = await loadClaims(context.db, range, context.now, input.movingAppointmentId);
  const others = input.patientId
    ? (await visitsOfPatient(context.db, input.patientId, range)).filter(
        visit => visit.id !== input.movingAppointmentId,
      )
    : [];
  const schedule = compileSchedule(toWorld(rows, claims), {
    start: toEpochMs(range.start),
    end: toEpochMs(range.end),
  });
  const wish = {
    visit: toVisitType(type, [], input.durationMinutes),
    providerId: input.providerId,
    siteId: input.locationId,
    start: toEpochMs(input.start),
    roomId: input.roomId,
    avoid: others.map(visit => ({ start: toEpochMs(visit.startAt), end: toEpochMs(visit.endAt) })),
  };
  const zones = new Map(rows.locations.map(({ id, zone }) => [id, zone]));
  const { slot, reasons } = explainWish(schedule, wish);
  const past = wish.start < toEpochMs(context.now) - WALK_IN_MS;
  const all = [
    ...reasons.map(reasonView),
    ...(past
      ? [{ code: 'in-the-past' as const, resourceId: null, from: null, to: null, appointmentId: null }]
      : []),
  ];
  const bookable = slot !== null && !past;
  const from = Math.ceil(toEpochMs(context.now) / MINUTE_MS) * MINUTE_MS;
  return {
    bookable,
    slot: slot && slotView(slot, zones),
    reasons: all,
    alternatives: bookable
      ? []
      : rankAlternatives(schedule, wish, { from }).map(entry => alternativeView(entry, zones)),
  };
};
