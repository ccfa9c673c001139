import { serviceContract } from '../operation.ts';
import * as booking from './booking-operations.ts';
import { schedulingErrors } from './errors.ts';
import { schedulingEvents } from './events.ts';
import { schedulingPermissions } from './permissions.ts';
import {
  getProviderSchedule,
  installSchedule,
  listAppointmentTypes,
  listClosures,
  listSchedulingResources,
  previewAvailability,
  putAppointmentType,
  putAvailabilityOverride,
  putAvailabilityTemplate,
  putClosure,
  putTimeOff,
  removeScheduleEntry,
} from './schedule-operations.ts';
import { checkInStatus, confirmAppointment, flowBoard, transitionAppointment } from './visit-operations.ts';

export const schedulingContract = serviceContract({
  name: 'scheduling',
  port: 3012,
  database: 'business',
  operations: {
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
    findSlots: booking.findSlots,
    explainSlot: booking.explainSlot,
    holdSlot: booking.holdSlot,
    releaseHold: booking.releaseHold,
    bookAppointment: booking.bookAppointment,
    moveAppointment: booking.moveAppointment,
    cancelAppointment: booking.cancelAppointment,
    getAppointment: booking.getAppointment,
    listAppointments: booking.listAppointments,
    calendarDay: booking.calendarDay,
    transitionAppointment,
    confirmAppointment,
    checkInStatus,
    flowBoard,
  },
  events: schedulingEvents,
  errors: schedulingErrors,
  permissions: schedulingPermissions,
});
