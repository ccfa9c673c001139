import type { billingContract } from '@spark-den/contracts/billing/operations';
import type { Handlers } from '@spark-den/service-kit';
import type { BillingDatabase } from '../database.ts';
import { decodeCursor, pageOf } from '../paging.ts';
import { allocationsOf, receiptById, receiptRows } from './receipt-list-repository.ts';
import { showReceipt, toReceipt, usesOf } from './receipt-repository.ts';

type BillingHandlers = Handlers<typeof billingContract, BillingDatabase>;

export const listReceipts: BillingHandlers['listReceipts'] = async (
  context,
  { cursor, limit, ...filter },
) => {
  const [after] = decodeCursor(cursor, 1) ?? [];
  const rows = await receiptRows(context, {
    ...filter,
    after: after === undefined ? undefined : String(after),
    limit: limit + 1,
  });
  const uses = await usesOf(
    context,
    rows.map(row => row.id),
  );
  for (const patientId of new Set(rows.map(row => row.patientId))) context.audit({ patientId });
  return pageOf(
    rows,
    limit,
    row => [row.number],
    row => toReceipt(row, uses.get(row.id)),
  );
};

export const getReceipt: BillingHandlers['getReceipt'] = async (context, { receiptId }) => {
  const row = await receiptById(context, receiptId);
  const allocations = await allocationsOf(context, receiptId);
  context.audit({ patientId: row.patientId, entityType: 'receipt', entityId: receiptId });
  return { ...(await showReceipt(context, row)), allocations };
};
