import type { ScrubFinding } from '@spark-den/contracts/billing/charge-types';
import type { ClaimBatch } from '@spark-den/contracts/billing/claim-types';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { fail } from '@spark-den/service-kit';
import type { Selectable } from 'kysely';
import type { BillingContext } from '../context.ts';
import { decodeCursor, pageOf } from '../paging.ts';
import { summaries, summaryOf } from './claim-list-repository.ts';
import type { ClaimBatchTable } from './tables.ts';

export async function showBatch(context: BillingContext, batchId: string): Promise<ClaimBatch> {
  const row = await context.db
    .selectFrom('claimBatch')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', batchId)
    .executeTakeFirst();
  if (!row) throw fail(billingContract, 'billing.claim_batch_not_found', { batchId });
  return batchOf(row);
}

export async function getClaimBatch(context: BillingContext, { batchId }: { readonly batchId: string }) {
  const batch = await showBatch(context, batchId);
  const inBatch = context.db
    .selectFrom('claimVersion')
    .select('claimId')
    .where('practiceId', '=', context.practiceId)
    .where('batchId', '=', batchId);
  const claims = await summaries(context).where('claim.id', 'in', inBatch).orderBy('claim.id').execute();
  for (const claim of claims) context.audit({ patientId: claim.patientId });
  return { ...batch, claims: claims.map(summaryOf), notices: noticesOf(claims) };
}

/** Each notice of the rules once, with how many claims it is about. */
function noticesOf(claims: readonly { readonly findings: readonly unknown[] }[]) {
  const findings = claims.flatMap(claim => claim.findings) as ScrubFinding[];
  const notices = new Map<string, { message: string; remedy: string; claimCount: number }>();
  for (const { ruleId, severity, message, remedy } of findings) {
    if (severity !== 'notice') continue;
    const claimCount = (notices.get(ruleId)?.claimCount ?? 0) + 1;
    notices.set(ruleId, { message, remedy, claimCount });
  }
  return [...notices.values()];
}

export async function listClaimBatches(
  context: BillingContext,
  input: { readonly cursor?: string | undefined; readonly limit: number },
) {
  const after = decodeCursor(input.cursor, 1);
  let query = context.db
    .selectFrom('claimBatch')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .orderBy('batchNumber', 'desc')
    .limit(input.limit + 1);
  if (after) query = query.where('batchNumber', '<', Number(after[0]));
  return pageOf(await query.execute(), input.limit, row => [Number(row.batchNumber)], batchOf);
}

function batchOf(row: Selectable<ClaimBatchTable>): ClaimBatch {
  return {
    batchId: row.id,
    batchNumber: Number(row.batchNumber),
    status: row.status,
    interchangeControlNumber: String(row.interchangeControlNumber).padStart(9, '0'),
    claimCount: row.claimCount,
    totalCents: row.totalCents,
    fileId: row.fileId,
    createdAt: row.createdAt,
    sentAt: row.sentAt,
  };
}
