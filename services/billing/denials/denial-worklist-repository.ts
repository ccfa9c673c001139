import type { LocalDate } from '@spark-den/kernel';
import { sql } from 'kysely';
import type { BillingContext } from '../context.ts';
import { LIVE_STATES, type DenialRow } from './denial-repository.ts';

export interface WorklistFilter {
  readonly state?: DenialRow['state'] | undefined;
  readonly open: boolean;
  readonly category?: string | undefined;
  readonly ownerId?: string | undefined;
}

/** The worklist: what may still come back, per day that is left for it; what is too late comes last. */
export async function denialsByRank(
  context: BillingContext,
  filter: WorklistFilter,
  page: {
    readonly today: LocalDate;
    readonly after: readonly (string | number)[] | undefined;
    readonly limit: number;
  },
): Promise<(DenialRow & { readonly rank: number })[]> {
  const rank = sql<number>`case when deadline < ${page.today}::date then 0
    else amount_cents * expected_share / (deadline - ${page.today}::date + 1) end::bigint`;
  let query = context.db
    .selectFrom('denial')
    .selectAll()
    .select(rank.as('rank'))
    .where('practiceId', '=', context.practiceId)
    .orderBy(rank, 'desc')
    .orderBy('id');
  if (filter.state) query = query.where('state', '=', filter.state);
  else if (filter.open) query = query.where('state', 'in', LIVE_STATES);
  if (filter.category) query = query.where('category', '=', filter.category);
  if (filter.ownerId) query = query.where('ownerId', '=', filter.ownerId);
  if (page.after) {
    const [lastRank, lastId] = page.after;
    query = query.where(sql<boolean>`(-${rank}, id) > (${-Number(lastRank)}::bigint, ${lastId}::uuid)`);
  }
  return query.limit(page.limit).execute();
}

/** What was done with a denial, first to last. */
export async function historyOf(context: BillingContext, denialId: string) {
  return context.db
    .selectFrom('denialEvent')
    .select(['at', 'byName as by', 'what', 'note', 'documentId'])
    .where('practiceId', '=', context.practiceId)
    .where('denialId', '=', denialId)
    .orderBy('ordinal')
    .execute();
}
