import { claimDeadline, isClean, type Finding } from '@spark-den/claim-rules';
import { addDays, localDateAt, type LocalDate } from '@spark-den/kernel';
import type { ClaimStatus } from '@spark-den/contracts/billing/claim-types';
import { practiceCodes } from '../charges/price-and-check.ts';
import type { VisitFacts } from '../charges/billing-facts.ts';
import type { BillingContext } from '../context.ts';
import type { ClaimContent } from './claim-content.ts';
import { billedLinesOfDay, type ClaimRow } from './claim-repository.ts';
import { cobFindings } from './cob.ts';
import { coveragesOf } from './content-of-visit.ts';
import { paysInTurn } from './next-payer.ts';
import { payerRules, scrubClaimOf, scrubContent } from './scrub-claim-content.ts';

export interface CheckedClaim {
  readonly findings: readonly Finding[];
  readonly status: Extract<ClaimStatus, 'held' | 'ready'>;
  readonly reason: string | null;
  readonly fileByDate: LocalDate | null;
  /** Passed without a hand on it. */
  readonly clean: boolean;
}

interface ToCheck {
  readonly claim: Pick<ClaimRow, 'id' | 'patientId' | 'dateOfService' | 'payerClaimNumber'>;
  readonly content: ClaimContent;
  readonly frequency: '1' | '7' | '8';
}

/** Runs the claim rules and says whether the claim may go: errors, an ended coverage and bill-hold days hold it. */
export async function checkClaim(
  context: BillingContext,
  { claim, content, frequency }: ToCheck,
  facts: VisitFacts,
): Promise<CheckedClaim> {
  const today = localDateAt(context.now, facts.practice.zone);
  const input = {
    claimId: claim.id,
    patientId: claim.patientId,
    content,
    frequency,
    payerClaimNumber: claim.payerClaimNumber,
  };
  const findings = [
    ...scrubContent(input, {
      billed: await billedLinesOfDay(context, claim),
      practiceCodes: practiceCodes(facts),
      today,
      now: context.now,
    }),
    ...cobFindings(content),
  ];
  const payer = content.coverages[content.destination]?.payer;
  const deadline = payer && claimDeadline(scrubClaimOf(input, payer), payerRules(payer));
  const reason =
    holdReason(findings, content, facts, today) ??
    ((await isUnderReview(context, claim.id))
      ? 'The encounter was amended: decide on the charge first.'
      : null);
  return {
    findings,
    status: reason === null ? 'ready' : 'held',
    reason,
    fileByDate: deadline?.lastSafeDay ?? null,
    clean: isClean(findings),
  };
}

function holdReason(
  findings: readonly Finding[],
  content: ClaimContent,
  facts: VisitFacts,
  today: LocalDate,
): string | null {
  const error = findings.find(finding => finding.severity === 'error');
  if (error) return error.message;
  if (!paysInTurn(content, coveragesOf(facts))) {
    return 'Other coverages are in force on the date of service: void the charge and bill it to them, or correct the coverages.';
  }
  const coverageId = content.coverages[content.destination]?.coverageId;
  const checked = facts.patient.coverages.find(coverage => coverage.id === coverageId)?.lastGoodEligibility;
  if (checked?.status === 'inactive') return 'The payer says that the coverage is not active.';
  const billFrom = addDays(content.dateOfService, facts.practice.policies.billHoldDays);
  if (today < billFrom) return `Waits for late charges until ${billFrom}.`;
  return null;
}

async function isUnderReview(context: BillingContext, claimId: string): Promise<boolean> {
  const open = await context.db
    .selectFrom('chargeReview')
    .innerJoin('charge', join =>
      join
        .onRef('charge.id', '=', 'chargeReview.chargeId')
        .onRef('charge.practiceId', '=', 'chargeReview.practiceId'),
    )
    .select('chargeReview.id')
    .where('chargeReview.practiceId', '=', context.practiceId)
    .where('chargeReview.status', '=', 'open')
    .where('charge.claimId', '=', claimId)
    .executeTakeFirst();
  return open !== undefined;
}
