import { billingContract } from '@spark-den/contracts/billing/operations';
import { fail, type Handlers } from '@spark-den/service-kit';
import { practiceToday } from '../context.ts';
import type { BillingDatabase } from '../database.ts';
import { decodeCursor, pageOf } from '../paging.ts';
import { findDenial, toDenial } from './denial-repository.ts';
import { denialsByRank, historyOf } from './denial-worklist-repository.ts';

type BillingHandlers = Handlers<typeof billingContract, BillingDatabase>;

export const listDenials: BillingHandlers['listDenials'] = async (context, { cursor, limit, ...filter }) => {
  const today = await practiceToday(context);
  const after = decodeCursor(cursor, 2);
  const rows = await denialsByRank(context, filter, { today, after, limit: limit + 1 });
  for (const patientId of new Set(rows.map(row => row.patientId))) context.audit({ patientId });
  return pageOf(
    rows,
    limit,
    row => [row.rank, row.id],
    row => toDenial(row, today),
  );
};

export const getDenial: BillingHandlers['getDenial'] = async (context, { denialId }) => {
  const row = await findDenial(context, denialId);
  if (!row) throw fail(billingContract, 'billing.denial_not_found', { denialId });
  const history = await historyOf(context, denialId);
  context.audit({ patientId: row.patientId, entityType: 'denial', entityId: denialId });
  return { ...toDenial(row, await practiceToday(context)), history };
};
