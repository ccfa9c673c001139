import { billingContract } from '@spark-den/contracts/billing/operations';
import { fail } from '@spark-den/service-kit';
import { chargesOfClaim, findCharge } from '../charges/charge-repository.ts';
import type { BillingContext } from '../context.ts';
import { changeStatus } from './change-status.ts';
import { findClaim } from './claim-repository.ts';
import { isUnsent } from './claim.ts';
import { factsOfClaim, refreshClaim } from './refresh-claim.ts';

/** Takes a charge off a claim that has not gone out; a claim that is left empty ends. */
export async function takeChargeOffClaim(context: BillingContext, chargeId: string): Promise<void> {
  const charge = await findCharge(context, chargeId);
  if (charge.claimId === null) return;
  const claim = await findClaim(context, charge.claimId, { lock: true });
  if (claim.status !== 'voided') {
    if (!isUnsent(claim.status) || claim.currentVersion > 1) {
      throw fail(billingContract, 'billing.claim_under_way', { claimId: claim.id, status: claim.status });
    }
    await detach(context, chargeId);
    const rest = await chargesOfClaim(context, claim.id);
    if (rest.length === 0) {
      await changeStatus(context, claim, 'voided', { kind: 'voided', note: 'Its charge was taken back' });
    } else {
      await refreshClaim(context, claim, await factsOfClaim(context, claim), {
        kind: 'scrubbed',
        note: 'A charge was taken back',
      });
    }
    return;
  }
  await detach(context, chargeId);
}

async function detach(context: BillingContext, chargeId: string): Promise<void> {
  await context.db
    .updateTable('charge')
    .set({ claimId: null })
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', chargeId)
    .execute();
}
