import type { Claim, ClaimEvent } from '@spark-den/contracts/billing/claim-types';
import type { Instant } from '@spark-den/kernel';
import { diagnosisLabels } from '../charges/charge-repository.ts';
import type { BillingContext } from '../context.ts';
import { decodeCursor, pageOf } from '../paging.ts';
import { summaryOf } from './claim-list-repository.ts';
import { findClaim } from './claim-repository.ts';
import { allowedActions } from './claim.ts';

/** A claim with everything that its page shows. */
export async function showClaim(context: BillingContext, claimId: string): Promise<Claim> {
  const claim = await findClaim(context, claimId);
  const versions = await context.db
    .selectFrom('claimVersion')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('claimId', '=', claimId)
    .orderBy('versionNumber')
    .execute();
  const current = versions.find(version => version.versionNumber === claim.currentVersion);
  if (!current) throw new Error('a claim without its version');
  const { content } = current;
  const next = await context.db
    .selectFrom('claim')
    .select('id')
    .where('practiceId', '=', context.practiceId)
    .where('previousClaimId', '=', claimId)
    .where('status', '<>', 'voided')
    .executeTakeFirst();
  const profile = content.coverages[content.destination]?.payer.profile;
  context.audit({ patientId: claim.patientId, entityType: 'claim', entityId: claimId });
  return {
    ...summaryOf({ ...claim, patientControlNumber: current.patientControlNumber }),
    frequency: current.frequency,
    payerClaimNumber: claim.payerClaimNumber,
    placeOfService: content.location.placeOfService,
    locationId: claim.locationId,
    diagnoses: [...content.diagnoses],
    diagnosisLabels: diagnosisLabels(content.diagnoses),
    lines: content.lines.map(({ chargeId: _, ...line }) => ({
      ...line,
      modifiers: [...line.modifiers],
      diagnosisPointers: [...line.diagnosisPointers],
    })),
    findings: claim.findings as Claim['findings'],
    versions: versions.map(version => ({
      versionNumber: version.versionNumber,
      patientControlNumber: version.patientControlNumber,
      frequency: version.frequency,
      frozenAt: version.frozenAt,
      batchId: version.batchId,
    })),
    previousClaimId: claim.previousClaimId,
    nextClaimId: next?.id ?? null,
    chargeIds: [...new Set(content.lines.map(line => line.chargeId))],
    allowedActions: profile ? allowedActions(claim, profile) : [],
  };
}

export async function listClaimEvents(
  context: BillingContext,
  input: { readonly claimId: string; readonly cursor?: string | undefined; readonly limit: number },
) {
  const claim = await findClaim(context, input.claimId);
  const after = decodeCursor(input.cursor, 1);
  let query = context.db
    .selectFrom('claimEvent')
    .selectAll()
    .where('practiceId', '=', context.practiceId)
    .where('claimId', '=', input.claimId)
    .orderBy('ordinal')
    .limit(input.limit + 1);
  if (after) query = query.where('ordinal', '>', Number(after[0]));
  const rows = await query.execute();
  context.audit({ patientId: claim.patientId, entityType: 'claim', entityId: claim.id });
  return pageOf(
    rows,
    input.limit,
    row => [Number(row.ordinal)],
    (row): ClaimEvent => ({
      eventId: row.id,
      at: row.at as Instant,
      kind: row.kind as ClaimEvent['kind'],
      fromStatus: row.fromStatus,
      toStatus: row.toStatus,
      actor: row.actor,
      codes: row.codes,
      note: row.note,
      fileId: row.fileId,
      versionNumber: row.versionNumber,
    }),
  );
}
