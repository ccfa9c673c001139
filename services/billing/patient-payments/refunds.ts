import { billingContract } from '@spark-den/contracts/billing/operations';
import type { Refund } from '@spark-den/contracts/billing/payment-types';
import { refundEntry, refundPaymentEntry } from '@spark-den/ledger';
import { cents } from '@spark-den/kernel';
import { fail, type Handlers } from '@spark-den/service-kit';
import type { Selectable } from 'kysely';
import { practiceToday, type BillingContext } from '../context.ts';
import type { BillingDatabase } from '../database.ts';
import { balancesOfPatient } from '../ledger/account-repository.ts';
import { announceBalances, postEntry } from '../ledger/post-entries.ts';
import { decodeCursor, pageOf } from '../paging.ts';
import type { CardProcessor } from './card-processor.ts';

import { creditOf, freeCredit, lockLiveReceipt, type ReceiptRow } from './receipt-repository.ts';
import type { RefundTable } from './tables.ts';

type BillingHandlers = Handlers<typeof billingContract, BillingDatabase>;
type RefundRow = Selectable<RefundTable>;

/** A credit is given back only when no insurer may still leave something to the patient, and nothing is owed. */
export const requestRefund: BillingHandlers['requestRefund'] = async (context, input) => {
  const receipt = await lockLiveReceipt(context, input.receiptId);
  const free = await freeCredit(context, receipt.id, receipt.patientId);
  if (input.amountCents > free) throw fail(billingContract, 'billing.exceeds_credit', { creditCents: free });
  const { insuranceCents, patientCents } = await balancesOfPatient(context, receipt.patientId);
  if (insuranceCents > 0 || patientCents > 0) {
    throw fail(billingContract, 'billing.refund_blocked', { insuranceCents, patientCents });
  }
  const row: RefundRow = {
    id: context.newId(),
    practiceId: context.practiceId,
    receiptId: receipt.id,
    patientId: receipt.patientId,
    amountCents: cents(input.amountCents),
    tender: receipt.tender,
    note: input.note,
    state: 'requested',
    processorRefund: null,
    requestedBy: context.principal.displayName,
    requestedById: context.principal.id,
    requestedAt: context.now,
    decidedBy: null,
    decidedById: null,
    decidedAt: null,
    version: 1,
  };
  await context.db.insertInto('refund').values(row).execute();
  context.audit({ patientId: row.patientId, entityType: 'refund', entityId: row.id });
  return toRefund(row);
};

/** Cash and checks are paid at once; a card refund is paid when the processor says so. */
export const decideRefund =
  (processor: CardProcessor): BillingHandlers['decideRefund'] =>
  async (context, { refundId, approve }) => {
    const row = await context.db
      .selectFrom('refund')
      .selectAll()
      .where('practiceId', '=', context.practiceId)
      .where('id', '=', refundId)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw fail(billingContract, 'billing.refund_not_found', { refundId });
    if (row.state !== 'requested')
      throw fail(billingContract, 'billing.refund_decided', { state: row.state });
    if (row.requestedById === context.principal.id) throw fail(billingContract, 'billing.same_person');
    const receipt = await lockLiveReceipt(context, row.receiptId);
    const processorRefund = approve ? await pay(context, processor, row, receipt) : null;
    const state = !approve ? 'declined' : row.tender === 'card' ? 'approved' : 'paid';
    const decided = await context.db
      .updateTable('refund')
      .set(eb => ({
        state,
        processorRefund,
        decidedBy: context.principal.displayName,
        decidedById: context.principal.id,
        decidedAt: context.now,
        version: eb('version', '+', 1),
      }))
      .where('practiceId', '=', context.practiceId)
      .where('id', '=', refundId)
      .returningAll()
      .executeTakeFirstOrThrow();
    context.audit({ patientId: row.patientId, entityType: 'refund', entityId: refundId });
    if (approve) await announceBalances(context, [row.patientId], { type: 'refund', id: refundId });
    return toRefund(decided);
  };

async function pay(
  context: BillingContext,
  processor: CardProcessor,
  refund: RefundRow,
  receipt: ReceiptRow,
): Promise<string | null> {
  const credit = await creditOf(context, receipt.id, refund.patientId);
  if (credit < refund.amountCents)
    throw fail(billingContract, 'billing.exceeds_credit', { creditCents: credit });
  const facts = {
    refundId: refund.id,
    amountCents: refund.amountCents,
    receipt: { ...receipt, receiptId: receipt.id, patientId: refund.patientId },
  };
  const today = await practiceToday(context);
  await postEntry(context, refundEntry(facts, today));
  if (refund.tender !== 'card') {
    await postEntry(context, refundPaymentEntry(facts, today));
    return null;
  }
  // Safe to repeat: the processor knows the refund by our id, should this transaction be undone and tried again.
  return processor
    .refund({
      refundId: refund.id,
      practiceId: context.practiceId,
      payment: receipt.reference ?? '',
      amountCents: refund.amountCents,
    })
    .catch(() => {
      throw fail(billingContract, 'billing.card_processor_unavailable');
    });
}

export const listRefunds: BillingHandlers['listRefunds'] = async (context, { state, cursor, limit }) => {
  const after = decodeCursor(cursor, 1);
  let query = context.db
    .selectFrom('refund')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .orderBy('id', 'desc');
  if (state) query = query.where('state', '=', state);
  if (after) query = query.where('id', '<', String(after[0]));
  const rows = await query.limit(limit + 1).execute();
  for (const patientId of new Set(rows.map(row => row.patientId))) context.audit({ patientId });
  return pageOf(rows, limit, row => [row.id], toRefund);
};

function toRefund(row: RefundRow): Refund {
  return {
    refundId: row.id,
    receiptId: row.receiptId,
    patientId: row.patientId,
    amountCents: row.amountCents,
    tender: row.tender,
    note: row.note,
    state: row.state,
    requestedBy: row.requestedBy,
    requestedAt: row.requestedAt,
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt,
    version: row.version,
  };
}
