import type { RemittanceFacts } from './types.ts';

/**
 * The payment that a remittance tells of: same payer, trace, date and amount is the same payment, in whatever
 * file, with whatever delimiters. Control numbers are no part of it.
 */
export function paymentIdentity(remittance: RemittanceFacts): string {
  return [
    remittance.originator,
    remittance.trace,
    remittance.paymentDate,
    remittance.creditOrDebit,
    String(remittance.amountCents),
  ].join('|');
}

/** The claims that it pays, in an order of their own: equal text means the same claims with the same money. */
export function claimSetIdentity(remittance: RemittanceFacts): string {
  return remittance.claims
    .map(claim =>
      [
        claim.patientControlNumber,
        claim.payerClaimNumber ?? '',
        claim.statusCode,
        claim.chargeCents,
        claim.paidCents,
        claim.patientResponsibilityCents,
      ].join('|'),
    )
    .sort()
    .join('\n');
}
