import { ClaimCreated } from '@spark-den/contracts/billing/claims-events';
import type { VisitFacts } from '../charges/billing-facts.ts';
import { chargesOfClaim, findCharge, linesOfCharges, type ChargeRow } from '../charges/charge-repository.ts';
import { nextNumber, type BillingContext } from '../context.ts';
import { addToTimeline } from './change-status.ts';
import { checkClaim } from './check-claim.ts';
import {
  findingCounts,
  insertClaim,
  insertVersion,
  ruleIdsOf,
  totalOfContent,
  type ClaimRow,
} from './claim-repository.ts';
import { claimNumberOf, patientControlNumber } from './claim.ts';
import { contentOfVisit } from './content-of-visit.ts';
import { linesOfClaim } from './lines-of-claim.ts';
import { refreshClaim } from './refresh-claim.ts';
import { payerOrderOf } from './scrub-claim-content.ts';

/**
 * Puts a posted charge on a claim: on the open one of the same patient, coverage, provider, place and date where there
 * is one, else on a new one. A patient without coverage gets no claim.
 * @returns the claim's id, or null for self-pay
 */
export async function buildClaimOfCharge(
  context: BillingContext,
  chargeId: string,
  facts: VisitFacts,
): Promise<string | null> {
  const charge = await findCharge(context, chargeId);
  if (charge.coverageId === null) return null;
  const open = await openClaimFor(context, charge);
  if (open && (await fits(context, open, charge))) {
    await putOn(context, charge, open.id);
    await refreshClaim(context, open, facts, {
      kind: 'scrubbed',
      note: 'Another charge of the visit was added',
    });
    return open.id;
  }
  return createClaim(context, charge, facts);
}

async function createClaim(
  context: BillingContext,
  charge: ChargeRow,
  facts: VisitFacts,
): Promise<string | null> {
  const base = contentOfVisit(facts);
  const destination = base.coverages.findIndex(coverage => coverage.coverageId === charge.coverageId);
  const coverage = base.coverages[destination];
  if (!coverage) return null;
  const claimId = context.newId();
  const claimNumber = claimNumberOf(await nextNumber(context, 'claim'));
  const { diagnoses, lines } = linesOfClaim([charge], await linesOfCharges(context, [charge.id]), () =>
    context.newId(),
  );
  const draft = {
    ...base,
    destination,
    dateOfService: charge.dateOfService,
    diagnoses,
    lines,
    priorDecisions: [],
  };
  const claim = {
    id: claimId,
    claimNumber,
    patientId: charge.patientId,
    patientName: `${base.patient.lastName}, ${base.patient.firstName}`,
    coverageId: coverage.coverageId,
    payerId: coverage.payer.id,
    payerName: coverage.payer.name,
    payerOrder: payerOrderOf(destination),
    providerId: charge.providerId,
    locationId: charge.locationId,
    dateOfService: charge.dateOfService,
    payerClaimNumber: null,
    currentVersion: 1,
  };
  const checked = await checkClaim(context, { claim, content: draft, frequency: '1' }, facts);
  await insertClaim(context, {
    ...claim,
    ...findingCounts(checked.findings),
    status: checked.status,
    reason: checked.reason,
    ownerId: null,
    nextActionOn: null,
    fileByDate: checked.fileByDate,
    totalCents: totalOfContent(draft),
    crossedOver: false,
    previousClaimId: null,
  });
  await insertVersion(context, {
    claimId,
    versionNumber: 1,
    patientControlNumber: patientControlNumber(claimNumber, 1),
    payerId: coverage.payer.id,
    frequency: '1',
    content: draft,
  });
  await putOn(context, charge, claimId);
  const row = { ...claim, status: checked.status };
  await addToTimeline(context, row, {
    kind: 'created',
    fresh: true,
    note: checked.reason,
    codes: ruleIdsOf(checked.findings),
  });
  await context.emit(
    ClaimCreated,
    {
      claimId,
      patientId: charge.patientId,
      payerId: coverage.payer.id,
      payerOrder: payerOrderOf(destination),
      status: checked.status,
      dateOfService: charge.dateOfService,
      totalCents: totalOfContent(draft),
      clean: checked.clean,
    },
    claimId,
  );
  return claimId;
}

/** Twelve diagnoses and the payer's number of lines are what a claim holds. */
async function fits(context: BillingContext, claim: ClaimRow, charge: ChargeRow): Promise<boolean> {
  const charges = [...(await chargesOfClaim(context, claim.id)), charge];
  const rows = await linesOfCharges(
    context,
    charges.map(row => row.id),
  );
  const { diagnoses, lines } = linesOfClaim(charges, rows, () => '');
  return diagnoses.length <= 12 && lines.length <= 50;
}

async function openClaimFor(context: BillingContext, charge: ChargeRow): Promise<ClaimRow | undefined> {
  return context.db
    .selectFrom('claim')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('patientId', '=', charge.patientId)
    .where('coverageId', '=', charge.coverageId)
    .where('providerId', '=', charge.providerId)
    .where('locationId', '=', charge.locationId)
    .where('dateOfService', '=', charge.dateOfService)
    .where('payerOrder', '=', 'primary')
    .where('status', 'in', ['draft', 'held', 'ready'])
    .where('currentVersion', '=', 1)
    .orderBy('createdAt')
    .forUpdate()
    .executeTakeFirst();
}

async function putOn(context: BillingContext, charge: ChargeRow, claimId: string): Promise<void> {
  await context.db
    .updateTable('charge')
    .set({ claimId })
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', charge.id)
    .execute();
}
