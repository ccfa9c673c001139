import type { BillingContext } from '../context.ts';
import { copaysOf, freeCredit, lockLiveReceipt } from './receipt-repository.ts';
import { applyCredit } from './take-payment.ts';

/**
 * A copay pays what an insurer left of its visit to the patient, as soon as that is decided: never more than that
 * share, never another visit. What is left over stays credit until a person says what it is for.
 */
export async function applyCopays(context: BillingContext, chargeLineIds: readonly string[]): Promise<void> {
  for (const copay of await copaysOf(context, chargeLineIds)) {
    const receipt = await lockLiveReceipt(context, copay.receiptId);
    const credit = await freeCredit(context, receipt.id, receipt.patientId);
    await applyCredit(context, receipt, credit, { only: copay.chargeLineIds });
  }
}
