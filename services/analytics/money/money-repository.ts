import { addCents, type Cents, type Instant, type LocalDate } from '@spark-den/kernel';
import type { Selectable } from 'kysely';
import type { AnalyticsContext } from '../context.ts';
import type { CashPostingTable, ChargePostingTable } from '../database.ts';

export type CashPostingRow = Selectable<CashPostingTable>;
export type ChargePostingRow = Selectable<ChargePostingTable>;

/** A line of the journal never changes, so one that is known stays as it is. */
export async function saveCashPostings(
  { db, practiceId }: AnalyticsContext,
  postings: readonly Omit<CashPostingRow, 'practiceId'>[],
): Promise<void> {
  for (const { entryId, ordinal, kind, account, amountCents, patientId, postingDate, postedAt } of postings) {
    await db
      .insertInto('cashPosting')
      .values({ practiceId, entryId, ordinal, kind, account, amountCents, patientId, postingDate, postedAt })
      .onConflict(conflict => conflict.columns(['practiceId', 'entryId', 'ordinal']).doNothing())
      .execute();
  }
}

export async function saveChargePosting(
  { db, practiceId }: AnalyticsContext,
  posting: Omit<ChargePostingRow, 'practiceId'>,
): Promise<void> {
  await db
    .insertInto('chargePosting')
    .values({ practiceId, ...posting })
    .execute();
}

/** Cash by posting date, latest posting first. */
export function cashPostingsOn(
  { db, practiceId }: AnalyticsContext,
  date: LocalDate,
): Promise<CashPostingRow[]> {
  return db
    .selectFrom('cashPosting')
    .selectAll()
    .where('practiceId', '=', practiceId)
    .where('postingDate', '=', date)
    .orderBy('postedAt', 'desc')
    .orderBy('entryId')
    .orderBy('ordinal')
    .execute();
}

export async function cashOn(context: AnalyticsContext, date: LocalDate): Promise<Cents> {
  const { total } = await context.db
    .selectFrom('cashPosting')
    .select(({ fn }) => fn.sum<Cents | null>('amountCents').as('total'))
    .where('practiceId', '=', context.practiceId)
    .where('postingDate', '=', date)
    .executeTakeFirstOrThrow();
  return addCents(...asCents(total));
}

export interface TimeRange {
  readonly start: Instant;
  readonly end: Instant;
}

export function chargePostingsIn(
  { db, practiceId }: AnalyticsContext,
  { start, end }: TimeRange,
): Promise<ChargePostingRow[]> {
  return db
    .selectFrom('chargePosting')
    .selectAll()
    .where('practiceId', '=', practiceId)
    .where('postedAt', '>=', start)
    .where('postedAt', '<', end)
    .orderBy('postedAt', 'desc')
    .orderBy('eventId')
    .execute();
}

/** A sum of bigint arrives as text or number, or null over no rows. */
function asCents(total: unknown): Cents[] {
  return total === null || total === undefined ? [] : [Number(total) as Cents];
}
