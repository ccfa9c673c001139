import type { Cents, LocalDate } from '@spark-den/kernel';
import type { Context } from '@spark-den/service-kit';
import type { BillingDatabase } from '../database.ts';
import type { AdjudicatedLine, PayerAdjustment } from './claim-content.ts';

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
  readonly adjustments: readonly PayerAdjustment[];
  readonly lines: readonly AdjudicatedLine[];
}

/** Tells the claims what a remittance decided, in the transaction that posts it. */
export type RecordAdjudications = (
  context: Context<BillingDatabase>,
  adjudications: readonly Adjudication[],
) => Promise<void>;
