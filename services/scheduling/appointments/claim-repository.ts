import type { Instant } from '@spark-den/kernel';
import { violates } from '@spark-den/service-kit';
import { fullSpans, overlaps } from '@spark-den/slots';
import { sql } from 'kysely';
import type { Db, SchedulingContext } from '../context.ts';
import type { WantedClaim } from './claim.ts';

export interface ClaimOwner {
  readonly appointmentId: string | null;
  readonly holdId: string | null;
  readonly expiresAt: Instant | null;
}

/**
 * Bookings of one resource take their turn until their transactions end: the later one sees what the earlier one
 * took, and two that want one time do not wait for each other until PostgreSQL ends one of them.
 */
export async function lockResources(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .selectFrom('resource')
    .select('id')
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

/** Frees what expired holds still keep of the wanted time; part of the booking's own transaction. */
export async function releaseExpired(db: Db, claims: readonly WantedClaim[], now: Instant): Promise<void> {
  for (const claim of claims) {
    await db
      .updateTable('resourceClaim')
      .set({ live: false, blocks: false })
      .where('resourceId', '=', claim.resourceId)
      .where('live', '=', true)
      .where('expiresAt', '<=', now)
      .where(sql<boolean>`during && tstzrange(${claim.from}, ${claim.to}, '[)')`)
      .execute();
  }
}

/**
 * Takes all the time or none of it.
 * @param sharing resources that this visit may use beside others (seats, a booked exception)
 * @returns false when somebody else holds a part of it; the transaction goes on as it was before
 */
export async function insertClaims(
  context: SchedulingContext,
  claims: readonly WantedClaim[],
  place: { readonly locationId: string; readonly owner: ClaimOwner; readonly sharing: ReadonlySet<string> },
): Promise<boolean> {
  const { db, practiceId } = context;
  await sql`savepoint claims`.execute(db);
  try {
    await db
      .insertInto('resourceClaim')
      .values(
        claims.map(claim => ({
          id: context.newId(),
          practiceId,
          resourceId: claim.resourceId,
          kind: claim.kind,
          locationId: place.locationId,
          ...place.owner,
          during: sql<string>`tstzrange(${claim.from}, ${claim.to}, '[)')`,
          startAt: claim.startAt,
          endAt: claim.endAt,
          blocks: !place.sharing.has(claim.resourceId),
        })),
      )
      .execute();
    await sql`release savepoint claims`.execute(db);
    return true;
  } catch (error) {
    if (!violates(error, 'resource_claim_no_overlap')) throw error;
    await sql`rollback to savepoint claims`.execute(db);
    return false;
  }
}

/** How many of these resources' live claims lie over the wanted time; for seats and exceptions, under lock. */
export async function isFull(db: Db, claim: WantedClaim, capacity: number, now: Instant): Promise<boolean> {
  const rows = await db
    .selectFrom('resourceClaim')
    .select([sql<Instant>`lower(during)`.as('from'), sql<Instant>`upper(during)`.as('to')])
    .where('resourceId', '=', claim.resourceId)
    .where('live', '=', true)
    .where(eb => eb.or([eb('expiresAt', 'is', null), eb('expiresAt', '>', now)]))
    .where(sql<boolean>`during && tstzrange(${claim.from}, ${claim.to}, '[)')`)
    .execute();
  const spans = rows
    .map(row => ({ start: Date.parse(row.from), end: Date.parse(row.to) }))
    .sort((a, b) => a.start - b.start);
  const wanted = { start: Date.parse(claim.from), end: Date.parse(claim.to) };
  return fullSpans(spans, capacity).some(span => overlaps(span, wanted));
}

/** Gives back all time of an appointment; the rows stay as its history. */
export async function releaseClaims(db: Db, appointmentId: string, kind?: 'room'): Promise<void> {
  await db
    .updateTable('resourceClaim')
    .set({ live: false, blocks: false })
    .where('appointmentId', '=', appointmentId)
    .where('live', '=', true)
    .$if(kind !== undefined, query => query.where('kind', '=', kind!))
    .execute();
}
