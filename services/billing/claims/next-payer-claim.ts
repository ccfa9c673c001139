import { ClaimCreated } from '@spark-den/contracts/billing/claims-events';
import type { ClaimStatus } from '@spark-den/contracts/billing/claim-types';
import { nextNumber, type BillingContext } from '../context.ts';
import { addToTimeline, changeStatus } from './change-status.ts';
import { checkClaim } from './check-claim.ts';
import type { ClaimContent } from './claim-content.ts';
import {
  findingCounts,
  findSuccessor,
  findVersion,
  insertClaim,
  insertVersion,
  rewriteVersion,
  totalOfContent,
  type ClaimRow,
} from './claim-repository.ts';
import { claimNumberOf, isCrossedOver, isUnsent, patientControlNumber } from './claim.ts';
import { nextCoverage } from './next-payer.ts';
import type { Adjudication } from './adjudication.ts';
import { factsOfClaim } from './refresh-claim.ts';
import { payerOrderOf } from './scrub-claim-content.ts';

/**
 * After a payer's decision the next one is asked for what is left to the patient: by a claim of ours with the decision
 * in its COB loops, or, where the payer sent the claim on itself, by waiting for that payer's remittance. A claim that
 * crossed over is never billed by us as well.
 */
export async function followWithNextPayer(
  context: BillingContext,
  claim: ClaimRow,
  adjudication: Adjudication,
): Promise<void> {
  const version = await findVersion(context, claim);
  if (!nextCoverage(version.content)) return;
  const successor = await findSuccessor(context, claim.id);
  const content = nextContent(version.content, adjudication);
  if (isCrossedOver(adjudication.statusCode)) {
    if (!successor) await awaitCrossover(context, claim, content, adjudication);
    return;
  }
  if (successor) {
    await refreshSuccessor(context, successor, content);
    return;
  }
  if (adjudication.patientResponsibilityCents > 0) await billNextPayer(context, claim, content);
}

/** The decision that a next payer's claim rests on was taken back: it waits if it has not gone out. */
export async function holdSuccessor(context: BillingContext, claim: ClaimRow): Promise<void> {
  const successor = await findSuccessor(context, claim.id);
  if (!successor || successor.crossedOver) return;
  const note = 'The payer before this one took its decision back.';
  if (isUnsent(successor.status)) {
    await changeStatus(context, successor, 'held', { kind: 'held', note }, { reason: note });
  } else {
    await addToTimeline(context, successor, { kind: 'amended', note });
  }
}

/** The claim to the next payer: same services, with what this payer decided. */
export function nextContent(content: ClaimContent, adjudication: Adjudication): ClaimContent {
  return {
    ...content,
    destination: content.destination + 1,
    priorDecisions: [
      ...content.priorDecisions.filter(decision => decision.coverage !== content.destination),
      {
        coverage: content.destination,
        payerClaimNumber: adjudication.payerClaimNumber,
        decidedOn: adjudication.decidedOn,
        paidCents: adjudication.paidCents,
        adjustments: adjudication.adjustments,
        lines: adjudication.lines,
      },
    ],
  };
}

async function billNextPayer(context: BillingContext, claim: ClaimRow, content: ClaimContent): Promise<void> {
  const claimId = context.newId();
  const claimNumber = claimNumberOf(await nextNumber(context, 'claim'));
  const controlNumber = patientControlNumber(claimNumber, 1);
  const facts = await factsOfClaim(context, claim);
  const next = { ...content, lines: content.lines.map(line => ({ ...line, lineId: context.newId() })) };
  const candidate = {
    id: claimId,
    patientId: claim.patientId,
    dateOfService: claim.dateOfService,
    payerClaimNumber: null,
  };
  const checked = await checkClaim(context, { claim: candidate, content: next, frequency: '1' }, facts);
  await insertSuccessor(context, claim, next, {
    claimId,
    claimNumber,
    controlNumber,
    status: checked.status,
    crossedOver: false,
    clean: checked.clean,
    row: { ...findingCounts(checked.findings), reason: checked.reason, fileByDate: checked.fileByDate },
  });
}

/** Keeps a claim that the payer sent on, so that the next payer's remittance finds it under the number we sent. */
async function awaitCrossover(
  context: BillingContext,
  claim: ClaimRow,
  content: ClaimContent,
  adjudication: Adjudication,
): Promise<void> {
  await insertSuccessor(context, claim, content, {
    claimId: context.newId(),
    claimNumber: claimNumberOf(await nextNumber(context, 'claim')),
    controlNumber: adjudication.patientControlNumber,
    status: 'accepted',
    crossedOver: true,
    clean: true,
    row: {
      ...findingCounts([]),
      reason: 'Sent on by the payer before it; wait for its remittance.',
      fileByDate: null,
    },
  });
}

interface Successor {
  readonly claimId: string;
  readonly claimNumber: string;
  readonly controlNumber: string;
  readonly status: ClaimStatus;
  readonly crossedOver: boolean;
  readonly clean: boolean;
  readonly row: ReturnType<typeof findingCounts> & Pick<ClaimRow, 'reason' | 'fileByDate'>;
}

async function insertSuccessor(
  context: BillingContext,
  claim: ClaimRow,
  content: ClaimContent,
  successor: Successor,
): Promise<void> {
  const coverage = content.coverages[content.destination];
  if (!coverage) return;
  const { claimId } = successor;
  const payerOrder = payerOrderOf(content.destination);
  const row = {
    id: claimId,
    patientId: claim.patientId,
    payerId: coverage.payer.id,
    status: successor.status,
    currentVersion: 1,
  };
  await insertClaim(context, {
    ...row,
    ...successor.row,
    claimNumber: successor.claimNumber,
    patientName: claim.patientName,
    coverageId: coverage.coverageId,
    payerName: coverage.payer.name,
    payerOrder,
    providerId: claim.providerId,
    locationId: claim.locationId,
    dateOfService: claim.dateOfService,
    ownerId: null,
    nextActionOn: null,
    totalCents: totalOfContent(content),
    payerClaimNumber: null,
    crossedOver: successor.crossedOver,
    previousClaimId: claim.id,
  });
  await insertVersion(context, {
    claimId,
    versionNumber: 1,
    patientControlNumber: successor.controlNumber,
    payerId: coverage.payer.id,
    frequency: '1',
    content,
    frozen: successor.crossedOver,
  });
  await addToTimeline(context, claim, {
    kind: successor.crossedOver ? 'forwarded' : 'secondary-created',
    note: `${coverage.payer.name}, ${successor.controlNumber}`,
  });
  await addToTimeline(context, row, { kind: 'created', fresh: true, note: successor.row.reason });
  await context.emit(
    ClaimCreated,
    {
      claimId,
      patientId: claim.patientId,
      payerId: coverage.payer.id,
      payerOrder,
      status: successor.status,
      dateOfService: claim.dateOfService,
      totalCents: totalOfContent(content),
      clean: successor.clean,
    },
    claimId,
  );
}

/** A corrected decision goes onto a next payer's claim that has not been sent; a sent one shows that it is behind. */
async function refreshSuccessor(
  context: BillingContext,
  successor: ClaimRow,
  content: ClaimContent,
): Promise<void> {
  if (successor.crossedOver) return;
  if (!isUnsent(successor.status)) {
    await addToTimeline(context, successor, {
      kind: 'amended',
      note: 'The payer before this one decided anew: compare, and correct this claim.',
    });
    return;
  }
  const version = await findVersion(context, successor);
  const rewritten = await rewriteVersion(context, version, content);
  const facts = await factsOfClaim(context, successor);
  const checked = await checkClaim(
    context,
    { claim: successor, content: rewritten, frequency: version.frequency },
    facts,
  );
  await changeStatus(
    context,
    successor,
    checked.status,
    { kind: 'scrubbed', note: checked.reason ?? 'The payer before this one decided anew' },
    { ...findingCounts(checked.findings), reason: checked.reason, fileByDate: checked.fileByDate },
  );
}
