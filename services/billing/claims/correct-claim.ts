import { billingContract } from '@spark-den/contracts/billing/operations';
import { fail } from '@spark-den/service-kit';
import { expectVersion } from '../charges/update-charge.ts';
import type { BillingContext } from '../context.ts';
import { changeStatus } from './change-status.ts';
import { checkClaim } from './check-claim.ts';
import type { ClaimContent } from './claim-content.ts';
import {
  findClaim,
  findingCounts,
  findVersion,
  insertVersion,
  ruleIdsOf,
  type ClaimRow,
} from './claim-repository.ts';
import { isAdjudicated, isUnsent, patientControlNumber } from './claim.ts';
import { factsOfClaim, withFreshPeople } from './refresh-claim.ts';
import { showClaim } from './show-claims.ts';

export interface Correction {
  readonly reason: string;
  readonly diagnoses?: readonly string[] | undefined;
  readonly lines?:
    | readonly {
        readonly lineId: string;
        readonly modifiers?: readonly string[] | undefined;
        readonly diagnosisPointers?: readonly number[] | undefined;
      }[]
    | undefined;
}

/**
 * Makes a new version of a claim that went out. A rejected claim was never adjudicated and goes again as an original; an
 * adjudicated one goes as a replacement with the payer's number, if the payer's profile takes replacements.
 */
export async function correctClaim(
  context: BillingContext,
  input: Correction & { readonly claimId: string },
) {
  const claim = await findClaim(context, input.claimId, { lock: true });
  expectVersion(context, claim);
  const frequency = await nextFrequency(context, claim, '7');
  const change = (content: ClaimContent) => applyCorrection(claim.id, content, input);
  await startVersion(context, claim, frequency, change, { kind: 'corrected', note: input.reason });
  return showClaim(context, claim.id);
}

/** Ends a claim that was never accepted; asks the payer to void one that it decided (frequency 8). */
export async function voidClaim(
  context: BillingContext,
  input: { readonly claimId: string; readonly reason: string },
) {
  const claim = await findClaim(context, input.claimId, { lock: true });
  expectVersion(context, claim);
  if (!claim.crossedOver && (isUnsent(claim.status) || claim.status === 'rejected')) {
    await changeStatus(
      context,
      claim,
      'voided',
      { kind: 'voided', note: input.reason },
      { reason: input.reason },
    );
    await context.db
      .updateTable('charge')
      .set({ claimId: null })
      .where('practiceId', '=', context.practiceId)
      .where('claimId', '=', claim.id)
      .execute();
  } else {
    const frequency = await nextFrequency(context, claim, '8');
    await startVersion(context, claim, frequency, content => content, { kind: 'voided', note: input.reason });
  }
  return showClaim(context, claim.id);
}

async function nextFrequency(
  context: BillingContext,
  claim: ClaimRow,
  wanted: '7' | '8',
): Promise<'1' | '7' | '8'> {
  if (claim.status === 'rejected') return '1';
  if (claim.crossedOver || !isAdjudicated(claim.status)) {
    throw fail(billingContract, 'billing.claim_step_not_allowed', { from: claim.status });
  }
  const { content } = await findVersion(context, claim);
  const accepted = content.coverages[content.destination]?.payer.profile.acceptedFrequencies ?? [];
  if (!accepted.includes(wanted)) {
    throw fail(billingContract, 'billing.frequency_not_accepted', {
      payerId: claim.payerId,
      frequency: wanted,
    });
  }
  if (claim.payerClaimNumber === null) throw fail(billingContract, 'billing.payer_claim_number_unknown');
  return wanted;
}

async function startVersion(
  context: BillingContext,
  claim: ClaimRow,
  frequency: '1' | '7' | '8',
  change: (content: ClaimContent) => ClaimContent,
  entry: { readonly kind: 'corrected' | 'voided'; readonly note: string },
): Promise<void> {
  const facts = await factsOfClaim(context, claim);
  const previous = await findVersion(context, claim);
  const versionNumber = claim.currentVersion + 1;
  const content = await insertVersion(context, {
    claimId: claim.id,
    versionNumber,
    patientControlNumber: patientControlNumber(claim.claimNumber, versionNumber),
    payerId: claim.payerId,
    frequency,
    content: change(withFreshPeople(previous.content, facts)),
  });
  await changeStatus(context, claim, 'draft', entry, { currentVersion: versionNumber });
  const checked = await checkClaim(context, { claim, content, frequency }, facts);
  await changeStatus(
    context,
    { ...claim, status: 'draft', currentVersion: versionNumber },
    checked.status,
    {
      kind: 'scrubbed',
      note: checked.reason,
      codes: ruleIdsOf(checked.findings),
    },
    { ...findingCounts(checked.findings), reason: checked.reason, fileByDate: checked.fileByDate },
  );
}

function applyCorrection(claimId: string, content: ClaimContent, correction: Correction): ClaimContent {
  for (const { lineId } of correction.lines ?? []) {
    if (!content.lines.some(line => line.lineId === lineId)) {
      throw fail(billingContract, 'billing.claim_line_not_found', { claimId, lineId });
    }
  }
  return {
    ...content,
    diagnoses: correction.diagnoses ?? content.diagnoses,
    lines: content.lines.map(line => {
      const change = correction.lines?.find(candidate => candidate.lineId === line.lineId);
      return {
        ...line,
        modifiers: change?.modifiers ?? line.modifiers,
        diagnosisPointers: change?.diagnosisPointers ?? line.diagnosisPointers,
      };
    }),
  };
}
