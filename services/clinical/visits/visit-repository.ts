import type { AppointmentStatus } from '@spark-den/contracts/scheduling/types';
import type { Instant, LocalDate } from '@spark-den/kernel';
import type { Selectable } from 'kysely';
import type { ClinicalContext } from '../context.ts';
import type { EncounterTable, VisitTable } from '../database.ts';

export type VisitRow = Selectable<VisitTable>;
export type VisitWithEncounter = VisitRow & {
  encounterId: string | null;
  encounterStatus: Selectable<EncounterTable>['status'] | null;
};

/** Writes what scheduling says of a visit now; without a `status` a known visit keeps the one it has. */
export async function saveVisit(
  { db, practiceId }: ClinicalContext,
  visit: Omit<VisitRow, 'practiceId' | 'status' | 'since'>,
  status?: { readonly status: AppointmentStatus; readonly since: Instant },
  firstSeen?: Instant,
): Promise<void> {
  await db
    .insertInto('visit')
    .values({
      practiceId,
      ...visit,
      status: status?.status ?? 'booked',
      since: status?.since ?? firstSeen ?? visit.startAt,
    })
    .onConflict(conflict =>
      conflict.columns(['practiceId', 'appointmentId']).doUpdateSet({ ...visit, ...status }),
    )
    .execute();
}

export function findVisit(
  { db, practiceId }: ClinicalContext,
  appointmentId: string,
): Promise<VisitRow | undefined> {
  return db
    .selectFrom('visit')
    .selectAll()
    .where('practiceId', '=', practiceId)
    .where('appointmentId', '=', appointmentId)
    .executeTakeFirst();
}

/** Visits of a day in any of these states, by time, each with its encounter if it has one. */
export function listDay(
  { db, practiceId }: ClinicalContext,
  day: {
    readonly date: LocalDate;
    readonly providerId: string | undefined;
    readonly statuses: readonly AppointmentStatus[];
  },
): Promise<VisitWithEncounter[]> {
  return db
    .selectFrom('visit')
    .leftJoin('encounter', join =>
      join
        .onRef('encounter.practiceId', '=', 'visit.practiceId')
        .onRef('encounter.appointmentId', '=', 'visit.appointmentId'),
    )
    .selectAll('visit')
    .select(['encounter.id as encounterId', 'encounter.status as encounterStatus'])
    .where('visit.practiceId', '=', practiceId)
    .where('visit.date', '=', day.date)
    .where('visit.status', 'in', day.statuses)
    .$if(day.providerId !== undefined, query => query.where('visit.providerId', '=', day.providerId ?? ''))
    .orderBy('visit.startAt')
    .orderBy('visit.appointmentId')
    .execute();
}
