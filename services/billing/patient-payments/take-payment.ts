import { PatientPaymentPosted } from '@spark-den/contracts/billing/events';
import { allocate, allocationEntry, receiptEntry, type Tender } from '@spark-den/ledger';
import type { Cents } from '@spark-den/kernel';
import { nextNumber, practiceToday, type BillingContext } from '../context.ts';
import { guarantorOf } from '../ledger/guarantors.ts';
import { lockPatientShares } from '../ledger/journal-repository.ts';
import { announceBalances, postEntry } from '../ledger/post-entries.ts';
import { dimensionsOf } from '../ledger/write-off-balance.ts';
import type { ReceiptRow } from './receipt-repository.ts';

export interface Payment {
  readonly patientId: string;
  readonly tender: Tender;
  readonly purpose: ReceiptRow['purpose'];
  readonly amountCents: Cents;
  readonly appointmentId: string | null;
  readonly reference: string | null;
}

/** Writes a receipt and books its money as the patient's credit. */
export async function takePayment(context: BillingContext, payment: Payment): Promise<ReceiptRow> {
  const receivedOn = await practiceToday(context);
  const number = await nextNumber(context, 'receipt');
  const row: ReceiptRow = {
    ...payment,
    id: context.newId(),
    practiceId: context.practiceId,
    number: `R-${String(number).padStart(6, '0')}`,
    guarantorId: await guarantorOf(context, payment.patientId),
    receivedAt: context.now,
    receivedOn,
    // The processor tells of cards; nobody here took the money.
    receivedBy: payment.tender === 'card' ? 'Card processor' : context.principal.displayName,
    state: 'posted',
    voidNote: null,
  };
  await context.db.insertInto('receipt').values(row).execute();
  await postEntry(context, receiptEntry({ ...row, receiptId: row.id }));
  context.audit({ patientId: row.patientId, entityType: 'receipt', entityId: row.id });
  const { id: receiptId, patientId, appointmentId, purpose } = row;
  await context.emit(PatientPaymentPosted, { receiptId, patientId, appointmentId, purpose }, patientId);
  await announceBalances(context, [patientId], { type: 'receipt', id: receiptId });
  return row;
}

/**
 * Applies credit of a receipt to what its patient owes: the charges named `first`, then the oldest service; with `only`
 * to no others than those.
 * @returns how much was applied; the rest stays credit
 */
export async function applyCredit(
  context: BillingContext,
  receipt: ReceiptRow,
  creditCents: Cents,
  charges: { readonly first?: readonly string[] | undefined; readonly only?: readonly string[] } = {},
): Promise<Cents> {
  const shares = await lockPatientShares(context, receipt.patientId);
  const allocations = allocate(
    creditCents,
    shares
      .filter(row => charges.only?.includes(row.chargeLineId) ?? true)
      .map(row => ({ ...dimensionsOf(row), chargeLineId: row.chargeLineId, openCents: row.amountCents })),
    charges.first,
  );
  if (allocations.length === 0) return 0 as Cents;
  await postEntry(
    context,
    allocationEntry({ ...receipt, receiptId: receipt.id }, allocations, await practiceToday(context)),
  );
  await announceBalances(context, [receipt.patientId], { type: 'receipt', id: receipt.id });
  return allocations.reduce((sum, item) => (sum + item.amountCents) as Cents, 0 as Cents);
}
