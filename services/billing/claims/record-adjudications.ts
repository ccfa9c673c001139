import { ClaimStatusChanged } from '@spark-den/contracts/billing/claims-events';
import type { BillingContext } from '../context.ts';
import {
  keepDecisions,
  lockClaims,
  voidRequests,
  writeStatuses,
  writeTimeline,
} from './adjudication-repository.ts';
import type { Adjudication, Decided } from './adjudication.ts';
import { mayBecome, statusAfterDecision } from './claim.ts';
import { followWithNextPayer, holdSuccessor } from './next-payer-claim.ts';

export type { Adjudication } from './adjudication.ts';

const CHUNK = 500;

/**
 * Tells the claims what a remittance decided, in the transaction that posts it: their state, their timeline, and the
 * next payer's claim where one follows. Many claims cost few statements.
 */
export async function recordAdjudications(
  context: BillingContext,
  adjudications: readonly Adjudication[],
): Promise<void> {
  for (let start = 0; start < adjudications.length; start += CHUNK) {
    await recordChunk(context, adjudications.slice(start, start + CHUNK));
  }
}

async function recordChunk(context: BillingContext, adjudications: readonly Adjudication[]): Promise<void> {
  const claims = await lockClaims(
    context,
    adjudications.map(adjudication => adjudication.claimId),
  );
  const replacing = await voidRequests(context, claims);
  const decided: Decided[] = [];
  for (const adjudication of adjudications) {
    const claim = claims.get(adjudication.claimId);
    const status = statusAfterDecision(adjudication);
    if (!claim || status === undefined) continue;
    const to = status === 'reversed' && replacing.has(claim.id) ? 'voided' : status;
    decided.push({ adjudication, claim, to });
    // A reversal and its correction may stand in one remittance: the next one starts where this one ended.
    claims.set(claim.id, {
      ...claim,
      status: mayBecome(claim.status, to) ? to : claim.status,
      payerClaimNumber: adjudication.payerClaimNumber ?? claim.payerClaimNumber,
    });
  }
  if (decided.length === 0) return;
  await keepDecisions(context, decided);
  await writeTimeline(context, decided);
  const steps = decided.filter(({ claim, to }) => mayBecome(claim.status, to));
  await writeStatuses(context, steps, claims);
  await announce(context, steps);
  for (const { adjudication, claim, to } of decided) {
    if (to === 'reversed' || to === 'voided') await holdSuccessor(context, claim);
    else if (adjudication.nextPayerId !== null) await followWithNextPayer(context, claim, adjudication);
  }
}

async function announce(context: BillingContext, steps: readonly Decided[]): Promise<void> {
  await context.emitAll(
    ClaimStatusChanged,
    steps
      .filter(({ claim, to }) => claim.status !== to)
      .map(({ claim, to }) => ({
        payload: {
          claimId: claim.id,
          patientId: claim.patientId,
          payerId: claim.payerId,
          from: claim.status,
          to,
        },
        key: claim.id,
      })),
  );
}
