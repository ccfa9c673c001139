import { ClaimStatusChanged } from '@spark-den/contracts/billing/claims-events';
import type { ClaimEvent, ClaimStatus } from '@spark-den/contracts/billing/claim-types';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { fail } from '@spark-den/service-kit';
import type { Updateable } from 'kysely';
import type { BillingContext } from '../context.ts';
import { updateClaim, type ClaimRow } from './claim-repository.ts';
import { mayBecome } from './claim.ts';
import type { ClaimTable } from './tables.ts';

export interface TimelineEntry {
  readonly kind: ClaimEvent['kind'];
  readonly codes?: readonly string[];
  readonly note?: string | null;
  readonly fileId?: string | null;
}

type SteppingClaim = Pick<ClaimRow, 'id' | 'patientId' | 'payerId' | 'status' | 'currentVersion'>;

/** Moves a claim along the state machine, with its entry in the timeline and its event. */
export async function changeStatus(
  context: BillingContext,
  claim: SteppingClaim,
  to: ClaimStatus,
  entry: TimelineEntry,
  change: Omit<Updateable<ClaimTable>, 'version' | 'status'> = {},
): Promise<void> {
  if (claim.status !== to && !mayBecome(claim.status, to)) {
    throw fail(billingContract, 'billing.claim_step_not_allowed', {
      claimId: claim.id,
      from: claim.status,
      to,
    });
  }
  await updateClaim(context, claim.id, { ...change, status: to });
  await addToTimeline(context, claim, { ...entry, to });
  if (claim.status === to) return;
  await context.emit(
    ClaimStatusChanged,
    { claimId: claim.id, patientId: claim.patientId, payerId: claim.payerId, from: claim.status, to },
    claim.id,
  );
}

/** Writes to the timeline alone: something happened that moves nothing. */
export async function addToTimeline(
  context: BillingContext,
  claim: SteppingClaim,
  entry: TimelineEntry & { readonly to?: ClaimStatus; readonly fresh?: boolean },
): Promise<void> {
  await context.db
    .insertInto('claimEvent')
    .values({
      id: context.newId(),
      practiceId: context.practiceId,
      claimId: claim.id,
      at: context.now,
      kind: entry.kind,
      fromStatus: entry.fresh ? null : claim.status,
      toStatus: entry.to ?? claim.status,
      actor: context.principal.displayName,
      codes: JSON.stringify(entry.codes ?? []),
      note: entry.note ?? null,
      fileId: entry.fileId ?? null,
      versionNumber: claim.currentVersion,
    })
    .execute();
}
