import { billingContract } from '@spark-den/contracts/billing/operations';
import { visitFacts } from '../charges/billing-facts.ts';
import { findCharge } from '../charges/charge-repository.ts';
import { expectVersion } from '../charges/update-charge.ts';
import type { BillingContext } from '../context.ts';
import { requirePerson } from '../known-records.ts';
import type { LocalDate } from '@spark-den/kernel';
import { fail } from '@spark-den/service-kit';
import { buildClaimOfCharge } from './build-claim.ts';
import { addToTimeline, changeStatus } from './change-status.ts';
import { findClaim, updateClaim } from './claim-repository.ts';
import { isUnsent } from './claim.ts';
import { factsOfClaim, refreshClaim } from './refresh-claim.ts';
import { showClaim } from './show-claims.ts';

interface ClaimKey {
  readonly claimId: string;
}

/** Builds the claims of posted charges that have none, such as after a coverage was entered late. */
export async function createClaims(
  context: BillingContext,
  { chargeIds }: { readonly chargeIds: readonly string[] },
) {
  const claimIds = new Set<string>();
  const withoutCoverage: string[] = [];
  for (const chargeId of chargeIds) {
    const charge = await findCharge(context, chargeId, { lock: true });
    if (charge.status !== 'posted') throw fail(billingContract, 'billing.charge_not_posted', { chargeId });
    context.audit({ patientId: charge.patientId, entityType: 'charge', entityId: chargeId });
    const claimId =
      charge.claimId ?? (await buildClaimOfCharge(context, chargeId, await visitFacts(context, charge)));
    if (claimId === null) withoutCoverage.push(chargeId);
    else claimIds.add(claimId);
  }
  return { claimIds: [...claimIds], withoutCoverage };
}

export async function scrubClaim(context: BillingContext, { claimId }: ClaimKey) {
  const claim = await findClaim(context, claimId, { lock: true });
  if (!isUnsent(claim.status)) throw fail(billingContract, 'billing.claim_frozen', { status: claim.status });
  await refreshClaim(context, claim, await factsOfClaim(context, claim), { kind: 'scrubbed' });
  return showClaim(context, claimId);
}

export async function holdClaim(
  context: BillingContext,
  input: ClaimKey & { readonly reason: string; readonly note?: string | undefined },
) {
  const claim = await findClaim(context, input.claimId, { lock: true });
  expectVersion(context, claim);
  const reason = input.note ?? input.reason;
  await changeStatus(
    context,
    claim,
    'held',
    { kind: 'held', note: reason, codes: [input.reason] },
    { reason },
  );
  return showClaim(context, claim.id);
}

export async function releaseClaim(context: BillingContext, { claimId }: ClaimKey) {
  const claim = await findClaim(context, claimId, { lock: true });
  expectVersion(context, claim);
  if (claim.status !== 'held') {
    throw fail(billingContract, 'billing.claim_step_not_allowed', { from: claim.status, to: 'ready' });
  }
  await refreshClaim(context, claim, await factsOfClaim(context, claim), { kind: 'released' });
  return showClaim(context, claimId);
}

export async function assignClaim(
  context: BillingContext,
  input: ClaimKey & {
    readonly ownerId: string | null;
    readonly nextActionOn: LocalDate | null;
    readonly note?: string | undefined;
  },
) {
  const claim = await findClaim(context, input.claimId, { lock: true });
  expectVersion(context, claim);
  const owner = input.ownerId === null ? 'nobody' : await requirePerson(context, input.ownerId);
  await updateClaim(context, claim.id, { ownerId: input.ownerId, nextActionOn: input.nextActionOn });
  const note = [`To ${owner}`, input.note].filter(Boolean).join(': ');
  await addToTimeline(context, claim, { kind: 'assigned', note });
  return showClaim(context, claim.id);
}
