import type { ParsedInputOf } from '@spark-den/contracts/operation';
import { AppointmentBooked } from '@spark-den/contracts/scheduling/events';
import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { localDateAt, localTimeAt, MINUTE_MS, msBetween, type Instant, type Zone } from '@spark-den/kernel';
import { fail, type Handler } from '@spark-den/service-kit';
import type { SchedulingContext } from '../context.ts';
import type { SchedulingDatabase } from '../database.ts';
import { requirePatient } from '../patients/patient-copy-repository.ts';
import { deleteHold, lockHold } from '../slots/hold-repository.ts';
import { recordStep } from '../visits/record-step.ts';
import { eventFacts } from './announce.ts';
import { insertAppointment, lockAppointment, visitsOfPatient } from './appointment-repository.ts';
import { appointmentView } from './appointment-view.ts';
import { placeVisit } from './place-visit.ts';

type BookAppointment = Handler<typeof schedulingContract.operations.bookAppointment, SchedulingDatabase>;
type Input = ParsedInputOf<typeof schedulingContract.operations.bookAppointment>;

/** What of a placement becomes part of the appointment. */
interface Place {
  readonly start: Instant;
  readonly end: Instant;
  readonly zone: Zone;
  readonly roomId: string | null;
  readonly equipmentIds: readonly string[];
}

export const bookAppointment: BookAppointment = async (context, input) => {
  const { db, now, practiceId } = context;
  await requirePatient(context, input.patientId);
  const appointmentId = context.newId();
  const heldRoomId = input.holdId ? await endHold(context, input.holdId, input) : undefined;
  const place = await placeVisit(
    context,
    { ...input, roomId: input.roomId ?? heldRoomId },
    { appointmentId, holdId: null, expiresAt: null },
  );
  if (!input.acceptPatientOverlap) await refusePatientOverlap(context, input.patientId, place);
  await insertAppointment(db, {
    id: appointmentId,
    practiceId,
    patientId: input.patientId,
    appointmentTypeId: input.appointmentTypeId,
    providerId: input.providerId,
    locationId: input.locationId,
    ...placeColumns(place),
    status: 'booked',
    visitReason: input.visitReason ?? null,
    exceptionReason: input.exceptionReason ?? null,
    bookedAt: now,
    bookedBy: context.principal.id,
  });
  await recordStep(context, {
    appointmentId,
    action: 'book',
    from: null,
    to: 'booked',
    reason: input.exceptionReason,
  });
  const row = (await lockAppointment(db, appointmentId))!;
  await context.emit(AppointmentBooked, eventFacts(row), appointmentId);
  return appointmentView(context, appointmentId);
};

/** The instants, and what they follow from: the wall clock that the patient was told. */
export function placeColumns(place: Place) {
  return {
    startAt: place.start,
    endAt: place.end,
    zone: place.zone,
    localDate: localDateAt(place.start, place.zone),
    localStart: localTimeAt(place.start, place.zone),
    durationMinutes: Math.round(msBetween(place.start, place.end) / MINUTE_MS),
    roomId: place.roomId,
    equipmentIds: JSON.stringify(place.equipmentIds),
  };
}

/**
 * Gives the hold's time back within this transaction, for the booking to take it: nobody else can have it
 * in between, since whoever wants it waits for the transaction to end.
 */
async function endHold(
  context: SchedulingContext,
  holdId: string,
  input: Input,
): Promise<string | undefined> {
  const hold = await lockHold(context.db, holdId, context.principal.id, context.now);
  const matches =
    hold &&
    hold.appointmentTypeId === input.appointmentTypeId &&
    hold.providerId === input.providerId &&
    hold.locationId === input.locationId &&
    hold.startAt === input.start;
  if (!matches) throw fail(schedulingContract, 'scheduling.hold_not_found', { holdId });
  await deleteHold(context.db, holdId, context.principal.id);
  return hold.roomId ?? undefined;
}

/** Two visits of one person at once may be right, but somebody has to say so. */
export async function refusePatientOverlap(
  context: SchedulingContext,
  patientId: string,
  place: { readonly start: Instant; readonly end: Instant },
  exceptId?: string,
): Promise<void> {
  const others = await visitsOfPatient(context.db, patientId, place);
  const other = others.find(visit => visit.id !== exceptId);
  if (other) {
    throw fail(schedulingContract, 'scheduling.patient_overlap', {
      appointmentId: other.id,
      start: other.startAt,
      end: other.endAt,
    });
  }
}
