import type { AppointmentRow } from './appointment-repository.ts';

/** What every event of a visit carries: ids and times, nothing about the person. */
export function eventFacts(row: AppointmentRow) {
  return {
    appointmentId: row.id,
    patientId: row.patientId,
    providerId: row.providerId,
    locationId: row.locationId,
    appointmentTypeId: row.appointmentTypeId,
    start: row.startAt,
    end: row.endAt,
    date: row.localDate,
  };
}
