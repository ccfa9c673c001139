import { z } from 'zod';
import { Id, InstantField, LocalDateField } from '../fields.ts';
import { event } from '../operation.ts';
import { AppointmentStatus, CheckInGate } from './types.ts';

const visit = {
  appointmentId: Id,
  patientId: Id,
  providerId: Id,
  locationId: Id,
  appointmentTypeId: Id,
  start: InstantField,
  end: InstantField,
  /** Local date at the location. */
  date: LocalDateField,
};

/** Keyed by appointment id, as all events of this service. */
export const AppointmentBooked = event('AppointmentBooked', z.object(visit), { live: true });

export const AppointmentMoved = event(
  'AppointmentMoved',
  z.object({ ...visit, fromStart: InstantField, fromProviderId: Id, fromLocationId: Id }),
  { live: true },
);

export const AppointmentCancelled = event(
  'AppointmentCancelled',
  z.object({
    ...visit,
    by: z.enum(['patient', 'practice', 'provider']),
    noticeMinutes: z.int(),
    late: z.boolean(),
  }),
  { live: true },
);

export const AppointmentCheckedIn = event(
  'AppointmentCheckedIn',
  z.object({ ...visit, checkedInAt: InstantField, overriddenGates: z.array(CheckInGate) }),
  { live: true },
);

/** Every change of state, also those that have an event of their own. */
export const AppointmentStatusChanged = event(
  'AppointmentStatusChanged',
  z.object({
    ...visit,
    from: AppointmentStatus,
    to: AppointmentStatus,
    at: InstantField,
    undone: z.boolean(),
  }),
  { live: true },
);

export const VisitCheckedOut = event('VisitCheckedOut', z.object({ ...visit, checkedOutAt: InstantField }), {
  live: true,
});

export const schedulingEvents = {
  AppointmentBooked,
  AppointmentMoved,
  AppointmentCancelled,
  AppointmentCheckedIn,
  AppointmentStatusChanged,
  VisitCheckedOut,
};
