import { sql } from 'kysely';
import type { BillingContext } from '../context.ts';
import { codesOf, denialReasonOf, type Decided } from './adjudication.ts';
import type { ClaimRow } from './claim-repository.ts';
import { isCrossedOver, mayBecome } from './claim.ts';

export async function lockClaims(
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
export async function voidRequests(
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
export async function keepDecisions(context: BillingContext, decided: readonly Decided[]): Promise<void> {
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

export async function writeTimeline(context: BillingContext, decided: readonly Decided[]): Promise<void> {
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

/** Brings the claims to their states in one statement, however many they are. */
export async function writeStatuses(
  context: BillingContext,
  steps: readonly Decided[],
  after: ReadonlyMap<string, ClaimRow>,
): Promise<void> {
  // A claim that is decided twice here (reversed, then corrected) ends as the last decision says.
  const last = new Map(
    steps.map(({ adjudication, claim, to }) => [
      claim.id,
      {
        id: claim.id,
        status: to,
        reason: to === 'denied' || to === 'partially-paid' ? denialReasonOf(adjudication) : null,
        payer_claim_number: after.get(claim.id)?.payerClaimNumber ?? null,
        steps: steps.filter(step => step.claim.id === claim.id).length,
      },
    ]),
  );
  if (last.size === 0) return;
  await sql`
    update claim set status = decided.status, reason = decided.reason,
           payer_claim_number = decided.payer_claim_number, version = version + decided.steps,
           updated_at = ${context.now}
    from jsonb_to_recordset(${JSON.stringify([...last.values()])}::jsonb) as decided (
      id uuid, status text, reason text, payer_claim_number text, steps integer)
    where claim.practice_id = ${context.practiceId} and claim.id = decided.id`.execute(context.db);
}
