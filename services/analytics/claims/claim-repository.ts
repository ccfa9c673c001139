import type { Instant } from '@spark-den/kernel';
import type { Selectable } from 'kysely';
import type { AnalyticsContext } from '../context.ts';
import type { ClaimTable } from '../database.ts';

export type ClaimRow = Selectable<ClaimTable>;
export type SubmittedClaimRow = ClaimRow & { submittedAt: Instant };

export async function saveClaim(
  { db, practiceId }: AnalyticsContext,
  claim: Omit<ClaimRow, 'practiceId' | 'submittedAt'>,
): Promise<void> {
  await db
    .insertInto('claim')
    .values({ practiceId, ...claim, submittedAt: null })
    .execute();
}

/** Only the first submission counts: a corrected claim that goes out again is not a new one. */
export async function markSubmitted(
  { db, practiceId }: AnalyticsContext,
  claimId: string,
  at: Instant,
): Promise<void> {
  await db
    .updateTable('claim')
    .set({ submittedAt: at })
    .where('practiceId', '=', practiceId)
    .where('claimId', '=', claimId)
    .where('submittedAt', 'is', null)
    .execute();
}

/** Claims that first went out in this time, latest first. */
export async function claimsSubmittedIn(
  { db, practiceId }: AnalyticsContext,
  { start, end }: { readonly start: Instant; readonly end: Instant },
): Promise<SubmittedClaimRow[]> {
  const rows = await db
    .selectFrom('claim')
    .selectAll()
    .where('practiceId', '=', practiceId)
    .where('submittedAt', '>=', start)
    .where('submittedAt', '<', end)
    .orderBy('submittedAt', 'desc')
    .orderBy('claimId')
    .execute();
  return rows as SubmittedClaimRow[];
}
