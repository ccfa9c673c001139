import type { PayloadOf } from '@spark-den/contracts/operation';
import {
  ClaimsAcknowledged,
  InterchangeAccepted,
  InterchangeRejected,
} from '@spark-den/contracts/integration/events';
import { codes } from '@spark-den/codes';
import { on, type Subscription } from '@spark-den/service-kit';
import type { BillingContext } from '../context.ts';
import type { BillingDatabase } from '../database.ts';
import { addToTimeline, changeStatus } from './change-status.ts';
import { updateClaim } from './claim-repository.ts';
import { isAdjudicated, mayBecome } from './claim.ts';

type Acknowledged = PayloadOf<typeof ClaimsAcknowledged>;
type Result = Acknowledged['results'][number];

/** TA1: the envelope was taken, or nothing of it was read. */
async function followInterchange(
  context: BillingContext,
  payload: PayloadOf<typeof InterchangeAccepted>,
  accepted: boolean,
): Promise<void> {
  if (payload.batchId === null) return;
  const claims = await versionsBy(context, 'batchId', [payload.batchId]);
  for (const claim of claims) {
    const entry = {
      kind: accepted ? ('interchange-accepted' as const) : ('interchange-rejected' as const),
      codes: [payload.note],
      fileId: payload.fileId,
    };
    if (accepted || !mayBecome(claim.status, 'rejected')) await addToTimeline(context, claim, entry);
    else
      await changeStatus(context, claim, 'rejected', entry, {
        reason: `Interchange rejected: ${payload.note}`,
      });
  }
  if (!accepted) await setBatchStatus(context, payload.batchId, 'rejected');
}

/**
 * A 999 or a 277CA speaks of claims by CLM01. A 999 acceptance moves nothing: only the payer's own 277CA proves that the
 * claim arrived (DOMAIN A.5). A late word on a claim that was decided or sent anew goes to the timeline only.
 */
async function followClaims(context: BillingContext, payload: Acknowledged): Promise<void> {
  const claims = await versionsBy(
    context,
    'patientControlNumber',
    payload.results.map(result => result.patientControlNumber),
  );
  for (const result of payload.results) {
    const claim = claims.find(candidate => candidate.patientControlNumber === result.patientControlNumber);
    if (claim) await followClaim(context, claim, payload, result);
  }
  if (payload.batchId !== null && payload.results.length > 0) {
    const rejected = payload.results.filter(result => result.outcome === 'rejected').length;
    if (rejected > 0 || payload.source === '999') {
      const status =
        rejected === 0 ? 'accepted' : rejected === payload.results.length ? 'rejected' : 'partly-accepted';
      await setBatchStatus(context, payload.batchId, status);
    }
  }
}

async function followClaim(
  context: BillingContext,
  claim: SentVersion,
  { source, speaker, fileId }: Acknowledged,
  result: Result,
): Promise<void> {
  if (result.payerClaimNumber !== null && claim.versionNumber === claim.currentVersion) {
    await updateClaim(context, claim.id, { payerClaimNumber: result.payerClaimNumber });
  }
  const note = source === '999' ? null : meaningOf(result.codes);
  const stale = claim.versionNumber !== claim.currentVersion || isAdjudicated(claim.status);
  const entry = { codes: [`${source} ${speaker}`, ...result.codes], fileId, note };
  if (result.outcome === 'rejected' && !stale && mayBecome(claim.status, 'rejected')) {
    const reason = note ?? 'Rejected for its syntax (999).';
    await changeStatus(context, claim, 'rejected', { ...entry, kind: 'rejected' }, { reason });
  } else if (
    result.outcome === 'accepted' &&
    source === '277CA' &&
    speaker === 'payer' &&
    !stale &&
    mayBecome(claim.status, 'accepted')
  ) {
    await changeStatus(context, claim, 'accepted', { ...entry, kind: 'accepted' }, { reason: null });
  } else {
    await addToTimeline(context, claim, { ...entry, kind: 'acknowledged' });
  }
}

/** `A7:562:85` in our own words. */
function meaningOf(statusCodes: readonly string[]): string {
  return statusCodes
    .map(text => {
      const [category = '', status = ''] = text.split(':');
      const words = [
        codes.lookup('claim-status-category', category).label,
        codes.lookup('claim-status', status).label,
      ].filter(label => label !== undefined);
      return words.length > 0 ? words.join(': ') : text;
    })
    .join('; ');
}

type SentVersion = Awaited<ReturnType<typeof versionsBy>>[number];

async function versionsBy(
  context: BillingContext,
  column: 'batchId' | 'patientControlNumber',
  values: readonly string[],
) {
  if (values.length === 0) return [];
  return context.db
    .selectFrom('claimVersion')
    .innerJoin('claim', join =>
      join
        .onRef('claim.id', '=', 'claimVersion.claimId')
        .onRef('claim.practiceId', '=', 'claimVersion.practiceId'),
    )
    .select([
      'claim.id',
      'claim.patientId',
      'claim.payerId',
      'claim.status',
      'claim.currentVersion',
      'claimVersion.versionNumber',
      'claimVersion.patientControlNumber',
    ])
    .where('claimVersion.practiceId', '=', context.practiceId)
    .where('claim.crossedOver', '=', false)
    .where(`claimVersion.${column}`, 'in', values)
    .orderBy('claimVersion.patientControlNumber')
    .forUpdate('claim')
    .execute();
}

async function setBatchStatus(
  context: BillingContext,
  batchId: string,
  status: 'accepted' | 'partly-accepted' | 'rejected',
): Promise<void> {
  await context.db
    .updateTable('claimBatch')
    .set({ status })
    .where('practiceId', '=', context.practiceId)
    .where('id', '=', batchId)
    .execute();
}

export const acknowledgementSubscriptions: readonly Subscription<BillingDatabase>[] = [
  on<typeof InterchangeAccepted, BillingDatabase>(
    InterchangeAccepted,
    'billing.follow-accepted-interchanges',
    (context, event) => followInterchange(context, event.payload, true),
  ),
  on<typeof InterchangeRejected, BillingDatabase>(
    InterchangeRejected,
    'billing.follow-rejected-interchanges',
    (context, event) => followInterchange(context, event.payload, false),
  ),
  on<typeof ClaimsAcknowledged, BillingDatabase>(
    ClaimsAcknowledged,
    'billing.follow-acknowledgements',
    (context, event) => followClaims(context, event.payload),
  ),
];
