import type { Instant } from '@spark-den/kernel';
import type { Selectable } from 'kysely';
import type { AnalyticsContext } from '../context.ts';
import type { ActivityTable } from '../database.ts';

export type ActivityRow = Selectable<ActivityTable>;

export async function addActivity(
  { db, practiceId }: AnalyticsContext,
  activity: Omit<ActivityRow, 'practiceId'>,
): Promise<void> {
  await db
    .insertInto('activity')
    .values({ practiceId, ...activity })
    .execute();
}

/** Newest first, only of these permissions, after a place in that order. */
export function activityOf(
  { db, practiceId }: AnalyticsContext,
  permissions: readonly string[],
  after: { readonly at: Instant; readonly id: string } | undefined,
  limit: number,
): Promise<ActivityRow[]> {
  if (permissions.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('activity')
    .selectAll()
    .where('practiceId', '=', practiceId)
    .where('permission', 'in', permissions)
    .$if(after !== undefined, query =>
      query.where(eb =>
        eb.or([eb('at', '<', after!.at), eb.and([eb('at', '=', after!.at), eb('id', '<', after!.id)])]),
      ),
    )
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}
