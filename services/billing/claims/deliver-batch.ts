import { administrationContract } from '@spark-den/contracts/administration/operations';
import { ClaimBatchCreated, ClaimSubmitted } from '@spark-den/contracts/billing/claims-events';
import { InterchangeSent } from '@spark-den/contracts/integration/events';
import { integrationContract } from '@spark-den/contracts/integration/operations';
import type { PayloadOf } from '@spark-den/contracts/operation';
import { AppError } from '@spark-den/kernel';
import { on, type Subscription } from '@spark-den/service-kit';
import type { BillingContext } from '../context.ts';
import type { BillingDatabase } from '../database.ts';
import { changeStatus } from './change-status.ts';
import { claimInterchange } from './claim-interchange.ts';

/**
 * Writes the file of a batch and hands it to integration, which sends it once however often it is handed over. Runs from
 * the outbox: a crash between the two is mended by the event's next delivery. The batch counts as sent only when
 * integration says that the clearinghouse has it.
 */
async function deliverBatch(context: BillingContext, batchId: string): Promise<void> {
  const batch = await context.db
    .selectFrom('claimBatch')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', batchId)
    .forUpdate()
    .executeTakeFirst();
  if (batch?.status !== 'created' || batch.fileId !== null) return;
  const claims = await claimsOfBatch(context, batchId);
  const practice = await context.call(administrationContract).getPractice({});
  const interchange = claimInterchange(claims, batch.envelope, practice);
  const fileId = await submit(context, batchId, interchange, claims);
  if (fileId === undefined) return;
  await context.db
    .updateTable('claimBatch')
    .set({ fileId })
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', batchId)
    .execute();
}

/** The clearinghouse has the file: from now on its claims are on their way. */
async function noteSent(
  context: BillingContext,
  { fileId, batchId }: PayloadOf<typeof InterchangeSent>,
): Promise<void> {
  if (batchId === null) return;
  const { numUpdatedRows } = await context.db
    .updateTable('claimBatch')
    .set({ status: 'sent', sentAt: context.now })
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', batchId)
    .where('status', '=', 'created')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return;
  for (const claim of await claimsOfBatch(context, batchId)) {
    await changeStatus(context, claim, 'sent', { kind: 'sent', fileId });
    await context.emit(
      ClaimSubmitted,
      {
        claimId: claim.id,
        patientId: claim.patientId,
        payerId: claim.payerId,
        batchId,
        versionNumber: claim.currentVersion,
      },
      claim.id,
    );
  }
}

type BatchedClaim = Awaited<ReturnType<typeof claimsOfBatch>>[number];

/** @returns the file's id, or undefined where the file broke the guide: then the claims are held for a person */
async function submit(
  context: BillingContext,
  batchId: string,
  interchange: string,
  claims: readonly BatchedClaim[],
): Promise<string | undefined> {
  try {
    const claimIds = claims.map(claim => claim.id);
    const info = await context.call(integrationContract).submitClaims({ batchId, interchange, claimIds });
    return info.fileId;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'integration.bad_interchange') throw error;
    await context.db
      .updateTable('claimBatch')
      .set({ status: 'rejected' })
      .where('practiceId', '=', context.practiceId)
      .where('id', '=', batchId)
      .execute();
    const reason = 'The file of the batch breaks the guide and was not sent.';
    for (const claim of claims) {
      await changeStatus(
        context,
        claim,
        'held',
        { kind: 'held', note: reason, codes: [error.code] },
        { reason },
      );
    }
    await context.db
      .updateTable('claimVersion')
      .set({ batchId: null, frozenAt: null })
      .where('practiceId', '=', context.practiceId)
      .where('batchId', '=', batchId)
      .execute();
    return undefined;
  }
}

async function claimsOfBatch(context: BillingContext, batchId: string) {
  return context.db
    .selectFrom('claimVersion')
    .innerJoin('claim', join =>
      join
        .onRef('claim.id', '=', 'claimVersion.claimId')
        .onRef('claim.practiceId', '=', 'claimVersion.practiceId'),
    )
    .select([
      'claim.id',
      'claim.patientId',
      'claim.payerId',
      'claim.status',
      'claim.currentVersion',
      'claim.payerClaimNumber',
      'claimVersion.patientControlNumber',
      'claimVersion.frequency',
      'claimVersion.content',
    ])
    .where('claimVersion.practiceId', '=', context.practiceId)
    .where('claimVersion.batchId', '=', batchId)
    .orderBy('claimVersion.patientControlNumber')
    .execute();
}

export const batchSubscriptions: readonly Subscription<BillingDatabase>[] = [
  on<typeof ClaimBatchCreated, BillingDatabase>(
    ClaimBatchCreated,
    'billing.deliver-batches',
    (context, event) => deliverBatch(context, event.payload.batchId),
  ),
  on<typeof InterchangeSent, BillingDatabase>(
    InterchangeSent,
    'billing.note-sent-batches',
    (context, event) => noteSent(context, event.payload),
  ),
];
