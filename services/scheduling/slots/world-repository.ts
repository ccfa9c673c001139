import { addDays, localDateAt, type Instant } from '@spark-den/kernel';
import { sql } from 'kysely';
import type { Db } from '../context.ts';
import {
  appointmentTypes,
  closures,
  locations,
  overrides,
  resources,
  templates,
  timeOff,
  travel,
} from '../schedule/schedule-repository.ts';

export interface Range {
  readonly start: Instant;
  readonly end: Instant;
}

/** Everything that decides who is free in a range of time, as rows. */
export async function loadRows(db: Db, range: Range) {
  const from = addDays(localDateAt(range.start, 'UTC'), -2);
  const to = addDays(localDateAt(range.end, 'UTC'), 2);
  return {
    locations: await locations(db),
    resources: await resources(db),
    travel: await travel(db),
    appointmentTypes: await appointmentTypes(db),
    templates: await templates(db),
    overrides: await overrides(db, { from, to }),
    timeOff: await timeOff(db, { from: range.start, to: range.end }),
    closures: await closures(db, from, to),
  };
}
export type ScheduleRows = Awaited<ReturnType<typeof loadRows>>;

/** What is taken: appointments and holds that have not expired, without those of `exceptId`. */
export async function loadClaims(db: Db, range: Range, now: Instant, exceptId?: string) {
  return db
    .selectFrom('resourceClaim as c')
    .leftJoin('appointment as a', 'a.id', 'c.appointmentId')
    .leftJoin('hold as h', 'h.id', 'c.holdId')
    .select(eb => [
      'c.resourceId',
      'c.locationId',
      'c.appointmentId',
      'c.holdId',
      'c.expiresAt',
      'c.startAt',
      'c.endAt',
      eb.fn.coalesce('a.appointmentTypeId', 'h.appointmentTypeId').as('appointmentTypeId'),
      sql<Instant>`lower(during)`.as('from'),
      sql<Instant>`upper(during)`.as('to'),
    ])
    .where('c.live', '=', true)
    .where(sql<boolean>`during && tstzrange(${range.start}, ${range.end}, '[)')`)
    .where(eb => eb.or([eb('c.expiresAt', 'is', null), eb('c.expiresAt', '>', now)]))
    .$if(exceptId !== undefined, query =>
      query.where(eb =>
        eb.and([
          eb.or([eb('c.appointmentId', 'is', null), eb('c.appointmentId', '<>', exceptId!)]),
          eb.or([eb('c.holdId', 'is', null), eb('c.holdId', '<>', exceptId!)]),
        ]),
      ),
    )
    .orderBy(sql`lower(during)`)
    .orderBy('c.id')
    .execute();
}
export type ClaimRow = Awaited<ReturnType<typeof loadClaims>>[number];
