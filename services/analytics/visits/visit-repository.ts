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

/** The first day after `date` with visits in one of these states, and how many it has. */
export async function nextVisitDay(
  { db, practiceId }: AnalyticsContext,
  date: LocalDate,
  statuses: readonly AppointmentStatus[],
): Promise<{ date: LocalDate; count: number } | null> {
  const row = await db
    .selectFrom('visit')
    .select(eb => ['date', eb.fn.countAll<number>().as('count')])
    .where('practiceId', '=', practiceId)
    .where('date', '>', date)
    .where('status', 'in', statuses)
    .groupBy('date')
    .orderBy('date')
    .limit(1)
    .executeTakeFirst();
  return row ? { date: row.date, count: Number(row.count) } : null;
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
