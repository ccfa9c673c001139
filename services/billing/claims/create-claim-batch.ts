import { ClaimBatchCreated } from '@spark-den/contracts/billing/claims-events';
import { integrationContract } from '@spark-den/contracts/integration/operations';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { sumCents } from '@spark-den/kernel';
import { fail } from '@spark-den/service-kit';
import { nextNumber, type BillingContext } from '../context.ts';
import { changeStatus } from './change-status.ts';
import type { ClaimRow } from './claim-repository.ts';
import { showBatch } from './show-batches.ts';

const MAX_CLAIMS = 2_000;

/**
 * Freezes ready claims in a batch with the control numbers of its interchange. The file is written and sent by
 * `deliver-batch.ts` when the batch stands; the same batch always gives the same file.
 */
export async function createClaimBatch(
  context: BillingContext,
  { claimIds }: { readonly claimIds?: readonly string[] | undefined },
) {
  const claims = await readyClaims(context, claimIds);
  const envelope = await context.call(integrationContract).reserveEnvelope({ transactions: 1 });
  const batchId = context.newId();
  await context.db
    .insertInto('claimBatch')
    .values({
      id: batchId,
      practiceId: context.practiceId,
      batchNumber: await nextNumber(context, 'claim-batch'),
      status: 'created',
      interchangeControlNumber: envelope.interchangeControl,
      envelope: JSON.stringify(envelope),
      claimCount: claims.length,
      totalCents: sumCents(claims, claim => claim.totalCents),
      fileId: null,
      createdAt: context.now,
      createdBy: context.principal.id,
      sentAt: null,
    })
    .execute();
  for (const claim of claims) {
    await context.db
      .updateTable('claimVersion')
      .set({ batchId, frozenAt: context.now })
      .where('practiceId', '=', context.practiceId)
      .where('claimId', '=', claim.id)
      .where('versionNumber', '=', claim.currentVersion)
      .execute();
    await changeStatus(context, claim, 'batched', { kind: 'batched' }, { reason: null });
    context.audit({ patientId: claim.patientId, entityType: 'claim', entityId: claim.id });
  }
  await context.emit(ClaimBatchCreated, { batchId }, batchId);
  return showBatch(context, batchId);
}

async function readyClaims(
  context: BillingContext,
  claimIds: readonly string[] | undefined,
): Promise<ClaimRow[]> {
  let query = context.db
    .selectFrom('claim')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .orderBy('id')
    .limit(MAX_CLAIMS)
    .forUpdate();
  query = claimIds ? query.where('id', 'in', claimIds) : query.where('status', '=', 'ready');
  const claims = await query.execute();
  const missing = claimIds?.find(claimId => !claims.some(claim => claim.id === claimId));
  if (missing !== undefined) throw fail(billingContract, 'billing.claim_not_found', { claimId: missing });
  const unready = claims.find(claim => claim.status !== 'ready');
  if (unready) {
    throw fail(billingContract, 'billing.claim_not_ready', { claimId: unready.id, status: unready.status });
  }
  if (claims.length === 0) throw fail(billingContract, 'billing.no_claims_ready');
  return claims;
}
