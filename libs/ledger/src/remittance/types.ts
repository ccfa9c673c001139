import type { Cents, LocalDate } from '@spark-den/kernel';

/** A CAS triplet. Positive reduces the payment; a negative amount is legitimate and is not flipped. */
export interface AdjustmentFacts {
  readonly group: string;
  readonly reason: string;
  readonly amountCents: Cents;
  readonly quantity: number | null;
}

/** One SVC loop. */
export interface ServiceFacts {
  readonly ordinal: number;
  /** REF*6R: the line number that we gave. */
  readonly lineControlNumber: string | null;
  readonly code: string;
  readonly modifiers: readonly string[];
  /** SVC06: what we billed, where the payer bundled or recoded. */
  readonly submittedCode: string | null;
  readonly submittedModifiers: readonly string[];
  readonly units: number;
  readonly chargeCents: Cents;
  readonly paidCents: Cents;
  readonly allowedCents: Cents | null;
  readonly serviceDate: LocalDate | null;
  readonly adjustments: readonly AdjustmentFacts[];
  readonly remarks: readonly string[];
}

/** One CLP loop. */
export interface ClaimPaymentFacts {
  readonly ordinal: number;
  readonly patientControlNumber: string;
  /** CLP02: 1–4 processed or denied, 19–21 forwarded, 22 reversal, 23 not ours, 25 predetermination. */
  readonly statusCode: string;
  readonly chargeCents: Cents;
  readonly paidCents: Cents;
  readonly patientResponsibilityCents: Cents;
  readonly payerClaimNumber: string | null;
  readonly patientName: string | null;
  readonly memberId: string | null;
  readonly serviceDate: LocalDate | null;
  readonly adjustments: readonly AdjustmentFacts[];
  readonly remarks: readonly string[];
  readonly lines: readonly ServiceFacts[];
}

/** One PLB amount. Positive takes money from the provider. */
export interface ProviderAdjustmentFacts {
  readonly provider: string;
  readonly reason: string;
  readonly reference: string | null;
  readonly amountCents: Cents;
}

export interface PartyFacts {
  readonly name: string;
  /** Every identifier that the file gives for the party. */
  readonly identifiers: readonly string[];
}

/** One 835 transaction (ST to SE). */
export interface RemittanceFacts {
  /** TRN02 */
  readonly trace: string;
  /** TRN03 */
  readonly originator: string;
  readonly amountCents: Cents;
  /** BPR03 */
  readonly creditOrDebit: 'C' | 'D';
  readonly method: string;
  readonly paymentDate: LocalDate;
  readonly payer: PartyFacts;
  readonly payee: PartyFacts;
  readonly claims: readonly ClaimPaymentFacts[];
  readonly providerAdjustments: readonly ProviderAdjustmentFacts[];
}

export const isReversal = (claim: Pick<ClaimPaymentFacts, 'statusCode'>) => claim.statusCode === '22';
/** Told for information: a predetermination moves no money. */
export const isInformation = (claim: Pick<ClaimPaymentFacts, 'statusCode'>) => claim.statusCode === '25';
export const isForwarded = (claim: Pick<ClaimPaymentFacts, 'statusCode'>) =>
  ['19', '20', '21', '23'].includes(claim.statusCode);
