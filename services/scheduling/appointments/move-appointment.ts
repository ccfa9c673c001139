import { AppointmentMoved } from '@spark-den/contracts/scheduling/events';
import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { fail, type Handler } from '@spark-den/service-kit';
import type { SchedulingDatabase } from '../database.ts';
import { canMoveOrCancel } from '../visits/visit.ts';
import { eventFacts } from './announce.ts';
import { insertMove, lockAppointment, updateAppointment } from './appointment-repository.ts';
import { appointmentView } from './appointment-view.ts';
import { placeColumns, refusePatientOverlap } from './book-appointment.ts';
import { releaseClaims } from './claim-repository.ts';
import { appointmentToChange } from './locked.ts';
import { placeVisit } from './place-visit.ts';

type MoveAppointment = Handler<typeof schedulingContract.operations.moveAppointment, SchedulingDatabase>;

/** Gives the old time back and takes the new one in the same transaction: it has one of them at every moment. */
export const moveAppointment: MoveAppointment = async (context, input) => {
  const { db, now, practiceId, principal } = context;
  const { appointmentId } = input;
  const before = await appointmentToChange(context, appointmentId);
  if (!canMoveOrCancel(before.status)) {
    throw fail(schedulingContract, 'scheduling.not_cancellable', { status: before.status });
  }
  const providerId = input.providerId ?? before.providerId;
  const locationId = input.locationId ?? before.locationId;
  await releaseClaims(db, appointmentId);
  const place = await placeVisit(
    context,
    {
      appointmentTypeId: before.appointmentTypeId,
      providerId,
      locationId,
      start: input.start,
      durationMinutes: input.durationMinutes ?? before.durationMinutes,
      roomId: input.roomId,
      exceptionReason: input.exceptionReason,
    },
    { appointmentId, holdId: null, expiresAt: null },
  );
  if (!input.acceptPatientOverlap) {
    await refusePatientOverlap(context, before.patientId, place, appointmentId);
  }
  const otherTime = before.startAt !== place.start;
  await updateAppointment(db, appointmentId, before.version, {
    ...placeColumns(place),
    providerId,
    locationId,
    exceptionReason: input.exceptionReason ?? before.exceptionReason,
    // what the patient confirmed was the other time
    ...(otherTime ? { confirmation: 'unconfirmed', confirmationChannel: null, confirmedAt: null } : {}),
  });
  await insertMove(db, {
    id: context.newId(),
    practiceId,
    appointmentId,
    fromStart: before.startAt,
    toStart: place.start,
    fromProviderId: before.providerId,
    toProviderId: providerId,
    fromLocationId: before.locationId,
    toLocationId: locationId,
    at: now,
    actorId: principal.id,
    actorName: principal.displayName,
    reason: input.reason ?? input.exceptionReason ?? null,
  });
  const after = (await lockAppointment(db, appointmentId))!;
  await context.emit(
    AppointmentMoved,
    {
      ...eventFacts(after),
      fromStart: before.startAt,
      fromProviderId: before.providerId,
      fromLocationId: before.locationId,
    },
    appointmentId,
  );
  return appointmentView(context, appointmentId);
};
