import { billingContract } from '@spark-den/contracts/billing/operations';
import { creditTransferEntry, reverseEntry } from '@spark-den/ledger';
import { cents } from '@spark-den/kernel';
import { fail, type Handlers } from '@spark-den/service-kit';
import { practiceToday, type BillingContext } from '../context.ts';
import type { BillingDatabase } from '../database.ts';
import { requireAppointment, requirePatient } from '../known-records.ts';
import { guarantorOf } from '../ledger/guarantors.ts';
import { linesOfEntries, requireChargeLines } from '../ledger/journal-repository.ts';
import { announceBalances, postEntry } from '../ledger/post-entries.ts';
import {
  freeCredit,
  lockLiveReceipt,
  movedCreditsOf,
  showReceipt,
  type ReceiptRow,
} from './receipt-repository.ts';
import { applyCredit, takePayment } from './take-payment.ts';

type BillingHandlers = Handlers<typeof billingContract, BillingDatabase>;

export const collectPayment: BillingHandlers['collectPayment'] = async (context, input) => {
  await requirePatient(context, input.patientId);
  await requireChargeLines(context, input.chargeLineIds ?? []);
  const receipt = await takePayment(context, {
    patientId: input.patientId,
    tender: input.tender,
    purpose: input.purpose,
    amountCents: cents(input.amountCents),
    appointmentId: null,
    reference: input.reference ?? null,
  });
  // A deposit waits as credit; a payment on the balance is applied at once.
  if (input.purpose === 'balance')
    await applyCredit(context, receipt, receipt.amountCents, { first: input.chargeLineIds });
  return showReceipt(context, receipt);
};

/** The copay waits as credit until the insurer has decided: then it pays what is left of its visit to the patient. */
export const collectCopay: BillingHandlers['collectCopay'] = async (context, input) => {
  await requirePatient(context, input.patientId);
  await requireAppointment(context, input.appointmentId);
  const receipt = await takePayment(context, {
    patientId: input.patientId,
    tender: input.tender,
    purpose: 'copay',
    amountCents: cents(input.amountCents),
    appointmentId: input.appointmentId,
    reference: input.reference ?? null,
  });
  return showReceipt(context, receipt);
};

export const applyReceipt: BillingHandlers['applyReceipt'] = async (context, input) => {
  const receipt = await lockLiveReceipt(context, input.receiptId);
  await requireChargeLines(context, input.chargeLineIds ?? []);
  const free = await freeCredit(context, receipt.id, receipt.patientId);
  const amountCents = input.amountCents === undefined ? free : cents(input.amountCents);
  if (amountCents > free) throw fail(billingContract, 'billing.exceeds_credit', { creditCents: free });
  await applyCredit(context, receipt, amountCents, { first: input.chargeLineIds });
  if (input.amountCents === undefined) await applyMovedCredits(context, receipt);
  context.audit({ patientId: receipt.patientId, entityType: 'receipt', entityId: receipt.id });
  return showReceipt(context, receipt);
};

/** What was moved to other patients pays what they owe. */
async function applyMovedCredits(context: BillingContext, receipt: ReceiptRow): Promise<void> {
  for (const { amountCents, ...holder } of await movedCreditsOf(context, receipt)) {
    await applyCredit(context, { ...receipt, ...holder }, amountCents);
    context.audit({ patientId: holder.patientId });
  }
}

export const transferCredit: BillingHandlers['transferCredit'] = async (context, input) => {
  const receipt = await lockLiveReceipt(context, input.receiptId);
  await requirePatient(context, input.toPatientId);
  const free = await freeCredit(context, receipt.id, receipt.patientId);
  const amountCents = cents(input.amountCents);
  if (amountCents > free) throw fail(billingContract, 'billing.exceeds_credit', { creditCents: free });
  const to = { patientId: input.toPatientId, guarantorId: await guarantorOf(context, input.toPatientId) };
  await postEntry(
    context,
    creditTransferEntry({ ...receipt, receiptId: receipt.id }, to, amountCents, await practiceToday(context)),
  );
  context.audit({ patientId: receipt.patientId, entityType: 'receipt', entityId: receipt.id });
  context.audit({ patientId: input.toPatientId });
  await announceBalances(context, [receipt.patientId, input.toPatientId], {
    type: 'receipt',
    id: receipt.id,
  });
  return showReceipt(context, receipt);
};

/** A mistake at the desk, mended on the same day: the receipt and all that it paid are taken back. */
export const voidReceipt: BillingHandlers['voidReceipt'] = async (context, { receiptId, note }) => {
  const receipt = await lockLiveReceipt(context, receiptId);
  const today = await practiceToday(context);
  const spent = await context.db
    .selectFrom('refund')
    .select('id')
    .where('practiceId', '=', context.practiceId)
    .where('receiptId', '=', receiptId)
    .where('state', 'in', ['requested', 'approved', 'paid'])
    .executeTakeFirst();
  if (receipt.receivedOn !== today || receipt.tender === 'card' || spent) {
    throw fail(billingContract, 'billing.receipt_not_voidable', { receiptId });
  }
  const entries = await context.db
    .selectFrom('journalEntry')
    .select('id')
    .where('practiceId', '=', context.practiceId)
    .where('id', 'in', eb =>
      eb.selectFrom('journalLine').select('entryId').where('receiptId', '=', receiptId),
    )
    .orderBy('sequence', 'desc')
    .execute();
  const lines = await linesOfEntries(
    context,
    entries.map(entry => entry.id),
  );
  for (const { id } of entries) {
    await postEntry(
      context,
      reverseEntry(
        { entryId: id, lines: lines.get(id) ?? [] },
        {
          kind: 'receipt_void',
          cause: { type: 'receipt', id: receiptId },
          eventDate: today,
          memo: 'Receipt voided',
        },
      ),
    );
  }
  const voided = await context.db
    .updateTable('receipt')
    .set({ state: 'voided', voidNote: note })
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', receiptId)
    .returningAll()
    .executeTakeFirstOrThrow();
  context.audit({ patientId: receipt.patientId, entityType: 'receipt', entityId: receiptId });
  await announceBalances(context, [receipt.patientId], { type: 'receipt', id: receiptId });
  return showReceipt(context, voided);
};
