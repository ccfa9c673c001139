import { z } from 'zod';
import {
  Id,
  InstantField,
  LocalDateField,
  LocalTimeField,
  Page,
  PageInput,
  QueryList,
  QueryInt,
  Text,
} from '../fields.ts';
import { operation } from '../operation.ts';
import {
  Appointment,
  AppointmentStatus,
  AppointmentSummary,
  Closure,
  Hold,
  OpenWindow,
  RankedAlternative,
  Slot,
  SlotReason,
  TimeOff,
} from './types.ts';

const SlotQuery = z.strictObject({
  appointmentTypeId: Id,
  from: LocalDateField,
  to: LocalDateField,
  /** Empty or left out: all. */
  providerIds: z.array(Id).max(100).optional(),
  locationIds: z.array(Id).max(50).optional(),
  /** 0 Sunday … 6 Saturday */
  weekdays: z.array(z.int().min(0).max(6)).max(7).optional(),
  earliestTime: LocalTimeField.optional(),
  latestTime: LocalTimeField.optional(),
  policy: z.enum(['earliest', 'best-fit', 'spread']).default('earliest'),
  stepMinutes: QueryInt(5, 60).default(10),
  ...PageInput,
});

export const findSlots = operation({
  summary: 'Free times for a visit type over providers, rooms, equipment and locations',
  method: 'POST',
  path: '/scheduling/slots/search',
  input: SlotQuery,
  output: z.object({ items: z.array(Slot), nextCursor: z.string().nullable() }),
  permission: 'scheduling.appointment.read',
  phi: 'none',
  audit: null,
  rateClass: 'search',
  idempotent: false,
  errors: ['scheduling.appointment_type_not_found', 'scheduling.cursor_invalid'],
});

const Wish = {
  appointmentTypeId: Id,
  providerId: Id,
  locationId: Id,
  start: InstantField,
  durationMinutes: z.int().min(5).max(600).optional(),
  /** Left out: the best fitting free room of the type's pool. */
  roomId: Id.optional(),
};

export const explainSlot = operation({
  summary: 'Whether a time can be booked; if not, what is in the way and what could be instead',
  method: 'POST',
  path: '/scheduling/slots/explain',
  input: z.strictObject({
    ...Wish,
    patientId: Id.optional(),
    /** The visit that would move: it is not in its own way. */
    movingAppointmentId: Id.optional(),
  }),
  output: z.object({
    bookable: z.boolean(),
    slot: Slot.nullable(),
    reasons: z.array(SlotReason),
    alternatives: z.array(RankedAlternative),
  }),
  permission: 'scheduling.appointment.read',
  phi: 'read',
  audit: 'appointment.slot_explained',
  rateClass: 'search',
  idempotent: false,
  errors: [
    'scheduling.appointment_type_not_found',
    'scheduling.provider_not_found',
    'scheduling.location_not_found',
  ],
});

export const holdSlot = operation({
  summary: 'Keep a time for a few minutes while the booking is finished',
  method: 'POST',
  path: '/scheduling/holds',
  input: z.strictObject({ ...Wish, seconds: z.int().min(15).max(900).default(300) }),
  output: Hold,
  permission: 'scheduling.appointment.book',
  phi: 'none',
  audit: null,
  rateClass: 'standard',
  idempotent: true,
  errors: [
    'scheduling.appointment_type_not_found',
    'scheduling.provider_not_found',
    'scheduling.location_not_found',
    'scheduling.resource_not_found',
    'scheduling.slot_taken',
    'scheduling.no_resource_free',
    'scheduling.outside_availability',
    'scheduling.in_the_past',
  ],
});

export const releaseHold = operation({
  summary: 'Give a held time back',
  method: 'DELETE',
  path: '/scheduling/holds/:holdId',
  input: z.strictObject({ holdId: Id }),
  output: z.object({ released: z.boolean() }),
  permission: 'scheduling.appointment.book',
  phi: 'none',
  audit: null,
  rateClass: 'standard',
  idempotent: true,
});

export const bookAppointment = operation({
  summary: 'Book a visit from a hold or directly; it takes all its resources or none',
  method: 'POST',
  path: '/scheduling/appointments',
  input: z.strictObject({
    patientId: Id,
    /** A hold made by the same person; it becomes the appointment. */
    holdId: Id.optional(),
    ...Wish,
    /** Other providers who take part, each with an own stretch of the visit. */
    participants: z
      .array(
        z.strictObject({
          providerId: Id,
          offsetMinutes: z.int().min(0).max(600),
          durationMinutes: z.int().min(5).max(600),
        }),
      )
      .max(6)
      .default([]),
    visitReason: Text(300).optional(),
    /** Books although the provider is not working or is busy; needs the overbook permission. */
    exceptionReason: Text(300).optional(),
    /** The patient's other visit at this time is known and wanted. */
    acceptPatientOverlap: z.boolean().default(false),
  }),
  output: Appointment,
  permission: 'scheduling.appointment.book',
  phi: 'write',
  audit: 'appointment.booked',
  rateClass: 'standard',
  idempotent: true,
  errors: [
    'scheduling.appointment_type_not_found',
    'scheduling.provider_not_found',
    'scheduling.location_not_found',
    'scheduling.resource_not_found',
    'scheduling.patient_not_found',
    'scheduling.hold_not_found',
    'scheduling.slot_taken',
    'scheduling.no_resource_free',
    'scheduling.outside_availability',
    'scheduling.in_the_past',
    'scheduling.patient_overlap',
    'scheduling.override_forbidden',
  ],
});

export const moveAppointment = operation({
  summary: 'Give a booked visit another time, provider, location, room or length',
  method: 'POST',
  path: '/scheduling/appointments/:appointmentId/move',
  input: z.strictObject({
    appointmentId: Id,
    start: InstantField,
    providerId: Id.optional(),
    locationId: Id.optional(),
    roomId: Id.optional(),
    durationMinutes: z.int().min(5).max(600).optional(),
    reason: Text(300).optional(),
    exceptionReason: Text(300).optional(),
    acceptPatientOverlap: z.boolean().default(false),
  }),
  output: Appointment,
  permission: 'scheduling.appointment.book',
  phi: 'write',
  audit: 'appointment.moved',
  rateClass: 'standard',
  idempotent: true,
  ifMatch: true,
  errors: [
    'scheduling.appointment_not_found',
    'scheduling.provider_not_found',
    'scheduling.location_not_found',
    'scheduling.resource_not_found',
    'scheduling.version_conflict',
    'scheduling.slot_taken',
    'scheduling.no_resource_free',
    'scheduling.outside_availability',
    'scheduling.in_the_past',
    'scheduling.patient_overlap',
    'scheduling.override_forbidden',
    'scheduling.not_cancellable',
  ],
});

export const cancelAppointment = operation({
  summary: 'Cancel a booked visit: who asked for it and why; the notice is reckoned by the server',
  method: 'POST',
  path: '/scheduling/appointments/:appointmentId/cancel',
  input: z.strictObject({
    appointmentId: Id,
    by: z.enum(['patient', 'practice', 'provider']),
    reason: Text(300),
  }),
  output: Appointment,
  permission: 'scheduling.appointment.book',
  phi: 'write',
  audit: 'appointment.cancelled',
  rateClass: 'standard',
  idempotent: true,
  ifMatch: true,
  errors: ['scheduling.appointment_not_found', 'scheduling.version_conflict', 'scheduling.not_cancellable'],
});

export const getAppointment = operation({
  summary: 'A visit with its resources, moves, gates and steps',
  method: 'GET',
  path: '/scheduling/appointments/:appointmentId',
  input: z.strictObject({ appointmentId: Id }),
  output: Appointment,
  permission: 'scheduling.appointment.read',
  phi: 'read',
  audit: 'appointment.viewed',
  rateClass: 'standard',
  idempotent: false,
  errors: ['scheduling.appointment_not_found'],
});

export const listAppointments = operation({
  summary: 'Visits by patient, provider, location, resource, date or state, in order of time',
  method: 'GET',
  path: '/scheduling/appointments',
  input: z.strictObject({
    from: LocalDateField.optional(),
    to: LocalDateField.optional(),
    patientId: Id.optional(),
    providerId: Id.optional(),
    locationId: Id.optional(),
    resourceId: Id.optional(),
    status: QueryList(AppointmentStatus).optional(),
    order: z.enum(['earliest', 'latest']).default('earliest'),
    ...PageInput,
  }),
  output: Page(AppointmentSummary),
  permission: 'scheduling.appointment.read',
  phi: 'read',
  audit: 'appointment.listed',
  rateClass: 'standard',
  idempotent: false,
  errors: ['scheduling.cursor_invalid'],
});

export const calendarDay = operation({
  summary: 'Everything that the day grid shows: open time, visits, holds, time off and closures',
  method: 'GET',
  path: '/scheduling/calendar/:date',
  input: z.strictObject({ date: LocalDateField, locationId: Id.optional() }),
  output: z.object({
    date: LocalDateField,
    /** Version of what is shown; grows with every change of this day. */
    asOf: InstantField,
    appointments: z.array(AppointmentSummary),
    openWindows: z.array(OpenWindow),
    timeOff: z.array(TimeOff),
    closures: z.array(Closure),
    holds: z.array(
      z.object({ resourceId: Id, start: InstantField, end: InstantField, expiresAt: InstantField }),
    ),
  }),
  permission: 'scheduling.appointment.read',
  phi: 'read',
  audit: 'calendar.viewed',
  rateClass: 'standard',
  idempotent: false,
});
