import { billingContract } from '@spark-den/contracts/billing/operations';
import type { UnmatchedItem } from '@spark-den/contracts/billing/remittance-types';
import { isReversal, planClaim, scoreCandidate, type PartyFacts } from '@spark-den/ledger';
import { ZERO } from '@spark-den/kernel';
import { fail, type Handlers } from '@spark-den/service-kit';
import type { BillingDatabase } from '../database.ts';
import { isDenial } from '../denials/denial-rules.ts';
import { openBalances } from '../ledger/journal-repository.ts';
import { decodeCursor, pageOf } from '../paging.ts';
import { claimsByNumber } from './postable-claims.ts';
import { postParked } from './post-remittance.ts';
import { factsOf } from './remittance-repository.ts';
import {
  likelyNumbers,
  sentNumberOf,
  unmatchedItems,
  unmatchedRow,
  type UnmatchedRow,
} from './unmatched-item-repository.ts';

type BillingHandlers = Handlers<typeof billingContract, BillingDatabase>;

export const listUnmatchedItems: BillingHandlers['listUnmatchedItems'] = async (
  context,
  { state, cursor, limit },
) => {
  const after = decodeCursor(cursor, 1)?.[0];
  const rows = await unmatchedItems(context, state, {
    after: after === undefined ? undefined : String(after),
    limit: limit + 1,
  });
  return pageOf(rows, limit, row => [row.id], toItem);
};

export const listMatchCandidates: BillingHandlers['listMatchCandidates'] = async (context, { itemId }) => {
  const row = await unmatchedRow(context, itemId);
  const payment = (await factsOf(context, [row])).get(row.id);
  if (!payment) return { items: [] };
  const payer = payerOf(row);
  const claims = await claimsByNumber(context, await likelyNumbers(context, row));
  const open = await openBalances(
    context,
    claims.flatMap(claim => claim.lines.map(line => line.chargeLineId)),
    { lock: false },
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
  const number = await sentNumberOf(context, claimId);
  const claims = number === undefined ? [] : await claimsByNumber(context, [number]);
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
