import { DenialClosed } from '@spark-den/contracts/billing/events';
import { billingContract } from '@spark-den/contracts/billing/operations';
import { fail, type Handlers } from '@spark-den/service-kit';
import { sql } from 'kysely';
import { practiceToday } from '../context.ts';
import type { BillingDatabase } from '../database.ts';
import { decodeCursor, pageOf } from '../paging.ts';
import { changeDenial, LIVE_STATES, lockLiveDenial, toDenial } from './denial-repository.ts';

type BillingHandlers = Handlers<typeof billingContract, BillingDatabase>;

export const listDenials: BillingHandlers['listDenials'] = async (context, input) => {
  const today = await practiceToday(context);
  // What may still come back, per day that is left for it; what is too late comes last.
  const rank = sql<number>`case when deadline < ${today}::date then 0
    else amount_cents * expected_share / (deadline - ${today}::date + 1) end::bigint`;
  const after = decodeCursor(input.cursor, 2);
  let query = context.db
    .selectFrom('denial')
    .selectAll()
    .select(rank.as('rank'))
    .where('practiceId', '=', context.practiceId)
    .orderBy(rank, 'desc')
    .orderBy('id');
  if (input.state) query = query.where('state', '=', input.state);
  else if (input.open) query = query.where('state', 'in', LIVE_STATES);
  if (input.category) query = query.where('category', '=', input.category);
  if (input.ownerId) query = query.where('ownerId', '=', input.ownerId);
  if (after)
    query = query.where(sql<boolean>`(-${rank}, id) > (${-Number(after[0])}::bigint, ${after[1]}::uuid)`);
  const rows = await query.limit(input.limit + 1).execute();
  for (const patientId of new Set(rows.map(row => row.patientId))) context.audit({ patientId });
  return pageOf(
    rows,
    input.limit,
    row => [row.rank, row.id],
    row => toDenial(row, today),
  );
};

export const getDenial: BillingHandlers['getDenial'] = async (context, { denialId }) => {
  const row = await context.db
    .selectFrom('denial')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', denialId)
    .executeTakeFirst();
  if (!row) throw fail(billingContract, 'billing.denial_not_found', { denialId });
  const history = await context.db
    .selectFrom('denialEvent')
    .select(['at', 'byName as by', 'what', 'note', 'documentId'])
    .where('practiceId', '=', context.practiceId)
    .where('denialId', '=', denialId)
    .orderBy('ordinal')
    .execute();
  context.audit({ patientId: row.patientId, entityType: 'denial', entityId: denialId });
  return { ...toDenial(row, await practiceToday(context)), history };
};

export const updateDenial: BillingHandlers['updateDenial'] = async (context, input) => {
  const { denialId, note, ...changes } = input;
  const row = await lockLiveDenial(context, denialId);
  if (row.version !== context.expectedVersion) throw fail(billingContract, 'billing.version_conflict');
  const what = Object.keys(changes).length > 0 ? `Changed ${Object.keys(changes).join(', ')}` : 'Note';
  const state = row.state === 'open' ? 'in_work' : row.state;
  const changed = await changeDenial(context, row, { ...changes, state }, { what, note });
  return toDenial(changed, await practiceToday(context));
};

/** A person accepts the denial: the balance stays open until it is written off or moved, each by its own act. */
export const closeDenial: BillingHandlers['closeDenial'] = async (context, { denialId, outcome, note }) => {
  const row = await lockLiveDenial(context, denialId);
  const changed = await changeDenial(
    context,
    row,
    { state: outcome, closedAt: context.now },
    { what: outcome === 'upheld' ? 'Accepted as denied' : 'Closed', note },
  );
  const { claimId, patientId } = row;
  await context.emit(DenialClosed, { denialId, claimId, patientId, outcome }, patientId);
  return toDenial(changed, await practiceToday(context));
};
