import { billingContract } from '@spark-den/contracts/billing/operations';
import { fail } from '@spark-den/service-kit';
import { sql, type SqlBool } from 'kysely';
import type { BillingContext } from '../context.ts';
import type { ClaimPaymentRow } from './remittance-repository.ts';

export interface UnmatchedRow extends ClaimPaymentRow {
  readonly trace: string;
  readonly fileId: string;
  readonly payerName: string;
  readonly payerIdentifiers: string[];
  readonly paymentDate: ClaimPaymentRow['serviceDate'] & string;
  readonly remittancePostedAt: string | null;
}

function unmatchedRows(context: BillingContext) {
  return context.db
    .selectFrom('claimPayment')
    .innerJoin('remittance', join =>
      join
        .onRef('remittance.practiceId', '=', 'claimPayment.practiceId')
        .onRef('remittance.id', '=', 'claimPayment.remittanceId'),
    )
    .selectAll('claimPayment')
    .select([
      'remittance.trace',
      'remittance.fileId',
      'remittance.payerName',
      'remittance.payerIdentifiers',
      'remittance.paymentDate',
      'remittance.postedAt as remittancePostedAt',
    ])
    .where('claimPayment.practiceId', '=', context.practiceId);
}

/** What waits, or what a person has matched since; by id, from `after` on. */
export async function unmatchedItems(
  context: BillingContext,
  state: 'open' | 'matched',
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<UnmatchedRow[]> {
  let query = unmatchedRows(context).orderBy('claimPayment.id');
  query =
    state === 'open'
      ? query.where('claimPayment.state', '=', 'unmatched')
      : query
          .where('claimPayment.state', '=', 'posted')
          .where(sql<SqlBool>`claim_payment.posted_at > remittance.posted_at`);
  if (page.after !== undefined) query = query.where('claimPayment.id', '>', page.after);
  return query.limit(page.limit).execute();
}

export async function unmatchedRow(
  context: BillingContext,
  itemId: string,
  lock = false,
): Promise<UnmatchedRow> {
  const query = unmatchedRows(context).where('claimPayment.id', '=', itemId);
  const row = await (lock ? query.forUpdate('claimPayment') : query).executeTakeFirst();
  if (!row) throw fail(billingContract, 'billing.unmatched_item_not_found', { itemId });
  return row;
}

/** The number under which the newest version of a claim was sent. */
export async function sentNumberOf(context: BillingContext, claimId: string): Promise<string | undefined> {
  const row = await context.db
    .selectFrom('claimVersion')
    .select('patientControlNumber')
    .where('practiceId', '=', context.practiceId)
    .where('claimId', '=', claimId)
    .where('frozenAt', 'is not', null)
    .orderBy('versionNumber', 'desc')
    .executeTakeFirst();
  return row?.patientControlNumber;
}

/** Numbers of sent claims with the same charge, the same day of service or nearly the same number. */
export async function likelyNumbers(context: BillingContext, row: ClaimPaymentRow): Promise<string[]> {
  const { rows } = await sql<{ patientControlNumber: string }>`
    select version.patient_control_number
    from claim join claim_version version
      on version.practice_id = claim.practice_id and version.claim_id = claim.id
      and version.version_number = claim.current_version
    where version.frozen_at is not null and (
      claim.total_cents = ${Math.abs(row.chargeCents)}
      or claim.date_of_service = ${row.serviceDate}::date
      or upper(version.patient_control_number) = upper(${row.patientControlNumber}))
    order by (claim.total_cents = ${Math.abs(row.chargeCents)})::int
           + (claim.date_of_service is not distinct from ${row.serviceDate}::date)::int desc, claim.id desc
    limit 50`.execute(context.db);
  return rows.map(found => found.patientControlNumber);
}
