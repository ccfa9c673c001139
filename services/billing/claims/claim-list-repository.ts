import type { ClaimStatus, ClaimSummary } from '@spark-den/contracts/billing/claim-types';
import type { LocalDate } from '@spark-den/kernel';
import { sql } from 'kysely';
import type { BillingContext } from '../context.ts';
import { decodeCursor, pageOf } from '../paging.ts';
import { recordsOf } from '../persons/merged-record-repository.ts';
import type { ClaimRow } from './claim-repository.ts';

type SummaryRow = ClaimRow & { readonly patientControlNumber: string };

export interface ClaimFilter {
  readonly status?: readonly ClaimStatus[] | undefined;
  readonly payerId?: readonly string[] | undefined;
  readonly patientId?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly dueBefore?: LocalDate | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** What wants attention first: the earliest of next action and last day to file, then the oldest. */
const DUE = sql<LocalDate>`least(coalesce(claim.next_action_on, 'infinity'), coalesce(claim.file_by_date, 'infinity'))`;

export async function listClaims(context: BillingContext, filter: ClaimFilter) {
  const after = decodeCursor(filter.cursor, 2);
  let query = summaries(context)
    .select(DUE.as('due'))
    .orderBy(DUE)
    .orderBy('claim.id')
    .limit(filter.limit + 1);
  if (filter.status) query = query.where('claim.status', 'in', filter.status);
  if (filter.payerId) query = query.where('claim.payerId', 'in', filter.payerId);
  if (filter.patientId !== undefined)
    query = query.where('claim.patientId', 'in', await recordsOf(context, filter.patientId));
  if (filter.ownerId !== undefined) query = query.where('claim.ownerId', '=', filter.ownerId);
  if (filter.dueBefore !== undefined) query = query.where(DUE, '<', filter.dueBefore);
  if (after) {
    query = query.where(sql<boolean>`(${DUE}, claim.id) > (${after[0]}::date, ${after[1]}::uuid)`);
  }
  const rows = await query.execute();
  for (const row of rows) context.audit({ patientId: row.patientId });
  return pageOf(rows, filter.limit, row => [String(row.due), row.id], summaryOf);
}

export async function countClaims(context: BillingContext) {
  const rows = await context.db
    .selectFrom('claim')
    .select(eb => [
      'status',
      eb.fn.countAll<number>().as('count'),
      eb.fn.sum<number>('totalCents').as('totalCents'),
    ])
    .where('practiceId', '=', context.practiceId)
    .groupBy('status')
    .orderBy('status')
    .execute();
  return {
    items: rows.map(row => ({
      status: row.status,
      count: Number(row.count),
      totalCents: Number(row.totalCents),
    })),
  };
}

/** Claims with the number of their newest version. */
export function summaries(context: BillingContext) {
  return context.db
    .selectFrom('claim')
    .innerJoin('claimVersion', join =>
      join
        .onRef('claimVersion.claimId', '=', 'claim.id')
        .onRef('claimVersion.practiceId', '=', 'claim.practiceId')
        .onRef('claimVersion.versionNumber', '=', 'claim.currentVersion'),
    )
    .selectAll('claim')
    .select('claimVersion.patientControlNumber')
    .where('claim.practiceId', '=', context.practiceId);
}

export function summaryOf(row: SummaryRow): ClaimSummary {
  return {
    claimId: row.id,
    patientControlNumber: row.patientControlNumber,
    patientId: row.patientId,
    patientName: row.patientName,
    payerId: row.payerId,
    payerName: row.payerName,
    coverageId: row.coverageId,
    payerOrder: row.payerOrder,
    providerId: row.providerId,
    dateOfService: row.dateOfService,
    status: row.status,
    reason: row.reason,
    ownerId: row.ownerId,
    nextActionOn: row.nextActionOn,
    totalCents: row.totalCents,
    errorCount: row.errorCount,
    warningCount: row.warningCount,
    fileByDate: row.fileByDate,
    version: row.version,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
