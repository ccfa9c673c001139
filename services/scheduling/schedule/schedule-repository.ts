import type { Instant, LocalDate } from '@spark-den/kernel';
import type { Insertable } from 'kysely';
import type { Db } from '../context.ts';
import type {
  AppointmentTypeTable,
  AvailabilityOverrideTable,
  AvailabilityTemplateTable,
  ClosureTable,
  LocationTable,
  ResourceTable,
  TimeOffTable,
  TravelTable,
} from '../database.ts';

export async function locations(db: Db) {
  return db.selectFrom('location').selectAll().orderBy('name').execute();
}

export async function locationById(db: Db, id: string) {
  return db.selectFrom('location').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function resources(db: Db) {
  return db.selectFrom('resource').selectAll().orderBy('kind').orderBy('name').execute();
}

export async function resourceById(db: Db, id: string) {
  return db.selectFrom('resource').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function travel(db: Db) {
  return db.selectFrom('travel').selectAll().execute();
}

export async function appointmentTypes(db: Db) {
  return db.selectFrom('appointmentType').selectAll().orderBy('name').execute();
}

export async function appointmentTypeById(db: Db, id: string) {
  return db.selectFrom('appointmentType').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function templates(db: Db, providerId?: string) {
  return db
    .selectFrom('availabilityTemplate')
    .selectAll()
    .$if(providerId !== undefined, query => query.where('providerId', '=', providerId!))
    .orderBy('effectiveFrom')
    .execute();
}

export async function overrides(
  db: Db,
  filter: { providerId?: string; from?: LocalDate; to?: LocalDate } = {},
) {
  return db
    .selectFrom('availabilityOverride')
    .selectAll()
    .$if(filter.providerId !== undefined, query => query.where('providerId', '=', filter.providerId!))
    .$if(filter.from !== undefined, query => query.where('date', '>=', filter.from!))
    .$if(filter.to !== undefined, query => query.where('date', '<=', filter.to!))
    .orderBy('date')
    .execute();
}

export async function timeOff(db: Db, filter: { resourceId?: string; from?: Instant; to?: Instant } = {}) {
  return db
    .selectFrom('timeOff')
    .selectAll()
    .$if(filter.resourceId !== undefined, query => query.where('resourceId', '=', filter.resourceId!))
    .$if(filter.from !== undefined, query => query.where('endAt', '>', filter.from!))
    .$if(filter.to !== undefined, query => query.where('startAt', '<', filter.to!))
    .orderBy('startAt')
    .execute();
}

export async function closures(db: Db, from: LocalDate, to: LocalDate) {
  return db
    .selectFrom('closure')
    .selectAll()
    .where('date', '>=', from)
    .where('date', '<=', to)
    .orderBy('date')
    .execute();
}

export async function saveLocation(db: Db, row: Insertable<LocationTable>): Promise<void> {
  await db
    .insertInto('location')
    .values(row)
    .onConflict(conflict =>
      conflict.columns(['practiceId', 'id']).doUpdateSet({ name: row.name, zone: row.zone }),
    )
    .execute();
}

export async function saveResource(db: Db, row: Insertable<ResourceTable>): Promise<void> {
  const { practiceId: _practice, id: _id, ...rest } = row;
  await db
    .insertInto('resource')
    .values(row)
    .onConflict(conflict => conflict.columns(['practiceId', 'id']).doUpdateSet(rest))
    .execute();
}

export async function saveTravel(db: Db, row: Insertable<TravelTable>): Promise<void> {
  await db
    .insertInto('travel')
    .values(row)
    .onConflict(conflict =>
      conflict
        .columns(['practiceId', 'fromLocationId', 'toLocationId'])
        .doUpdateSet({ minutes: row.minutes }),
    )
    .execute();
}

export async function saveAppointmentType(db: Db, row: Insertable<AppointmentTypeTable>) {
  const { practiceId: _practice, id: _id, ...rest } = row;
  return db
    .insertInto('appointmentType')
    .values(row)
    .onConflict(conflict =>
      conflict
        .columns(['practiceId', 'id'])
        .doUpdateSet(update => ({ ...rest, version: update('appointmentType.version', '+', 1) })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** @returns those of the ids that the practice does not know */
export async function unknownAppointmentTypes(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const known = await db.selectFrom('appointmentType').select('id').where('id', 'in', ids).execute();
  return ids.filter(id => !known.some(type => type.id === id));
}

/** One template per provider and first date; a repeat replaces its rules. */
export async function saveTemplate(db: Db, row: Insertable<AvailabilityTemplateTable>) {
  return db
    .insertInto('availabilityTemplate')
    .values(row)
    .onConflict(conflict =>
      conflict.columns(['practiceId', 'providerId', 'effectiveFrom']).doUpdateSet({ rules: row.rules }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function saveOverride(db: Db, row: Insertable<AvailabilityOverrideTable>) {
  return db
    .insertInto('availabilityOverride')
    .values(row)
    .onConflict(conflict =>
      conflict
        .columns(['practiceId', 'providerId', 'date'])
        .doUpdateSet({ windows: row.windows, reason: row.reason }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function saveTimeOff(db: Db, row: Insertable<TimeOffTable>) {
  const { practiceId: _practice, id: _id, ...rest } = row;
  return db
    .insertInto('timeOff')
    .values(row)
    .onConflict(conflict => conflict.columns(['practiceId', 'id']).doUpdateSet(rest))
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function saveClosure(db: Db, row: Insertable<ClosureTable>) {
  const { practiceId: _practice, id: _id, ...rest } = row;
  return db
    .insertInto('closure')
    .values(row)
    .onConflict(conflict => conflict.columns(['practiceId', 'id']).doUpdateSet(rest))
    .returningAll()
    .executeTakeFirstOrThrow();
}

const ENTRIES = [
  ['availabilityOverride', 'override'],
  ['timeOff', 'time-off'],
  ['closure', 'closure'],
] as const;

/** Deletes whichever kind of entry has this id; `undefined` when none has. */
export async function removeEntry(db: Db, id: string): Promise<(typeof ENTRIES)[number][1] | undefined> {
  for (const [table, kind] of ENTRIES) {
    const { numDeletedRows } = await db.deleteFrom(table).where('id', '=', id).executeTakeFirst();
    if (numDeletedRows > 0n) return kind;
  }
  return undefined;
}
