import { billingContract } from '@spark-den/contracts/billing/operations';
import type { Denial } from '@spark-den/contracts/billing/denial-types';
import { daysBetween, type LocalDate } from '@spark-den/kernel';
import { fail } from '@spark-den/service-kit';
import type { Selectable } from 'kysely';
import type { BillingContext } from '../context.ts';
import type { DenialTable } from './tables.ts';

export type DenialRow = Selectable<DenialTable>;

export const LIVE_STATES = ['open', 'in_work', 'appealed'] as const satisfies Denial['state'][];

export async function findDenial(context: BillingContext, denialId: string): Promise<DenialRow | undefined> {
  return context.db
    .selectFrom('denial')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', denialId)
    .executeTakeFirst();
}

export async function lockLiveDenial(context: BillingContext, denialId: string): Promise<DenialRow> {
  const row = await context.db
    .selectFrom('denial')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', denialId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw fail(billingContract, 'billing.denial_not_found', { denialId });
  if (!LIVE_STATES.some(state => state === row.state)) {
    throw fail(billingContract, 'billing.denial_closed', { state: row.state });
  }
  return row;
}

/** Changes a denial and writes down who did what. */
export async function changeDenial(
  context: BillingContext,
  row: DenialRow,
  changes: Partial<
    Pick<DenialRow, 'state' | 'ownerId' | 'ownerName' | 'nextAction' | 'nextActionOn' | 'closedAt'>
  >,
  event: { readonly what: string; readonly note?: string | undefined; readonly documentId?: string },
): Promise<DenialRow> {
  await context.db
    .insertInto('denialEvent')
    .values({
      practiceId: context.practiceId,
      denialId: row.id,
      at: context.now,
      byName: context.principal.displayName,
      what: event.what,
      note: event.note ?? null,
      documentId: event.documentId ?? null,
    })
    .execute();
  context.audit({ patientId: row.patientId, entityType: 'denial', entityId: row.id });
  return context.db
    .updateTable('denial')
    .set(eb => ({ ...changes, version: eb('version', '+', 1) }))
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** A denial with the days that are left and its place in the worklist: expected recovery per day left. */
export function toDenial(row: DenialRow, today: LocalDate): Denial {
  const daysLeft = daysBetween(today, row.deadline);
  const expected = (row.amountCents * row.expectedShare) / 100;
  return {
    denialId: row.id,
    claimId: row.claimId,
    chargeLineId: row.chargeLineId,
    patientId: row.patientId,
    patientControlNumber: row.patientControlNumber,
    payerId: row.payerId,
    payerName: row.payerName,
    code: row.code,
    serviceDate: row.serviceDate,
    group: row.adjustmentGroup,
    reason: row.reason,
    remarks: row.remarks,
    category: row.category,
    categoryLabel: row.categoryLabel,
    rootCauseOwner: row.rootCauseOwner,
    recoverable: row.recoverable,
    amountCents: row.amountCents,
    deniedOn: row.deniedOn,
    deadline: row.deadline,
    daysLeft,
    priority: daysLeft < 0 ? 0 : Math.round(expected / (daysLeft + 1)),
    ownerId: row.ownerId,
    ownerName: row.ownerName,
    nextAction: row.nextAction,
    nextActionOn: row.nextActionOn,
    state: row.state,
    version: row.version,
  };
}
