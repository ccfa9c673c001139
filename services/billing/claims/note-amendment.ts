import type { BillingContext } from '../context.ts';
import { addToTimeline, changeStatus } from './change-status.ts';
import { findClaim } from './claim-repository.ts';
import { isUnsent } from './claim.ts';
import { factsOfClaim, refreshClaim } from './refresh-claim.ts';

const NOTE = 'The encounter was amended: decide on the charge first.';

/** The encounter behind a claim was amended: an unsent claim waits, a sent one shows it. */
export async function noteAmendment(context: BillingContext, claimId: string): Promise<void> {
  const claim = await findClaim(context, claimId, { lock: true });
  if (isUnsent(claim.status)) {
    await changeStatus(context, claim, 'held', { kind: 'amended', note: NOTE }, { reason: NOTE });
  } else if (claim.status !== 'voided') {
    await addToTimeline(context, claim, { kind: 'amended', note: NOTE });
  }
}

/** The amendment does not change what is billed: a claim that waited for the decision is checked again. */
export async function endAmendmentHold(context: BillingContext, claimId: string): Promise<void> {
  const claim = await findClaim(context, claimId, { lock: true });
  if (claim.status !== 'held') return;
  await refreshClaim(context, claim, await factsOfClaim(context, claim), { kind: 'released' });
}
