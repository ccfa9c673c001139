import { billingContract } from '@spark-den/contracts/billing/operations';
import type { CardCheckout } from '@spark-den/contracts/billing/payment-types';
import { refundFailureEntry, refundPaymentEntry } from '@spark-den/ledger';
import { cents } from '@spark-den/kernel';
import { fail, type Handlers } from '@spark-den/service-kit';
import type { Selectable } from 'kysely';
import { practiceToday, type BillingContext } from '../context.ts';
import type { BillingDatabase } from '../database.ts';
import { requireAppointment, requirePatient } from '../known-records.ts';
import { announceBalances, postEntry } from '../ledger/post-entries.ts';
import type { CardProcessor } from './card-processor.ts';
import { receiptById } from './receipt-list-repository.ts';
import type { CardCheckoutTable } from './tables.ts';
import { applyCredit, takePayment } from './take-payment.ts';

type BillingHandlers = Handlers<typeof billingContract, BillingDatabase>;
type CheckoutRow = Selectable<CardCheckoutTable>;

export const createCardCheckout =
  (processor: CardProcessor, pmsUrl: string): BillingHandlers['createCardCheckout'] =>
  async (context, input) => {
    await requirePatient(context, input.patientId);
    if (input.appointmentId !== undefined) await requireAppointment(context, input.appointmentId);
    const row: CheckoutRow = {
      id: context.newId(),
      practiceId: context.practiceId,
      patientId: input.patientId,
      appointmentId: input.appointmentId ?? null,
      purpose: input.purpose,
      amountCents: cents(input.amountCents),
      state: 'open',
      processorSession: null,
      processorPayment: null,
      redirectUrl: null,
      receiptId: null,
      openedAt: context.now,
      openedBy: context.principal.displayName,
    };
    const hosted = await processor
      .openCheckout({
        checkoutId: row.id,
        practiceId: context.practiceId,
        amountCents: row.amountCents,
        returnUrl: new URL(input.returnPath, pmsUrl).toString(),
      })
      .catch(() => {
        throw fail(billingContract, 'billing.card_processor_unavailable');
      });
    const opened = { ...row, processorSession: hosted.session, redirectUrl: hosted.url };
    await context.db.insertInto('cardCheckout').values(opened).execute();
    context.audit({ patientId: row.patientId, entityType: 'card_checkout', entityId: row.id });
    return toCheckout(opened);
  };

export const getCardCheckout: BillingHandlers['getCardCheckout'] = async (context, { checkoutId }) => {
  const row = await context.db
    .selectFrom('cardCheckout')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', checkoutId)
    .executeTakeFirst();
  if (!row) throw fail(billingContract, 'billing.checkout_not_found', { checkoutId });
  context.audit({ patientId: row.patientId, entityType: 'card_checkout', entityId: checkoutId });
  return toCheckout(row);
};

/**
 * Books what the processor says, once per message and once per payment, in whatever order messages come:
 * a payment that was once made is never unmade by a late "expired".
 */
export const recordCardEvent: BillingHandlers['recordCardEvent'] = async (context, input) => {
  const subjectId = input.checkoutId ?? input.refundId;
  if (!subjectId) throw fail(billingContract, 'billing.checkout_not_found');
  const { numInsertedOrUpdatedRows } = await context.db
    .insertInto('cardEvent')
    .values({
      practiceId: context.practiceId,
      eventId: input.eventId,
      type: input.type,
      subjectId,
      amountCents: cents(input.amountCents),
      receivedAt: context.now,
    })
    .onConflict(conflict => conflict.columns(['practiceId', 'eventId']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return { effect: 'repeated' };
  if (input.checkoutId) {
    return input.type === 'paid'
      ? bookPayment(context, input.checkoutId, input.processorReference, input.amountCents)
      : expire(context, input.checkoutId);
  }
  return settleRefund(context, subjectId, input.type === 'refunded', input.processorReference);
};

async function bookPayment(context: BillingContext, checkoutId: string, payment: string, amount: number) {
  const row = await lockCheckout(context, checkoutId);
  if (row.state === 'paid') return { effect: 'repeated' as const };
  const receipt = await takePayment(context, {
    patientId: row.patientId,
    tender: 'card',
    purpose: row.purpose,
    // What was really taken, should it ever differ from what was asked.
    amountCents: cents(amount),
    appointmentId: row.appointmentId,
    reference: payment,
  });
  await context.db
    .updateTable('cardCheckout')
    .set({ state: 'paid', receiptId: receipt.id, processorPayment: payment })
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', checkoutId)
    .execute();
  if (row.purpose === 'balance') await applyCredit(context, receipt, receipt.amountCents);
  return { effect: 'booked' as const };
}

async function expire(context: BillingContext, checkoutId: string) {
  const row = await lockCheckout(context, checkoutId);
  if (row.state !== 'open') return { effect: 'ignored' as const };
  await context.db
    .updateTable('cardCheckout')
    .set({ state: 'expired' })
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', checkoutId)
    .execute();
  return { effect: 'booked' as const };
}

async function settleRefund(context: BillingContext, refundId: string, paid: boolean, reference: string) {
  const refund = await context.db
    .selectFrom('refund')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', refundId)
    .forUpdate()
    .executeTakeFirst();
  if (!refund || refund.state !== 'approved') return { effect: 'ignored' as const };
  const receipt = await receiptById(context, refund.receiptId);
  const facts = {
    refundId,
    amountCents: refund.amountCents,
    receipt: { ...receipt, receiptId: receipt.id, patientId: refund.patientId },
  };
  const today = await practiceToday(context);
  await postEntry(context, paid ? refundPaymentEntry(facts, today) : refundFailureEntry(facts, today));
  await context.db
    .updateTable('refund')
    .set(eb => ({
      state: paid ? ('paid' as const) : ('failed' as const),
      processorRefund: reference,
      version: eb('version', '+', 1),
    }))
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', refundId)
    .execute();
  context.audit({ patientId: refund.patientId, entityType: 'refund', entityId: refundId });
  await announceBalances(context, [refund.patientId], { type: 'refund', id: refundId });
  return { effect: 'booked' as const };
}

async function lockCheckout(context: BillingContext, checkoutId: string): Promise<CheckoutRow> {
  const row = await context.db
    .selectFrom('cardCheckout')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', checkoutId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw fail(billingContract, 'billing.checkout_not_found', { checkoutId });
  context.audit({ patientId: row.patientId, entityType: 'card_checkout', entityId: checkoutId });
  return row;
}

function toCheckout(row: CheckoutRow): CardCheckout {
  return {
    checkoutId: row.id,
    patientId: row.patientId,
    appointmentId: row.appointmentId,
    amountCents: row.amountCents,
    state: row.state,
    redirectUrl: row.state === 'open' ? row.redirectUrl : null,
    receiptId: row.receiptId,
  };
}
