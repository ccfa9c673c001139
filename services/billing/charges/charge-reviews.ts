import type { ChargeReview } from '@spark-den/contracts/billing/charge-types';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { fail } from '@spark-den/service-kit';
import type { BillingContext } from '../context.ts';
import { decodeCursor, pageOf } from '../paging.ts';
import type { Instant } from '@spark-den/kernel';
import { endAmendmentHold } from '../claims/note-amendment.ts';
import { findCharge, linesOfCharges, showCharge } from './charge-repository.ts';
import { rewriteCharge } from './update-charge.ts';
import { takeBackPosting } from './void-charge.ts';

export async function listChargeReviews(
  context: BillingContext,
  input: {
    readonly chargeId?: string | undefined;
    readonly cursor?: string | undefined;
    readonly limit: number;
  },
) {
  const after = decodeCursor(input.cursor, 2);
  let query = context.db
    .selectFrom('chargeReview')
    .innerJoin('charge', join =>
      join
        .onRef('charge.id', '=', 'chargeReview.chargeId')
        .onRef('charge.practiceId', '=', 'chargeReview.practiceId'),
    )
    .selectAll('chargeReview')
    .select(['charge.status as chargeStatus', 'charge.claimId', 'charge.diagnoses'])
    .where('chargeReview.practiceId', '=', context.practiceId)
    .where('chargeReview.status', '=', 'open')
    .orderBy('chargeReview.openedAt')
    .orderBy('chargeReview.id')
    .limit(input.limit + 1);
  if (input.chargeId !== undefined) query = query.where('chargeReview.chargeId', '=', input.chargeId);
  if (after) {
    query = query.where(eb =>
      eb(
        eb.refTuple('chargeReview.openedAt', 'chargeReview.id'),
        '>',
        eb.tuple(String(after[0]) as Instant, String(after[1])),
      ),
    );
  }
  const rows = await query.execute();
  const lines = await linesOfCharges(
    context,
    rows.map(row => row.chargeId),
  );
  for (const row of rows) context.audit({ patientId: row.patientId });
  return pageOf(
    rows,
    input.limit,
    row => [row.openedAt, row.id],
    (row): ChargeReview => ({
      reviewId: row.id,
      chargeId: row.chargeId,
      patientId: row.patientId,
      encounterId: row.encounterId,
      encounterVersion: row.encounterVersion,
      chargeStatus: row.chargeStatus,
      claimId: row.claimId,
      current: {
        diagnoses: row.diagnoses,
        lines: lines
          .filter(line => line.chargeId === row.chargeId)
          .map(({ code, modifiers, units, diagnosisPointers }) => ({
            code,
            modifiers,
            units,
            diagnosisPointers,
          })),
      },
      amended: row.amended,
      status: row.status,
      openedAt: row.openedAt,
    }),
  );
}

/**
 * Decides on an amendment. Applied to a posted charge, it takes the posting back (the claim must not be under way) and
 * leaves a draft with the amended services, to be posted anew.
 */
export async function resolveChargeReview(
  context: BillingContext,
  input: { readonly reviewId: string; readonly decision: 'apply' | 'dismiss'; readonly reason: string },
) {
  const review = await context.db
    .selectFrom('chargeReview')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', input.reviewId)
    .forUpdate()
    .executeTakeFirst();
  if (!review) throw fail(billingContract, 'billing.charge_review_not_found', { reviewId: input.reviewId });
  if (review.status !== 'open') throw fail(billingContract, 'billing.charge_review_decided');
  const charge = await findCharge(context, review.chargeId, { lock: true });
  if (input.decision === 'apply') {
    if (charge.status === 'posted') {
      await takeBackPosting(context, charge);
      await context.db
        .updateTable('charge')
        .set({ status: 'draft', postedAt: null, claimId: null })
        .where('practiceId', '=', context.practiceId)
        .where('id', '=', charge.id)
        .execute();
    }
    await rewriteCharge(context, charge, review.amended, {
      encounterVersion: review.encounterVersion,
      sourceEventId: review.sourceEventId,
    });
  }
  await context.db
    .updateTable('chargeReview')
    .set({
      status: input.decision === 'apply' ? 'applied' : 'dismissed',
      reason: input.reason,
      decidedAt: context.now,
      decidedBy: context.principal.id,
    })
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', review.id)
    .execute();
  if (input.decision === 'dismiss' && charge.claimId !== null)
    await endAmendmentHold(context, charge.claimId);
  context.audit({ patientId: charge.patientId, entityType: 'charge', entityId: charge.id });
  return showCharge(context, charge.id);
}
