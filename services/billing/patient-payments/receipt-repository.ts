import type { Receipt } from '@spark-den/contracts/billing/payment-types';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { cents, subtractCents, ZERO, type Cents } from '@spark-den/kernel';
import { fail } from '@spark-den/service-kit';
import { sql, type Selectable } from 'kysely';
import type { BillingContext } from '../context.ts';
import type { ReceiptTable } from './tables.ts';

export type ReceiptRow = Selectable<ReceiptTable>;

interface Use {
  readonly unappliedCents: Cents;
  readonly movedCents: Cents;
  readonly refundedCents: Cents;
}

/** What their patients have left of receipts as credit, what became other patients' and what was paid back, from the books. */
export async function usesOf(
  context: BillingContext,
  receiptIds: readonly string[],
): Promise<Map<string, Use>> {
  if (receiptIds.length === 0) return new Map();
  const { rows } = await sql<{ receiptId: string } & Use>`
    select receipt_id,
           -coalesce(sum(line.amount_cents), 0)::bigint as unapplied_cents,
           coalesce(sum(line.amount_cents) filter (where kind = 'credit_transfer'), 0)::bigint as moved_cents,
           coalesce(sum(line.amount_cents) filter (where kind in ('refund', 'refund_failure')), 0)::bigint
             as refunded_cents
    from journal_line line
    join journal_entry entry on entry.practice_id = line.practice_id and entry.id = line.entry_id
    join receipt on receipt.practice_id = line.practice_id and receipt.id = line.receipt_id
    where receipt_id = any(${[...receiptIds]}::uuid[]) and account = 'unapplied_patient'
      and line.patient_id = receipt.patient_id
    group by receipt_id`.execute(context.db);
  return new Map(rows.map(({ receiptId, ...use }) => [receiptId, use]));
}

/** A receipt, locked: whoever spends its credit does so alone. */
export async function lockReceipt(context: BillingContext, receiptId: string): Promise<ReceiptRow> {
  const row = await context.db
    .selectFrom('receipt')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', receiptId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw fail(billingContract, 'billing.receipt_not_found', { receiptId });
  return row;
}

export async function lockLiveReceipt(context: BillingContext, receiptId: string): Promise<ReceiptRow> {
  const row = await lockReceipt(context, receiptId);
  if (row.state === 'voided') throw fail(billingContract, 'billing.receipt_voided', { receiptId });
  return row;
}

/** Credit of a receipt that belongs to this patient. */
export async function creditOf(
  context: BillingContext,
  receiptId: string,
  patientId: string,
): Promise<Cents> {
  const row = await context.db
    .selectFrom('unappliedBalance')
    .select('amountCents')
    .where('practiceId', '=', context.practiceId)
    .where('account', '=', 'unapplied_patient')
    .where('sourceId', '=', receiptId)
    .where('patientId', '=', patientId)
    .executeTakeFirst();
  return row?.amountCents ?? ZERO;
}

/** Other patients who have credit of a receipt, which was moved to them. */
export async function movedCreditsOf(
  context: BillingContext,
  { id, patientId }: Pick<ReceiptRow, 'id' | 'patientId'>,
): Promise<{ readonly patientId: string; readonly guarantorId: string; readonly amountCents: Cents }[]> {
  const rows = await context.db
    .selectFrom('unappliedBalance')
    .select(['patientId', 'guarantorId', 'amountCents'])
    .where('practiceId', '=', context.practiceId)
    .where('account', '=', 'unapplied_patient')
    .where('sourceId', '=', id)
    .where('patientId', '<>', patientId)
    .where('amountCents', '>', ZERO)
    .orderBy('patientId')
    .execute();
  return rows.flatMap(row =>
    row.patientId === null
      ? []
      : [{ ...row, patientId: row.patientId, guarantorId: row.guarantorId ?? row.patientId }],
  );
}

/** Credit of a receipt that is asked to be refunded and not decided yet: it is spoken for. */
export async function refundsWaiting(context: BillingContext, receiptId: string): Promise<Cents> {
  const row = await context.db
    .selectFrom('refund')
    .select(sql<Cents>`coalesce(sum(amount_cents), 0)::bigint`.as('amountCents'))
    .where('practiceId', '=', context.practiceId)
    .where('receiptId', '=', receiptId)
    .where('state', '=', 'requested')
    .executeTakeFirstOrThrow();
  return row.amountCents;
}

/** Credit that nobody has asked to be paid back. */
export async function freeCredit(
  context: BillingContext,
  receiptId: string,
  patientId: string,
): Promise<Cents> {
  return subtractCents(
    await creditOf(context, receiptId, patientId),
    await refundsWaiting(context, receiptId),
  );
}

/** Live copays with credit whose visits these charges belong to, each with its charges. */
export async function copaysOf(
  context: BillingContext,
  chargeLineIds: readonly string[],
): Promise<{ readonly receiptId: string; readonly chargeLineIds: string[] }[]> {
  const { rows } = await sql<{ receiptId: string; chargeLineIds: string[] }>`
    select receipt.id as receipt_id, array_agg(line.id) as charge_line_ids
    from charge_line line
    join charge on charge.practice_id = line.practice_id and charge.id = line.charge_id
    join receipt on receipt.practice_id = charge.practice_id and receipt.appointment_id = charge.appointment_id
      and receipt.patient_id = charge.patient_id and receipt.purpose = 'copay' and receipt.state = 'posted'
    join unapplied_balance credit on credit.practice_id = receipt.practice_id and credit.source_id = receipt.id
      and credit.account = 'unapplied_patient' and credit.amount_cents > 0
    where line.practice_id = ${context.practiceId} and line.id = any(${[...chargeLineIds]}::uuid[])
    group by receipt.id order by receipt.id`.execute(context.db);
  return rows;
}

export async function showReceipt(context: BillingContext, row: ReceiptRow): Promise<Receipt> {
  return toReceipt(row, (await usesOf(context, [row.id])).get(row.id));
}

export function toReceipt(row: ReceiptRow, use: Use | undefined): Receipt {
  const isVoid = row.state === 'voided';
  const unappliedCents = isVoid ? ZERO : (use?.unappliedCents ?? row.amountCents);
  const movedCents = isVoid ? ZERO : (use?.movedCents ?? ZERO);
  const refundedCents = use?.refundedCents ?? ZERO;
  return {
    receiptId: row.id,
    number: row.number,
    patientId: row.patientId,
    guarantorId: row.guarantorId,
    tender: row.tender,
    purpose: row.purpose,
    amountCents: row.amountCents,
    appliedCents: isVoid
      ? ZERO
      : cents(subtractCents(row.amountCents, unappliedCents, movedCents, refundedCents)),
    unappliedCents,
    movedCents,
    refundedCents,
    appointmentId: row.appointmentId,
    reference: row.reference,
    receivedAt: row.receivedAt,
    receivedOn: row.receivedOn,
    receivedBy: row.receivedBy,
    state: row.state,
  };
}
