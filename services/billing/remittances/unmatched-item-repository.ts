import { billingContract } from '@spark-den/contracts/billing/operations';
import type { UnmatchedItem } from '@spark-den/contracts/billing/types';
import { isReversal, planClaim, scoreCandidate, type PartyFacts } from '@spark-den/ledger';
import { ZERO } from '@spark-den/kernel';
import { fail, type Handlers } from '@spark-den/service-kit';
import { sql, type SqlBool } from 'kysely';
import type { BillingContext } from '../context.ts';
import type { BillingDatabase } from '../database.ts';
import { isDenial } from '../denials/denial-rules.ts';
import { lockOpenBalances } from '../ledger/journal-repository.ts';
import { decodeCursor, pageOf } from '../paging.ts';
import { claimsByNumber } from './postable-claims.ts';
import { postParked } from './post-remittance.ts';
import { factsOf, type ClaimPaymentRow } from './remittance-repository.ts';

type BillingHandlers = Handlers<typeof billingContract, BillingDatabase>;

interface UnmatchedRow extends ClaimPaymentRow {
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

export const listUnmatchedItems: BillingHandlers['listUnmatchedItems'] = async (
  context,
  { state, cursor, limit },
) => {
  const after = decodeCursor(cursor, 1);
  let query = unmatchedRows(context).orderBy('claimPayment.id');
  query =
    state === 'open'
      ? query.where('claimPayment.state', '=', 'unmatched')
      : query
          .where('claimPayment.state', '=', 'posted')
          .where(sql<SqlBool>`claim_payment.posted_at > remittance.posted_at`);
  if (after) query = query.where('claimPayment.id', '>', String(after[0]));
  return pageOf(await query.limit(limit + 1).execute(), limit, row => [row.id], toItem);
};

export const listMatchCandidates: BillingHandlers['listMatchCandidates'] = async (context, { itemId }) => {
  const row = await unmatchedRow(context, itemId);
  const payment = (await factsOf(context, [row])).get(row.id);
  if (!payment) return { items: [] };
  const payer = payerOf(row);
  const claims = await claimsByNumber(context, await likelyNumbers(context, row));
  const open = await lockOpenBalances(
    context,
    claims.flatMap(claim => claim.lines.map(line => line.chargeLineId)),
  );
  const items = claims
    .map(claim => ({ ...scoreCandidate(payment, payer, claim), claim }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 10)
    .map(({ claim, score, reasons }) => {
      const plan = planClaim(
        {
          claimPaymentId: row.id,
          remittanceId: row.remittanceId,
          paymentDate: row.paymentDate,
          payer,
          payment,
          claim,
        },
        (payerId, chargeLineId) =>
          open.find(
            balance =>
              balance.account === 'ar_insurance' &&
              balance.payerId === payerId &&
              balance.chargeLineId === chargeLineId,
          )?.amountCents ?? ZERO,
        isDenial,
      );
      return {
        claimId: claim.claimId,
        patientId: claim.patientId,
        patientControlNumber: claim.patientControlNumber,
        payerId: claim.payerId,
        chargeCents: claim.chargeCents,
        score,
        reasons: [...reasons],
        obstacle: isReversal(payment) || plan.state === 'posted' ? null : plan.reason,
      };
    });
  context.audit({ entityType: 'unmatched_item', entityId: itemId });
  return { items };
};

export const matchUnmatchedItem: BillingHandlers['matchUnmatchedItem'] = async (
  context,
  { itemId, claimId },
) => {
  const row = await unmatchedRow(context, itemId, true);
  if (row.state !== 'unmatched') throw fail(billingContract, 'billing.unmatched_item_settled');
  const payment = (await factsOf(context, [row])).get(row.id);
  const number = await context.db
    .selectFrom('claimVersion')
    .select('patientControlNumber')
    .where('practiceId', '=', context.practiceId)
    .where('claimId', '=', claimId)
    .where('frozenAt', 'is not', null)
    .orderBy('versionNumber', 'desc')
    .executeTakeFirst();
  const claims = number ? await claimsByNumber(context, [number.patientControlNumber]) : [];
  const claim = claims.find(candidate => candidate.claimId === claimId);
  if (!payment || !claim) throw fail(billingContract, 'billing.match_refused', { reason: 'claim_not_found' });
  const decision = await postParked(
    context,
    {
      claimPaymentId: row.id,
      remittanceId: row.remittanceId,
      paymentDate: row.paymentDate,
      payer: payerOf(row),
      payment,
    },
    { ...claim, foundBy: 'person' },
    row.fileId,
  );
  if (decision.state !== 'posted') {
    throw fail(billingContract, 'billing.match_refused', {
      reason: decision.state === 'unmatched' ? decision.reason : decision.state,
    });
  }
  context.audit({ patientId: claim.patientId, entityType: 'unmatched_item', entityId: itemId });
  return toItem({ ...row, state: 'posted' });
};

/** Numbers of sent claims with the same charge, the same day of service or nearly the same number. */
async function likelyNumbers(context: BillingContext, row: ClaimPaymentRow): Promise<string[]> {
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

async function unmatchedRow(context: BillingContext, itemId: string, lock = false): Promise<UnmatchedRow> {
  const query = unmatchedRows(context).where('claimPayment.id', '=', itemId);
  const row = await (lock ? query.forUpdate('claimPayment') : query).executeTakeFirst();
  if (!row) throw fail(billingContract, 'billing.unmatched_item_not_found', { itemId });
  return row;
}

function payerOf(row: UnmatchedRow): PartyFacts {
  return { name: row.payerName, identifiers: row.payerIdentifiers };
}

function toItem(row: UnmatchedRow): UnmatchedItem {
  return {
    itemId: row.id,
    remittanceId: row.remittanceId,
    trace: row.trace,
    payerName: row.payerName,
    patientControlNumber: row.patientControlNumber,
    payerClaimNumber: row.payerClaimNumber,
    patientName: row.patientName,
    claimStatusCode: row.statusCode,
    serviceDate: row.serviceDate,
    chargeCents: row.chargeCents,
    paidCents: row.paidCents,
    reason: row.parkReason ?? 'needs_review',
    state: row.state === 'unmatched' ? 'open' : 'matched',
    openedAt: (row.remittancePostedAt ?? row.postedAt ?? '') as UnmatchedItem['openedAt'],
  };
}
