import type { ClaimPaymentFacts, PostableClaim } from '@spark-den/ledger';
import type { BillingContext } from '../context.ts';
import { findClaimsForPosting, type ClaimForPosting } from '../claims/claims-for-posting.ts';
import { guarantorsOf } from '../ledger/guarantors.ts';

export interface FoundClaim extends PostableClaim {
  readonly payerName: string;
  /** How the payment led to it. */
  readonly foundBy: 'claim_number' | 'line_control_number' | 'person';
}

const RANK = { primary: 1, secondary: 2, tertiary: 3 } as const;

/** Claims of ours by the numbers under which they were sent. */
export async function claimsByNumber(
  context: BillingContext,
  patientControlNumbers: readonly string[],
  foundBy: FoundClaim['foundBy'] = 'claim_number',
): Promise<FoundClaim[]> {
  const claims = await findClaimsForPosting(context, patientControlNumbers);
  const guarantor = await guarantorsOf(
    context,
    claims.map(claim => claim.patientId),
  );
  return claims.map(claim => postable(claim, guarantor(claim.patientId), foundBy));
}

function postable(claim: ClaimForPosting, guarantorId: string, foundBy: FoundClaim['foundBy']): FoundClaim {
  return {
    claimId: claim.claimId,
    patientControlNumber: claim.patientControlNumber,
    payerId: claim.payerId,
    payerName: claim.payerName,
    payerIdentifiers: [claim.payerEdiId, claim.payerName].filter(text => text !== ''),
    payerRank: RANK[claim.payerOrder],
    nextPayerId: claim.nextPayerId,
    patientMayBeBilled: !claim.patientOwesNothing,
    patientId: claim.patientId,
    guarantorId,
    providerId: claim.providerId,
    locationId: claim.locationId,
    chargeCents: claim.totalCents,
    lines: claim.lines.map(({ dateOfService, ...line }) => ({ ...line, serviceDate: dateOfService })),
    foundBy,
  };
}

/**
 * The claims that the payments of a remittance may belong to: by our claim number, and where the payer lost it,
 * by the control numbers of its lines.
 */
export async function claimsOfPayments(
  context: BillingContext,
  payments: readonly ClaimPaymentFacts[],
): Promise<(payment: ClaimPaymentFacts) => readonly FoundClaim[]> {
  const byNumber = groupByNumber(
    await claimsByNumber(
      context,
      payments.map(payment => payment.patientControlNumber),
    ),
  );
  const lost = payments.filter(payment => !byNumber.has(payment.patientControlNumber));
  const controlNumbers = lost.flatMap(payment => payment.lines.flatMap(line => line.lineControlNumber ?? []));
  const numbersOfLines = await numbersByLine(context, controlNumbers);
  const byLine = groupByNumber(
    await claimsByNumber(context, [...new Set(numbersOfLines.values())], 'line_control_number'),
  );
  return payment =>
    byNumber.get(payment.patientControlNumber) ??
    [...new Set(payment.lines.map(line => numbersOfLines.get(line.lineControlNumber ?? '')))].flatMap(
      number => byLine.get(number ?? '') ?? [],
    );
}

function groupByNumber(claims: readonly FoundClaim[]): Map<string, FoundClaim[]> {
  const groups = new Map<string, FoundClaim[]>();
  for (const claim of claims) {
    groups.set(claim.patientControlNumber, [...(groups.get(claim.patientControlNumber) ?? []), claim]);
  }
  return groups;
}

async function numbersByLine(context: BillingContext, controlNumbers: readonly string[]) {
  const found = new Map<string, string>();
  const unique = [...new Set(controlNumbers)];
  for (let start = 0; start < unique.length; start += 1_000) {
    const rows = await context.db
      .selectFrom('claimLine')
      .innerJoin('claimVersion', 'claimVersion.id', 'claimLine.claimVersionId')
      .select(['claimLine.lineControlNumber', 'claimVersion.patientControlNumber'])
      .where('claimLine.practiceId', '=', context.practiceId)
      .where('claimLine.lineControlNumber', 'in', unique.slice(start, start + 1_000))
      .execute();
    for (const row of rows) found.set(row.lineControlNumber, row.patientControlNumber);
  }
  return found;
}
