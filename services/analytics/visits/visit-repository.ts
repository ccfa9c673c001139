import type { AppointmentStatus } from '@spark-den/contracts/scheduling/types';
import type { LocalDate } from '@spark-den/kernel';
import type { Selectable } from 'kysely';
import type { AnalyticsContext } from '../context.ts';
import type { VisitTable } from '../database.ts';

export type VisitRow = Selectable<VisitTable>;
export type VisitFacts = Omit<VisitRow, 'practiceId' | 'status'>;

/** Writes what is known of a visit; without a status a known visit keeps the one it has. */
export async function saveVisit(
  { db, practiceId }: AnalyticsContext,
  visit: VisitFacts,
  status?: AppointmentStatus,
): Promise<void> {
  await db
    .insertInto('visit')
    .values({ practiceId, ...visit, status: status ?? 'booked' })
    .onConflict(conflict =>
      conflict
        .columns(['practiceId', 'appointmentId'])
        .doUpdateSet({ ...visit, ...(status ? { status } : {}) }),
    )
    .execute();
}

/** Visits of these local dates, latest first. */
export function visitsOn(
  { db, practiceId }: AnalyticsContext,
  dates: readonly LocalDate[],
): Promise<VisitRow[]> {
  return db
    .selectFrom('visit')
    .selectAll()
    .where('practiceId', '=', practiceId)
    .where('date', 'in', dates)
    .orderBy('startAt', 'desc')
    .orderBy('appointmentId')
    .execute();
}
