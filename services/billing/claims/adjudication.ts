import { isDenial } from '@spark-den/claim-rules';
import type { ClaimStatus } from '@spark-den/contracts/billing/claim-types';
import type { Cents, LocalDate } from '@spark-den/kernel';
import type { AdjudicatedLine, PayerAdjustment } from './claim-content.ts';
import type { ClaimRow } from './claim-repository.ts';

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

/** A decision on a claim and the state to which it leads. */
export interface Decided {
  readonly adjudication: Adjudication;
  readonly claim: ClaimRow;
  readonly to: ClaimStatus;
}

/** `CLP 1`, then group and reason of every adjustment, remarks last: as the payer wrote them. */
export function codesOf(adjudication: Adjudication): string[] {
  const adjustments = [...adjudication.adjustments, ...adjudication.lines.flatMap(line => line.adjustments)];
  const remarks = adjudication.lines.flatMap(line => line.remarks);
  return [
    `CLP ${adjudication.statusCode}`,
    ...new Set(adjustments.map(adjustment => `${adjustment.group}-${adjustment.reason}`)),
    ...new Set(remarks),
  ];
}

/** The largest adjustment that denies, as group and reason. */
export function denialReasonOf(adjudication: Adjudication): string | null {
  const denials = [
    ...adjudication.adjustments.filter(adjustment => isDenial(adjustment, adjudication.paidCents)),
    ...adjudication.lines.flatMap(line =>
      line.adjustments.filter(adjustment => isDenial(adjustment, line.paidCents)),
    ),
  ];
  const [largest] = denials.sort((a, b) => b.amountCents - a.amountCents);
  return largest ? `Denied: ${largest.group}-${largest.reason}` : null;
}
