import { patientsContract } from '@spark-den/contracts/patients/operations';
import { schedulingContract } from '@spark-den/contracts/scheduling/operations';
import { defineService } from '@spark-den/service-kit';
import { bookAppointment } from './appointments/book-appointment.ts';
import { calendarDay } from './appointments/calendar-day.ts';
import { cancelAppointment } from './appointments/cancel-appointment.ts';
import { moveAppointment } from './appointments/move-appointment.ts';
import { getAppointment, listAppointments } from './appointments/read-appointments.ts';
import type { SchedulingDatabase } from './database.ts';
import { patientSubscriptions } from './patients/subscriptions.ts';
import { installSchedule } from './schedule/install-schedule.ts';
import { previewAvailability } from './schedule/preview-availability.ts';
import {
  putAppointmentType,
  putAvailabilityOverride,
  putAvailabilityTemplate,
  putClosure,
  putTimeOff,
  removeScheduleEntry,
} from './schedule/put-schedule.ts';
import {
  getProviderSchedule,
  listAppointmentTypes,
  listClosures,
  listSchedulingResources,
} from './schedule/read-schedule.ts';
import { explainSlot } from './slots/explain-slot.ts';
import { findSlots } from './slots/find-slots.ts';
import { holdSlot, releaseHold } from './slots/hold-slot.ts';
import { checkInStatus } from './visits/check-in-status.ts';
import { confirmAppointment } from './visits/confirm-appointment.ts';
import { flowBoard } from './visits/flow-board.ts';
import { transitionAppointment } from './visits/take-step.ts';

export const schedulingService = defineService<SchedulingDatabase>()({
  contract: schedulingContract,
  migrations: new URL('./migrations/', import.meta.url),
  uses: [patientsContract],
  handlers: () => ({
    listAppointmentTypes,
    putAppointmentType,
    listSchedulingResources,
    getProviderSchedule,
    putAvailabilityTemplate,
    putAvailabilityOverride,
    putTimeOff,
    listClosures,
    putClosure,
    removeScheduleEntry,
    previewAvailability,
    installSchedule,
    findSlots,
    explainSlot,
    holdSlot,
    releaseHold,
    bookAppointment,
    moveAppointment,
    cancelAppointment,
    getAppointment,
    listAppointments,
    calendarDay,
    transitionAppointment,
    confirmAppointment,
    checkInStatus,
    flowBoard,
  }),
  subscriptions: () => patientSubscriptions,
});
