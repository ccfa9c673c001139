import { CoverageChanged } from '@spark-den/contracts/patients/events';
import { instant, localDateAt } from '@spark-den/kernel';
import { on, type Delivered, type Subscription } from '@spark-den/service-kit';
import { noteCoveredLater } from '../charges/covered-later.ts';
import type { BillingContext } from '../context.ts';
import type { BillingDatabase } from '../database.ts';
import { recordsOf } from '../persons/merged-record-repository.ts';
import { addToTimeline } from './change-status.ts';
import { updateClaim, type ClaimRow } from './claim-repository.ts';
import { isUnsent } from './claim.ts';
import { factsOfClaim, refreshClaim } from './refresh-claim.ts';

const NOTE = 'The patient’s coverages on the date of service changed.';

/**
 * A coverage that changes, also for dates that have passed, opens the claims of those dates again: what has not gone
 * out is built and checked anew, what has gone out waits for a person, today. Self-pay charges that turn out to be
 * covered are listed.
 */
async function followCoverage(
  context: BillingContext,
  { occurredAt, payload: { patientId, from, to } }: Delivered<typeof CoverageChanged>,
): Promise<void> {
  let claims = context.db
    .selectFrom('claim')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('patientId', 'in', await recordsOf(context, patientId))
    .where('dateOfService', '>=', from)
    // a later claim was built with the coverages as they are now
    .where('createdAt', '<=', instant(occurredAt))
    .where('status', '<>', 'voided');
  if (to !== null) claims = claims.where('dateOfService', '<=', to);
  for (const claim of await claims.orderBy('id').forUpdate().execute()) await openAgain(context, claim);
  await noteCoveredLater(context, patientId, { from, to });
}

async function openAgain(context: BillingContext, claim: ClaimRow): Promise<void> {
  const facts = await factsOfClaim(context, claim);
  if (isUnsent(claim.status) && !(await isHeldByHand(context, claim))) {
    await refreshClaim(context, claim, facts, { kind: 'coverage-changed', note: NOTE });
    return;
  }
  // a rejected claim waits for somebody already, who may be at work on it
  if (claim.status !== 'rejected')
    await updateClaim(context, claim.id, { nextActionOn: localDateAt(context.now, facts.practice.zone) });
  await addToTimeline(context, claim, { kind: 'coverage-changed', note: NOTE });
}

/** Whoever holds a claim will look before it goes; what the checks hold, they may let go. */
async function isHeldByHand(context: BillingContext, { id, status }: ClaimRow): Promise<boolean> {
  if (status !== 'held') return false;
  const last = await context.db
    .selectFrom('claimEvent')
    .select('kind')
    .where('practiceId', '=', context.practiceId)
    .where('claimId', '=', id)
    .where('kind', 'in', ['created', 'scrubbed', 'released', 'held', 'corrected', 'coverage-changed'])
    .orderBy('ordinal', 'desc')
    .executeTakeFirst();
  return last?.kind === 'held';
}

export const coverageSubscriptions: readonly Subscription<BillingDatabase>[] = [
  on<typeof CoverageChanged, BillingDatabase>(CoverageChanged, 'billing.follow-coverage', followCoverage),
];
