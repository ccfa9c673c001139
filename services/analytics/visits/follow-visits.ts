import {
  AppointmentBooked,
  AppointmentCancelled,
  AppointmentMoved,
  AppointmentStatusChanged,
} from '@spark-den/contracts/scheduling/events';
import { on, type Subscription } from '@spark-den/service-kit';
import type { AnalyticsContext } from '../context.ts';
import type { AnalyticsDatabase } from '../database.ts';
import { saveVisit, type VisitFacts } from './visit-repository.ts';

const CONSUMER = 'analytics.visits';

function facts({
  appointmentId,
  patientId,
  providerId,
  locationId,
  start,
  date,
}: Omit<VisitFacts, 'startAt'> & { start: VisitFacts['startAt'] }) {
  return { appointmentId, patientId, providerId, locationId, startAt: start, date };
}

/** Keeps each visit as scheduling last told of it. */
export const followVisits: readonly Subscription<AnalyticsDatabase>[] = [
  on(AppointmentBooked, CONSUMER, (context: AnalyticsContext, { payload }) =>
    saveVisit(context, facts(payload)),
  ),
  on(AppointmentMoved, CONSUMER, (context: AnalyticsContext, { payload }) =>
    saveVisit(context, facts(payload)),
  ),
  on(AppointmentCancelled, CONSUMER, (context: AnalyticsContext, { payload }) =>
    saveVisit(context, facts(payload), 'cancelled'),
  ),
  on(AppointmentStatusChanged, CONSUMER, (context: AnalyticsContext, { payload }) =>
    saveVisit(context, facts(payload), payload.to),
  ),
];
