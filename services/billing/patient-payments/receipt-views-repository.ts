import { billingContract } from '@spark-den/contracts/billing/operations';
import { fail, type Handlers } from '@spark-den/service-kit';
import { sql } from 'kysely';
import type { BillingContext } from '../context.ts';
import type { BillingDatabase } from '../database.ts';
import { decodeCursor, pageOf } from '../paging.ts';
import { showReceipt, toReceipt, usesOf, type ReceiptRow } from './receipt-repository.ts';

type BillingHandlers = Handlers<typeof billingContract, BillingDatabase>;

export const listReceipts: BillingHandlers['listReceipts'] = async (context, input) => {
  const after = decodeCursor(input.cursor, 1);
  let query = context.db
    .selectFrom('receipt')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .orderBy('number', 'desc');
  if (input.patientId) query = query.where('patientId', '=', input.patientId);
  if (input.appointmentId) query = query.where('appointmentId', '=', input.appointmentId);
  if (after) query = query.where('number', '<', String(after[0]));
  const rows = await query.limit(input.limit + 1).execute();
  const uses = await usesOf(
    context,
    rows.map(row => row.id),
  );
  for (const patientId of new Set(rows.map(row => row.patientId))) context.audit({ patientId });
  return pageOf(
    rows,
    input.limit,
    row => [row.number],
    row => toReceipt(row, uses.get(row.id)),
  );
};

export const getReceipt: BillingHandlers['getReceipt'] = async (context, { receiptId }) => {
  const row = await receiptById(context, receiptId);
  const { rows: allocations } = await sql<{ chargeLineId: string; amountCents: number; entryId: string }>`
    select line.charge_line_id, -line.amount_cents as amount_cents, line.entry_id
    from journal_line line
    join journal_entry entry on entry.practice_id = line.practice_id and entry.id = line.entry_id
    where line.receipt_id = ${receiptId} and line.account = 'ar_patient'
    order by entry.sequence, line.ordinal`.execute(context.db);
  context.audit({ patientId: row.patientId, entityType: 'receipt', entityId: receiptId });
  return { ...(await showReceipt(context, row)), allocations };
};

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
