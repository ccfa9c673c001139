import {
  AppointmentBooked,
  AppointmentCancelled,
  AppointmentMoved,
  AppointmentStatusChanged,
} from '@spark-den/contracts/scheduling/events';
import { instant, type Instant, type LocalDate } from '@spark-den/kernel';
import { on, type Subscription } from '@spark-den/service-kit';
import type { ClinicalContext } from '../context.ts';
import type { Database } from '../database.ts';
import { saveVisit } from './visit-repository.ts';

interface VisitFacts {
  readonly appointmentId: string;
  readonly patientId: string;
  readonly providerId: string;
  readonly locationId: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly date: LocalDate;
}

function facts({ appointmentId, patientId, providerId, locationId, start, end, date }: VisitFacts) {
  return { appointmentId, patientId, providerId, locationId, startAt: start, endAt: end, date };
}

/** Keeps the clinical side's own list of visits from what scheduling tells. */
export const followAppointments: readonly Subscription<Database>[] = [
  on(AppointmentBooked, 'clinical.visit-list', (context: ClinicalContext, { payload, occurredAt }) =>
    saveVisit(context, facts(payload), undefined, instant(occurredAt)),
  ),
  on(AppointmentMoved, 'clinical.visit-list', (context: ClinicalContext, { payload }) =>
    saveVisit(context, facts(payload)),
  ),
  on(AppointmentCancelled, 'clinical.visit-list', (context: ClinicalContext, { payload, occurredAt }) =>
    saveVisit(context, facts(payload), { status: 'cancelled', since: instant(occurredAt) }),
  ),
  on(AppointmentStatusChanged, 'clinical.visit-list', (context: ClinicalContext, { payload }) =>
    saveVisit(context, facts(payload), { status: payload.to, since: payload.at }),
  ),
];
