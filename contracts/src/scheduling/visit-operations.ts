import { z } from 'zod';
import { CentsField, Id, InstantField, LocalDateField, Text } from '../fields.ts';
import { operation } from '../operation.ts';
import {
  Appointment,
  AppointmentSummary,
  CheckInGate,
  Confirmation,
  GateResult,
  StepSource,
} from './types.ts';

/** The steps of a visit. Each names what it needs; the server's clock gives the time. */
export const VisitStep = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('arrive') }),
  z.strictObject({ action: z.literal('check-in'), gates: z.array(GateResult).max(4) }),
  z.strictObject({ action: z.literal('room'), roomId: Id.optional() }),
  z.strictObject({ action: z.literal('start-visit') }),
  z.strictObject({ action: z.literal('finish-visit') }),
  z.strictObject({
    action: z.literal('check-out'),
    chargesReviewed: z.boolean(),
    nextVisit: z.enum(['booked', 'not-needed', 'declined', 'not-asked']),
    balanceReviewed: z.boolean(),
  }),
  z.strictObject({ action: z.literal('no-show'), reason: Text(300).optional() }),
  z.strictObject({ action: z.literal('leave-unseen'), reason: Text(300) }),
  /** The visit was never meant to be; needs its own permission. */
  z.strictObject({ action: z.literal('enter-in-error'), reason: Text(300) }),
  /** Takes the last step back; its times are voided, not overwritten. */
  z.strictObject({ action: z.literal('undo'), reason: Text(300) }),
]);
export type VisitStep = z.output<typeof VisitStep>;

export const transitionAppointment = operation({
  summary: 'Take the next step of a visit: arrive, check in, room, start, finish, check out, no-show, undo',
  method: 'POST',
  path: '/scheduling/appointments/:appointmentId/steps',
  input: z.strictObject({ appointmentId: Id, step: VisitStep, source: StepSource.default('portal') }),
  output: Appointment,
  permission: 'scheduling.visit.update',
  phi: 'write',
  audit: 'appointment.step_taken',
  rateClass: 'standard',
  idempotent: true,
  ifMatch: true,
  errors: [
    'scheduling.appointment_not_found',
    'scheduling.version_conflict',
    'scheduling.transition_not_allowed',
    'scheduling.too_early_for_no_show',
    'scheduling.checkin_gates_open',
    'scheduling.checkout_incomplete',
    'scheduling.override_forbidden',
    'scheduling.undo_not_possible',
    'scheduling.resource_not_found',
    'scheduling.slot_taken',
  ],
});

export const confirmAppointment = operation({
  summary: 'Note whether the patient confirmed the visit, and over which channel',
  method: 'POST',
  path: '/scheduling/appointments/:appointmentId/confirmation',
  input: z.strictObject({
    appointmentId: Id,
    confirmation: Confirmation,
    channel: z.enum(['phone', 'text', 'email', 'in-person']),
  }),
  output: Appointment,
  permission: 'scheduling.appointment.book',
  phi: 'write',
  audit: 'appointment.confirmation_noted',
  rateClass: 'standard',
  idempotent: true,
  ifMatch: true,
  errors: ['scheduling.appointment_not_found', 'scheduling.version_conflict', 'scheduling.not_cancellable'],
});

/** What the desk sees before a check-in. Copay is billing's: the portal asks there and reports the gate. */
export const checkInStatus = operation({
  summary: 'What stands open before a patient can be checked in',
  method: 'GET',
  path: '/scheduling/appointments/:appointmentId/check-in',
  input: z.strictObject({ appointmentId: Id }),
  output: z.object({
    gates: z.array(
      z.object({
        gate: CheckInGate,
        state: z.enum(['satisfied', 'open', 'unknown']),
        /** A code of what is known: `active`, `inactive`, `no-coverage`, `signed`, `missing`, … */
        finding: z.string(),
        checkedAt: InstantField.nullable(),
      }),
    ),
    /** Copay as the last eligibility answer states it; `null` where it states none. */
    copayCents: CentsField.nullable(),
  }),
  permission: 'scheduling.visit.update',
  phi: 'read',
  audit: 'appointment.check_in_viewed',
  rateClass: 'standard',
  idempotent: false,
  errors: ['scheduling.appointment_not_found'],
});

export const flowBoard = operation({
  summary: 'The visits of a day with where each patient is and for how long',
  method: 'GET',
  path: '/scheduling/flow/:date',
  input: z.strictObject({ date: LocalDateField, locationId: Id.optional(), providerId: Id.optional() }),
  output: z.object({
    asOf: InstantField,
    visits: z.array(
      AppointmentSummary.extend({
        /** When the present state began. */
        since: InstantField,
        minutesInState: z.int(),
        overriddenGates: z.array(CheckInGate),
      }),
    ),
  }),
  permission: 'scheduling.appointment.read',
  phi: 'read',
  audit: 'flow_board.viewed',
  rateClass: 'standard',
  idempotent: false,
});
