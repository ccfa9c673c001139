import { ClaimStatusChanged } from '@spark-den/contracts/billing/claims-events';
import type { ClaimStatus } from '@spark-den/contracts/billing/claim-types';
import { ZERO, type Cents, type LocalDate } from '@spark-den/kernel';
import { sql } from 'kysely';
import type { BillingContext } from '../context.ts';
import type { AdjudicatedLine, PayerAdjustment } from './claim-content.ts';
import type { ClaimRow } from './claim-repository.ts';
import { isCrossedOver, mayBecome, statusAfterDecision } from './claim.ts';
import { followWithNextPayer, holdSuccessor } from './next-payer-claim.ts';

/** What a posted remittance says of one of our claims. */
export interface Adjudication {
  readonly claimId: string;
  readonly patientControlNumber: string;
  readonly claimPaymentId: string;
  readonly remittanceId: string;
  /** The raw 835, for the timeline. */
  readonly fileId: string | null;
  /** CLP02. */
  readonly statusCode: string;
  readonly payerClaimNumber: string | null;
  /** BPR16, the date of the decision. */
  readonly decidedOn: LocalDate;
  readonly chargeCents: Cents;
  readonly paidCents: Cents;
  readonly patientResponsibilityCents: Cents;
  /** Of which denied, by money's reading of the codes. */
  readonly deniedCents: Cents;
  /** `null` where no other payer is asked after this one. */
  readonly nextPayerId: string | null;
  readonly adjustments: readonly PayerAdjustment[];
  readonly lines: readonly AdjudicatedLine[];
}

const CHUNK = 500;

/**
 * Tells the claims what a remittance decided, in the transaction that posts it: their state, their timeline, and the
 * next payer's claim where one follows. Many claims cost few statements.
 */
export async function recordAdjudications(
  context: BillingContext,
  adjudications: readonly Adjudication[],
): Promise<void> {
  for (let start = 0; start < adjudications.length; start += CHUNK) {
    await recordChunk(context, adjudications.slice(start, start + CHUNK));
  }
}

interface Decided {
  readonly adjudication: Adjudication;
  readonly claim: ClaimRow;
  readonly to: ClaimStatus;
}

async function recordChunk(context: BillingContext, adjudications: readonly Adjudication[]): Promise<void> {
  const claims = await lockClaims(
    context,
    adjudications.map(adjudication => adjudication.claimId),
  );
  const replacing = await voidRequests(context, claims);
  const decided: Decided[] = [];
  for (const adjudication of adjudications) {
    const claim = claims.get(adjudication.claimId);
    const status = statusAfterDecision(adjudication);
    if (!claim || status === undefined) continue;
    const to = status === 'reversed' && replacing.has(claim.id) ? 'voided' : status;
    decided.push({ adjudication, claim, to });
    // A reversal and its correction may stand in one remittance: the next one starts where this one ended.
    claims.set(claim.id, {
      ...claim,
      status: mayBecome(claim.status, to) ? to : claim.status,
      payerClaimNumber: adjudication.payerClaimNumber ?? claim.payerClaimNumber,
    });
  }
  if (decided.length === 0) return;
  await keepDecisions(context, decided);
  await writeTimeline(context, decided);
  await writeStatuses(context, decided, claims);
  for (const { adjudication, claim, to } of decided) {
    if (to === 'reversed' || to === 'voided') await holdSuccessor(context, claim);
    else if (adjudication.nextPayerId !== null) await followWithNextPayer(context, claim, adjudication);
  }
}

async function lockClaims(
  context: BillingContext,
  claimIds: readonly string[],
): Promise<Map<string, ClaimRow>> {
  const rows = await context.db
    .selectFrom('claim')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('id', 'in', [...new Set(claimIds)])
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Map(rows.map(row => [row.id, row]));
}

/** Claims whose newest version that went out asks the payer to void it. */
async function voidRequests(
  context: BillingContext,
  claims: ReadonlyMap<string, ClaimRow>,
): Promise<ReadonlySet<string>> {
  if (claims.size === 0) return new Set();
  const rows = await context.db
    .selectFrom('claimVersion')
    .select('claimId')
    .where('practiceId', '=', context.practiceId)
    .where('claimId', 'in', [...claims.keys()])
    .where('frequency', '=', '8')
    .where('frozenAt', 'is not', null)
    .execute();
  return new Set(rows.map(row => row.claimId));
}

/** Keeps what was decided; a reversal takes the decisions before it back. */
async function keepDecisions(context: BillingContext, decided: readonly Decided[]): Promise<void> {
  const reversed = decided.filter(({ adjudication }) => adjudication.statusCode === '22');
  if (reversed.length > 0) {
    await context.db
      .updateTable('claimAdjudication')
      .set({ reversed: true })
      .where('practiceId', '=', context.practiceId)
      .where(
        'claimId',
        'in',
        reversed.map(({ claim }) => claim.id),
      )
      .execute();
  }
  const standing = decided.filter(({ adjudication }) => adjudication.statusCode !== '22');
  if (standing.length === 0) return;
  await context.db
    .insertInto('claimAdjudication')
    .values(
      standing.map(({ adjudication, claim }) => ({
        id: context.newId(),
        practiceId: context.practiceId,
        claimId: claim.id,
        claimPaymentId: adjudication.claimPaymentId,
        remittanceId: adjudication.remittanceId,
        statusCode: adjudication.statusCode,
        payerClaimNumber: adjudication.payerClaimNumber,
        decidedOn: adjudication.decidedOn,
        paidCents: adjudication.paidCents,
        patientResponsibilityCents: adjudication.patientResponsibilityCents,
        adjustments: JSON.stringify(adjudication.adjustments),
        lines: JSON.stringify(adjudication.lines),
        reversed: false,
        recordedAt: context.now,
      })),
    )
    .onConflict(conflict => conflict.columns(['practiceId', 'claimPaymentId']).doNothing())
    .execute();
}

async function writeTimeline(context: BillingContext, decided: readonly Decided[]): Promise<void> {
  await context.db
    .insertInto('claimEvent')
    .values(
      decided.map(({ adjudication, claim, to }) => ({
        id: context.newId(),
        practiceId: context.practiceId,
        claimId: claim.id,
        at: context.now,
        kind: to === 'reversed' ? 'reversed' : to === 'voided' ? 'voided' : 'adjudicated',
        fromStatus: claim.status,
        toStatus: mayBecome(claim.status, to) ? to : claim.status,
        actor: context.principal.displayName,
        codes: JSON.stringify(codesOf(adjudication)),
        note: isCrossedOver(adjudication.statusCode)
          ? 'The payer sent the claim on to the next payer.'
          : null,
        fileId: adjudication.fileId,
        versionNumber: claim.currentVersion,
      })),
    )
    .execute();
}

/** `CLP 1`, then group and reason of every adjustment, remarks last: as the payer wrote them. */
function codesOf(adjudication: Adjudication): string[] {
  const adjustments = [...adjudication.adjustments, ...adjudication.lines.flatMap(line => line.adjustments)];
  const remarks = adjudication.lines.flatMap(line => line.remarks);
  return [
    `CLP ${adjudication.statusCode}`,
    ...new Set(adjustments.map(adjustment => `${adjustment.group}-${adjustment.reason}`)),
    ...new Set(remarks),
  ];
}

async function writeStatuses(
  context: BillingContext,
  decided: readonly Decided[],
  after: ReadonlyMap<string, ClaimRow>,
): Promise<void> {
  const steps = decided.filter(({ claim, to }) => mayBecome(claim.status, to));
  // A claim that is decided twice here (reversed, then corrected) ends as the last decision says.
  const last = new Map(
    steps.map(({ adjudication, claim, to }) => [
      claim.id,
      {
        id: claim.id,
        status: to,
        reason: to === 'denied' || to === 'partially-paid' ? reasonOf(adjudication) : null,
        payer_claim_number: after.get(claim.id)?.payerClaimNumber ?? null,
        steps: steps.filter(step => step.claim.id === claim.id).length,
      },
    ]),
  );
  await sql`
    update claim set status = decided.status, reason = decided.reason,
           payer_claim_number = decided.payer_claim_number, version = version + decided.steps,
           updated_at = ${context.now}
    from jsonb_to_recordset(${JSON.stringify([...last.values()])}::jsonb) as decided (
      id uuid, status text, reason text, payer_claim_number text, steps integer)
    where claim.practice_id = ${context.practiceId} and claim.id = decided.id`.execute(context.db);
  await context.emitAll(
    ClaimStatusChanged,
    steps
      .filter(({ claim, to }) => claim.status !== to)
      .map(({ claim, to }) => ({
        payload: {
          claimId: claim.id,
          patientId: claim.patientId,
          payerId: claim.payerId,
          from: claim.status,
          to,
        },
        key: claim.id,
      })),
  );
}

/** The largest adjustment that is neither contract nor the patient's share says why. */
function reasonOf(adjudication: Adjudication): string | null {
  const adjustments = [
    ...adjudication.adjustments,
    ...adjudication.lines.flatMap(line => line.adjustments),
  ].filter(
    adjustment => adjustment.group !== 'PR' && adjustment.reason !== '45' && adjustment.amountCents > ZERO,
  );
  const [largest] = adjustments.sort((a, b) => b.amountCents - a.amountCents);
  return largest ? `Denied: ${largest.group}-${largest.reason}` : null;
}
