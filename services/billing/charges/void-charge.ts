import { ChargeVoided } from '@spark-den/contracts/billing/charges-events';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { fail } from '@spark-den/service-kit';
import { takeChargeOffClaim } from '../claims/take-charge-off-claim.ts';
import type { BillingContext } from '../context.ts';
import { voidCharges } from '../ledger/post-charges.ts';
import { findCharge, linesOfCharges, showCharge, type ChargeRow } from './charge-repository.ts';
import { expectVersion } from './update-charge.ts';

export async function voidCharge(
  context: BillingContext,
  { chargeId, reason }: { readonly chargeId: string; readonly reason: string },
) {
  const charge = await findCharge(context, chargeId, { lock: true });
  expectVersion(context, charge);
  if (charge.status === 'voided') throw fail(billingContract, 'billing.charge_voided_before');
  if (charge.status === 'posted') await takeBackPosting(context, charge);
  await context.db
    .updateTable('charge')
    .set({ status: 'voided', voidReason: reason, claimId: null, version: charge.version + 1 })
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', chargeId)
    .execute();
  await context.emit(
    ChargeVoided,
    {
      chargeId,
      patientId: charge.patientId,
      encounterId: charge.encounterId,
      amountCents: charge.totalCents,
    },
    charge.appointmentId ?? charge.patientId,
  );
  context.audit({ patientId: charge.patientId, entityType: 'charge', entityId: chargeId });
  return showCharge(context, chargeId);
}

/** Takes a posted charge off its claim and out of the ledger; refused once the claim is under way. */
export async function takeBackPosting(context: BillingContext, charge: ChargeRow): Promise<void> {
  await takeChargeOffClaim(context, charge.id);
  const lines = await linesOfCharges(context, [charge.id]);
  await voidCharges(
    context,
    lines.filter(line => (line.chargeCents ?? 0) > 0).map(line => line.id),
  );
}
