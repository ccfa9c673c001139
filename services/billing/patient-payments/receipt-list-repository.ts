import { billingContract } from '@spark-den/contracts/billing/operations';
import { ZERO, type Cents } from '@spark-den/kernel';
import { fail } from '@spark-den/service-kit';
import { sql } from 'kysely';
import type { BillingContext } from '../context.ts';
import { recordsOf } from '../persons/merged-record-repository.ts';
import type { ReceiptRow } from './receipt-repository.ts';

export interface ReceiptFilter {
  readonly patientId?: string | undefined;
  readonly appointmentId?: string | undefined;
  /** The last number of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Receipts, newest number first. */
export async function receiptRows(context: BillingContext, filter: ReceiptFilter): Promise<ReceiptRow[]> {
  let query = context.db
    .selectFrom('receipt')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .orderBy('number', 'desc');
  if (filter.patientId) {
    const records = await recordsOf(context, filter.patientId);
    query = query.where(eb =>
      eb.or([eb('patientId', 'in', records), eb('id', 'in', movedTo(context, records))]),
    );
  }
  if (filter.appointmentId) query = query.where('appointmentId', '=', filter.appointmentId);
  if (filter.after) query = query.where('number', '<', filter.after);
  return query.limit(filter.limit).execute();
}

/** Receipts of other patients with credit that was moved to these. */
function movedTo(context: BillingContext, records: readonly string[]) {
  return context.db
    .selectFrom('unappliedBalance')
    .select('sourceId')
    .where('practiceId', '=', context.practiceId)
    .where('account', '=', 'unapplied_patient')
    .where('patientId', 'in', records)
    .where('amountCents', '>', ZERO);
}

export async function receiptById(context: BillingContext, receiptId: string): Promise<ReceiptRow> {
  const row = await context.db
    .selectFrom('receipt')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', receiptId)
    .executeTakeFirst();
  if (!row) throw fail(billingContract, 'billing.receipt_not_found', { receiptId });
  return row;
}

interface Allocation {
  readonly chargeLineId: string;
  readonly amountCents: Cents;
  readonly entryId: string;
}

/** What a receipt paid, in the order in which it was posted. */
export async function allocationsOf(context: BillingContext, receiptId: string): Promise<Allocation[]> {
  const { rows } = await sql<Allocation>`
    select line.charge_line_id, -line.amount_cents as amount_cents, line.entry_id
    from journal_line line
    join journal_entry entry on entry.practice_id = line.practice_id and entry.id = line.entry_id
    where line.receipt_id = ${receiptId} and line.account = 'ar_patient'
    order by entry.sequence, line.ordinal`.execute(context.db);
  return rows;
}
