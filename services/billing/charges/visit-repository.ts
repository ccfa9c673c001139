import { msBetween, plusMs, HOUR_MS, type Instant, type LocalDate } from '@spark-den/kernel';
import type { VisitCharge } from '@spark-den/contracts/billing/charge-types';
import { sql } from 'kysely';
import type { BillingContext } from '../context.ts';

type Row = Omit<VisitCharge, 'state' | 'overdue' | 'hoursOpen'> & { chargeStatus: string | null };

/** Kept visits with their encounter and their live charge. */
export async function keptVisits(
  context: BillingContext,
  filter: {
    readonly appointmentId?: string;
    readonly openOnly?: boolean;
    readonly keptBefore?: Instant;
    readonly locationId?: string | undefined;
    readonly after?: readonly [keptAt: string, appointmentId: string];
    readonly limit?: number;
  },
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select v.appointment_id, v.patient_id, v.provider_id, v.location_id, v.date_of_service, v.kept_at,
           v.no_charge_reason, e.encounter_id, c.id as charge_id, c.status as charge_status
    from visit v
    left join closed_encounter e on e.practice_id = v.practice_id and e.appointment_id = v.appointment_id
    left join lateral (
      select id, status from charge
      where charge.practice_id = v.practice_id and charge.status <> 'voided'
        and (charge.appointment_id = v.appointment_id or charge.encounter_id = e.encounter_id)
      order by (status = 'posted') desc, created_at limit 1
    ) c on true
    where v.practice_id = ${context.practiceId} and v.kept_at is not null
      ${filter.appointmentId ? sql`and v.appointment_id = ${filter.appointmentId}` : sql``}
      ${filter.openOnly ? sql`and v.no_charge_reason is null and c.status is distinct from 'posted'` : sql``}
      ${filter.keptBefore ? sql`and v.kept_at < ${filter.keptBefore}` : sql``}
      ${filter.locationId ? sql`and v.location_id = ${filter.locationId}` : sql``}
      ${filter.after ? sql`and (v.kept_at, v.appointment_id) > (${filter.after[0]}::timestamptz, ${filter.after[1]}::uuid)` : sql``}
    order by v.kept_at, v.appointment_id
    ${filter.limit === undefined ? sql`` : sql`limit ${filter.limit}`}`.execute(context.db);
  return rows;
}

/** Whether an encounter of the practice was signed. */
export async function isClosedEncounter(context: BillingContext, encounterId: string): Promise<boolean> {
  const row = await context.db
    .selectFrom('closedEncounter')
    .select('encounterId')
    .where('practiceId', '=', context.practiceId)
    .where('encounterId', '=', encounterId)
    .executeTakeFirst();
  return row !== undefined;
}

export interface DayCounts {
  readonly keptVisits: number;
  readonly encountersClosed: number;
  readonly chargesPosted: number;
  readonly chargesDrafted: number;
  readonly noCharge: number;
  readonly unexplained: number;
  readonly chargesWithoutVisit: number;
}

/** The three sides of a day: kept visits, closed encounters, charges. */
export async function countDay(
  context: BillingContext,
  date: LocalDate,
  locationId: string | undefined,
): Promise<DayCounts> {
  const here = locationId === undefined ? sql`` : sql`and location_id = ${locationId}`;
  const { rows } = await sql<DayCounts>`
    with kept as (
      select appointment_id, no_charge_reason from visit
      where practice_id = ${context.practiceId} and date_of_service = ${date} and kept_at is not null ${here}
    ), live as (
      select id, appointment_id, status from charge
      where practice_id = ${context.practiceId} and date_of_service = ${date} and status <> 'voided' ${here}
    )
    select
      (select count(*)::int from kept) as kept_visits,
      (select count(distinct e.encounter_id)::int from closed_encounter e join kept k using (appointment_id)
        where e.practice_id = ${context.practiceId}) as encounters_closed,
      (select count(*)::int from live where status = 'posted') as charges_posted,
      (select count(*)::int from live where status = 'draft') as charges_drafted,
      (select count(*)::int from kept where no_charge_reason is not null) as no_charge,
      (select count(*)::int from kept where no_charge_reason is null and not exists (
        select from live where live.appointment_id = kept.appointment_id and live.status = 'posted')) as unexplained,
      (select count(*)::int from live where not exists (
        select from kept where kept.appointment_id = live.appointment_id)) as charges_without_visit`.execute(
    context.db,
  );
  return (
    rows[0] ?? {
      keptVisits: 0,
      encountersClosed: 0,
      chargesPosted: 0,
      chargesDrafted: 0,
      noCharge: 0,
      unexplained: 0,
      chargesWithoutVisit: 0,
    }
  );
}

/** How far the charges of a kept visit are. */
export function showVisit(row: Row, now: Instant, limitHours: number): VisitCharge {
  const { chargeStatus, ...visit } = row;
  const state =
    chargeStatus === 'posted'
      ? 'posted'
      : visit.noChargeReason !== null
        ? 'no-charge'
        : chargeStatus === 'draft'
          ? 'draft'
          : visit.encounterId === null
            ? 'no-encounter'
            : 'no-charge-drafted';
  const open = state !== 'posted' && state !== 'no-charge';
  return {
    ...visit,
    state,
    hoursOpen: open ? Math.floor(msBetween(visit.keptAt, now) / HOUR_MS) : 0,
    overdue: open && plusMs(visit.keptAt, limitHours * HOUR_MS) < now,
  };
}
