import type { AppointmentStatus } from '@spark-den/contracts/scheduling/types';
import type { Instant, LocalDate } from '@spark-den/kernel';
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely';
import type { Db } from '../context.ts';
import type { AppointmentMoveTable, AppointmentTable } from '../database.ts';
import { RELEASED } from '../visits/visit.ts';

export type AppointmentRow = Selectable<AppointmentTable>;

/** Appointments with the names that a calendar shows. */
export function summaries(db: Db) {
  return db
    .selectFrom('appointment as a')
    .innerJoin('appointmentType as t', join =>
      join.onRef('t.practiceId', '=', 'a.practiceId').onRef('t.id', '=', 'a.appointmentTypeId'),
    )
    .innerJoin('resource as p', join =>
      join.onRef('p.practiceId', '=', 'a.practiceId').onRef('p.id', '=', 'a.providerId'),
    )
    .leftJoin('resource as r', join =>
      join.onRef('r.practiceId', '=', 'a.practiceId').onRef('r.id', '=', 'a.roomId'),
    )
    .leftJoin('patientCopy as c', join =>
      join.onRef('c.practiceId', '=', 'a.practiceId').onRef('c.patientId', '=', 'a.patientId'),
    )
    .selectAll('a')
    .select([
      't.name as typeName',
      't.color as color',
      'p.name as providerName',
      'r.name as roomName',
      'c.name as patientName',
      'c.mrn as patientMrn',
      'c.born as patientBorn',
      'c.restricted as patientRestricted',
    ]);
}
export type SummaryRow = Awaited<ReturnType<ReturnType<typeof summaries>['execute']>>[number];

export async function summaryById(db: Db, id: string): Promise<SummaryRow | undefined> {
  return summaries(db).where('a.id', '=', id).executeTakeFirst();
}

/** The row, kept from changing until the transaction ends. */
export async function lockAppointment(db: Db, id: string): Promise<AppointmentRow | undefined> {
  return db.selectFrom('appointment').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function insertAppointment(db: Db, row: Insertable<AppointmentTable>): Promise<void> {
  await db.insertInto('appointment').values(row).execute();
}

/** Compare and swap: changes the row only in the version that was read. */
export async function updateAppointment(
  db: Db,
  id: string,
  version: number,
  change: Updateable<AppointmentTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('appointment')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Visits of the person, under any of the ids that stand for them, that still take time in the range. */
export async function visitsOfPatient(
  db: Db,
  patientId: string,
  range: { readonly start: Instant; readonly end: Instant },
) {
  return db
    .selectFrom('appointment')
    .select(['id', 'startAt', 'endAt'])
    .where('patientId', 'in', idsOfPerson(db, patientId))
    .where('status', 'not in', [...RELEASED, 'no-show'])
    .where('startAt', '<', range.end)
    .where('endAt', '>', range.start)
    .execute();
}

/** Every patient id that now means the same person; the id itself when nothing is known of it. */
function idsOfPerson(db: Db, patientId: string) {
  return sql<string>`(
    select ${patientId}::uuid
    union
    select other.patient_id from patient_copy given
    join patient_copy other on other.practice_id = given.practice_id and other.surviving_id = given.surviving_id
    where given.patient_id = ${patientId})`;
}

export interface ListFilter {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly patientId?: string;
  readonly providerId?: string;
  readonly locationId?: string;
  readonly resourceId?: string;
  readonly status?: readonly AppointmentStatus[];
  readonly order: 'earliest' | 'latest';
  readonly after?: { readonly startAt: Instant; readonly id: string };
  readonly limit: number;
}

export async function listSummaries(db: Db, filter: ListFilter): Promise<SummaryRow[]> {
  let query = summaries(db);
  if (filter.from) query = query.where('a.localDate', '>=', filter.from);
  if (filter.to) query = query.where('a.localDate', '<=', filter.to);
  if (filter.patientId) query = query.where('a.patientId', 'in', idsOfPerson(db, filter.patientId));
  if (filter.providerId) query = query.where('a.providerId', '=', filter.providerId);
  if (filter.locationId) query = query.where('a.locationId', '=', filter.locationId);
  if (filter.status?.length) query = query.where('a.status', 'in', [...filter.status]);
  if (filter.resourceId) {
    const { resourceId } = filter;
    query = query.where(eb =>
      eb.exists(
        eb
          .selectFrom('resourceClaim as k')
          .select('k.id')
          .whereRef('k.appointmentId', '=', 'a.id')
          .where('k.resourceId', '=', resourceId)
          .where('k.live', '=', true),
      ),
    );
  }
  const direction = filter.order === 'earliest' ? 'asc' : 'desc';
  if (filter.after) {
    const { startAt, id } = filter.after;
    const place = sql<boolean>`(a.start_at, a.id)`;
    const given = sql`(${startAt}::timestamptz, ${id}::uuid)`;
    query = query.where(
      filter.order === 'earliest' ? sql<boolean>`${place} > ${given}` : sql<boolean>`${place} < ${given}`,
    );
  }
  return query.orderBy('a.startAt', direction).orderBy('a.id', direction).limit(filter.limit).execute();
}

export async function bookedResources(db: Db, appointmentId: string) {
  return db
    .selectFrom('resourceClaim as k')
    .innerJoin('resource as r', join =>
      join.onRef('r.practiceId', '=', 'k.practiceId').onRef('r.id', '=', 'k.resourceId'),
    )
    .select(['k.resourceId', 'k.kind', 'r.name', 'k.startAt', 'k.endAt'])
    .where('k.appointmentId', '=', appointmentId)
    .where('k.live', '=', true)
    .orderBy('k.startAt')
    .orderBy('k.kind')
    .execute();
}

export async function insertMove(db: Db, row: Insertable<AppointmentMoveTable>): Promise<void> {
  await db.insertInto('appointmentMove').values(row).execute();
}

export async function movesOf(db: Db, appointmentId: string) {
  return db
    .selectFrom('appointmentMove')
    .selectAll()
    .where('appointmentId', '=', appointmentId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}
