import { RemittancePosted } from '@spark-den/contracts/billing/events';
import {
  cashOf,
  isReversal,
  remittanceReceiptEntry,
  type ClaimPaymentFacts,
  type JournalEntry,
  type PartyFacts,
  type RemittanceFacts,
} from '@spark-den/ledger';
import { sumCents, ZERO } from '@spark-den/kernel';
import { recordAdjudications, type Adjudication } from '../claims/record-adjudications.ts';
import type { BillingContext } from '../context.ts';
import { openDenials } from '../denials/open-denials.ts';
import { openBalances } from '../ledger/journal-repository.ts';
import { announceBalances, postEntries } from '../ledger/post-entries.ts';
import { releaseShares } from '../ledger/release-shares.ts';
import { applyCopays } from '../patient-payments/apply-copays.ts';
import { claimsOfPayments, type FoundClaim } from './postable-claims.ts';
import { PostingPlan, type Decision, type Incoming } from './posting-plan.ts';
import {
  factsOf,
  insertClaimPayments,
  parkedPayments,
  standingPayments,
  type ClaimPaymentToInsert,
} from './remittance-repository.ts';

export interface RemittanceToPost {
  readonly remittanceId: string;
  readonly fileId: string;
  readonly facts: RemittanceFacts;
}

type Posted = Extract<Decision, { state: 'posted' }>;

/**
 * Puts a balanced remittance in the books, whole, in the caller's transaction: its cash and provider-level amounts
 * first, then each claim that fits one of ours. What fits none stays in unapplied insurance cash and is listed.
 * Payments parked by earlier remittances of the same claims are tried again: a reversal may have come before its
 * original, or a correction before its reversal.
 */
export async function postRemittance(
  context: BillingContext,
  { remittanceId, fileId, facts }: RemittanceToPost,
): Promise<readonly Decision[]> {
  const fresh = facts.claims.map(payment => ({
    claimPaymentId: context.newId(),
    remittanceId,
    paymentDate: facts.paymentDate,
    payer: facts.payer,
    payment,
  }));
  const parked = await parkedBefore(context, facts.claims);
  const plan = await planFor(context, [...fresh, ...parked]);
  const decisions = fresh.map(item => plan.decisions.get(item.claimPaymentId)).filter(isDecided);
  const mended = parked.map(item => plan.decisions.get(item.claimPaymentId)).filter(isPosted);
  const receipt = remittanceReceiptEntry({
    remittanceId,
    paymentDate: facts.paymentDate,
    payerId: decisions.find(isPosted)?.claim.payerId ?? null,
    cashCents: cashOf(facts),
    claimsCents: sumCents(facts.claims, claim => claim.paidCents),
    providerAdjustments: facts.providerAdjustments,
  });
  await postDecided(context, [...decisions.filter(isPosted), ...mended], plan, receipt);
  await insertClaimPayments(context, remittanceId, decisions.map(rowOf));
  await markMended(context, mended);
  await tellOthers(context, plan.order.map(id => plan.decisions.get(id)).filter(isPosted), fileId);
  await context.emit(
    RemittancePosted,
    {
      remittanceId,
      fileId,
      claimCount: decisions.length,
      unmatchedCount: decisions.filter(decision => decision.state === 'unmatched').length,
    },
    remittanceId,
  );
  return decisions;
}

/** Posts parked payments to the claim that a person chose, by the same rules. */
export async function postParked(
  context: BillingContext,
  item: Incoming,
  claim: FoundClaim,
  fileId: string,
): Promise<Decision> {
  const plan = await planFor(context, [item], () => [claim]);
  const decision = plan.decisions.get(item.claimPaymentId);
  if (!decision || !isPosted(decision)) return decision ?? { ...item, state: 'information' };
  await postDecided(context, [decision], plan);
  await markMended(context, [decision]);
  await tellOthers(context, [decision], fileId);
  return decision;
}

async function planFor(
  context: BillingContext,
  items: readonly Incoming[],
  chosen?: (payment: ClaimPaymentFacts) => readonly FoundClaim[],
): Promise<PostingPlan> {
  const payments = items.map(item => item.payment);
  const claimsOf = chosen ?? (await claimsOfPayments(context, payments));
  const claims = payments.flatMap(claimsOf);
  const open = await openBalances(
    context,
    claims.flatMap(claim => claim.lines.map(line => line.chargeLineId)),
    { lock: true },
  );
  const reversed = payments.filter(isReversal).flatMap(claimsOf);
  const standing = await standingPayments(
    context,
    reversed.map(claim => claim.claimId),
  );
  const plan = new PostingPlan({ newId: context.newId, claimsOf, open, standing });
  plan.decide(items);
  return plan;
}

async function parkedBefore(
  context: BillingContext,
  payments: readonly ClaimPaymentFacts[],
): Promise<Incoming[]> {
  const rows = await parkedPayments(
    context,
    payments.map(payment => payment.patientControlNumber),
  );
  if (rows.length === 0) return [];
  const facts = await factsOf(context, rows);
  const remittances = await context.db
    .selectFrom('remittance')
    .select(['id', 'paymentDate', 'payerName', 'payerIdentifiers'])
    .where('practiceId', '=', context.practiceId)
    .where('id', 'in', [...new Set(rows.map(row => row.remittanceId))])
    .execute();
  return rows.flatMap(row => {
    const payment = facts.get(row.id);
    const remittance = remittances.find(({ id }) => id === row.remittanceId);
    if (!payment || !remittance) return [];
    const payer: PartyFacts = { name: remittance.payerName, identifiers: remittance.payerIdentifiers };
    return [
      {
        claimPaymentId: row.id,
        remittanceId: row.remittanceId,
        paymentDate: remittance.paymentDate,
        payer,
        payment,
      },
    ];
  });
}

async function postDecided(
  context: BillingContext,
  posted: readonly Posted[],
  plan: PostingPlan,
  receipt?: JournalEntry,
): Promise<void> {
  const [first] = posted;
  const releases = first
    ? await releaseShares(
        context,
        plan.overpaidShares(),
        { type: 'claim_payment', id: first.claimPaymentId },
        first.paymentDate,
      )
    : [];
  const entries = posted.flatMap(({ entry, entryId }) => (entry && entryId ? [{ ...entry, entryId }] : []));
  await postEntries(context, [...(receipt ? [receipt] : []), ...entries, ...releases]);
  await applyCopays(
    context,
    posted.flatMap(({ lines }) => lines.map(({ line }) => line.chargeLineId)),
  );
}

function rowOf(decision: Decision): ClaimPaymentToInsert {
  const base = { id: decision.claimPaymentId, payment: decision.payment };
  if (decision.state !== 'posted') {
    const claim = decision.state === 'unmatched' ? decision.claim : null;
    return {
      ...base,
      state: decision.state,
      parkReason: decision.state === 'unmatched' ? decision.reason : null,
      claimId: claim?.claimId ?? null,
      patientId: claim?.patientId ?? null,
      payerId: claim?.payerId ?? null,
      matchedBy: null,
      entryId: null,
      reversesId: null,
      contractualCents: ZERO,
      deniedCents: ZERO,
      chargeLines: new Map(),
    };
  }
  return {
    ...base,
    state: 'posted',
    parkReason: null,
    claimId: decision.claim.claimId,
    patientId: decision.claim.patientId,
    payerId: decision.claim.payerId,
    matchedBy: decision.claim.foundBy,
    entryId: decision.entryId,
    reversesId: decision.reverses?.claimPaymentId ?? null,
    ...totalsOf(decision),
    chargeLines: chargeLinesOf(decision),
  };
}

function totalsOf(decision: Posted) {
  return {
    contractualCents: sumCents(decision.lines, line =>
      sumCents(line.split.reductions, reduction => reduction.amountCents),
    ),
    deniedCents: sumCents(decision.lines, line => sumCents(line.split.denied, denied => denied.amountCents)),
  };
}

function chargeLinesOf(decision: Posted): Map<number, string> {
  return new Map(
    decision.lines.flatMap(line =>
      line.serviceOrdinal === null ? [] : [[line.serviceOrdinal, line.line.chargeLineId] as const],
    ),
  );
}

async function markMended(context: BillingContext, mended: readonly Posted[]): Promise<void> {
  for (const decision of mended) {
    await context.db
      .updateTable('claimPayment')
      .set({
        state: 'posted',
        parkReason: null,
        claimId: decision.claim.claimId,
        patientId: decision.claim.patientId,
        payerId: decision.claim.payerId,
        matchedBy: decision.claim.foundBy,
        entryId: decision.entryId,
        reversesId: decision.reverses?.claimPaymentId ?? null,
        postedAt: context.now,
        ...totalsOf(decision),
      })
      .where('practiceId', '=', context.practiceId)
      .where('id', '=', decision.claimPaymentId)
      .execute();
    for (const [ordinal, chargeLineId] of chargeLinesOf(decision)) {
      await context.db
        .updateTable('servicePayment')
        .set({ chargeLineId })
        .where('practiceId', '=', context.practiceId)
        .where('claimPaymentId', '=', decision.claimPaymentId)
        .where('ordinal', '=', ordinal)
        .execute();
    }
  }
}

/** Claims learn what was decided, denials are opened and closed, and the portals hear of the balances. */
async function tellOthers(context: BillingContext, posted: readonly Posted[], fileId: string): Promise<void> {
  if (posted.length === 0) return;
  await recordAdjudications(
    context,
    posted.map(decision => adjudicationOf(decision, fileId)),
  );
  await openDenials(context, posted);
  for (const decision of posted) context.audit({ patientId: decision.claim.patientId });
  const [first] = posted;
  if (!first) return;
  await announceBalances(
    context,
    posted.map(decision => decision.claim.patientId),
    { type: 'remittance', id: first.remittanceId },
  );
}

function adjudicationOf(decision: Posted, fileId: string): Adjudication {
  const { payment, claim } = decision;
  return {
    claimId: claim.claimId,
    patientControlNumber: payment.patientControlNumber,
    claimPaymentId: decision.claimPaymentId,
    remittanceId: decision.remittanceId,
    fileId,
    statusCode: payment.statusCode,
    payerClaimNumber: payment.payerClaimNumber,
    decidedOn: decision.paymentDate,
    chargeCents: payment.chargeCents,
    paidCents: payment.paidCents,
    patientResponsibilityCents: payment.patientResponsibilityCents,
    deniedCents: totalsOf(decision).deniedCents,
    nextPayerId: claim.nextPayerId,
    adjustments: payment.adjustments,
    lines: decision.lines.map(line => {
      const service = payment.lines.find(({ ordinal }) => ordinal === line.serviceOrdinal);
      return {
        chargeLineId: line.line.chargeLineId,
        code: service?.code ?? line.line.code,
        modifiers: service?.modifiers ?? line.line.modifiers,
        units: service?.units ?? line.line.units,
        paidCents: service?.paidCents ?? line.paidCents,
        adjustments: service?.adjustments ?? line.adjustments,
        remarks: line.remarks,
      };
    }),
  };
}

const isPosted = (decision: Decision | undefined): decision is Posted => decision?.state === 'posted';
const isDecided = (decision: Decision | undefined): decision is Decision => decision !== undefined;
