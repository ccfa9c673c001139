import type { Instant, LocalDate } from '@spark-den/kernel';
import { summaries, type SummaryRow } from '../appointments/appointment-repository.ts';
import type { Db } from '../context.ts';

/** Booked visits that take a resource's time in a range. */
export async function appointmentsIn(
  db: Db,
  resourceId: string,
  range: { readonly start: Instant; readonly end: Instant },
): Promise<SummaryRow[]> {
  return summaries(db)
    .where('a.status', '=', 'booked')
    .where('a.startAt', '<', range.end)
    .where('a.endAt', '>', range.start)
    .where(eb =>
      eb.exists(
        eb
          .selectFrom('resourceClaim as k')
          .select('k.id')
          .whereRef('k.appointmentId', '=', 'a.id')
          .where('k.resourceId', '=', resourceId)
          .where('k.live', '=', true),
      ),
    )
    .orderBy('a.startAt')
    .orderBy('a.id')
    .execute();
}

export async function bookedOf(
  db: Db,
  providerId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<SummaryRow[]> {
  return summaries(db)
    .where('a.providerId', '=', providerId)
    .where('a.status', '=', 'booked')
    .where('a.localDate', '>=', from)
    .where('a.localDate', '<=', to)
    .orderBy('a.startAt')
    .orderBy('a.id')
    .execute();
}
