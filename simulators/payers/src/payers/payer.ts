import type { Cents } from '@spark-den/kernel';
import type { PayerId } from '../roster/member.ts';

/** What a payer covers, what it pays, and how it goes about it. */
export interface Payer {
  readonly id: PayerId;
  readonly name: string;
  readonly filingIndicator: 'CI' | 'MB' | 'MC';
  readonly taxId: string;
  readonly address: {
    readonly line1: string;
    readonly city: string;
    readonly state: string;
    readonly zip: string;
  };
  /** Agreed rate per unit; a code that is not here is allowed at `defaultShare` of the charge. */
  readonly schedule: ReadonlyMap<string, Cents>;
  /** Basis points of the charge. */
  readonly defaultShare: number;
  readonly benefits: {
    readonly copayCents: Cents;
    readonly deductibleCents: Cents;
    /** Basis points that the patient bears after the deductible. */
    readonly coinsurance: number;
  };
  /** Basis points taken off what we pay (CO-253). */
  readonly sequestration: number;
  /** Claim frequencies that it takes. */
  readonly frequencies: readonly string[];
  /** Days from receipt to payment. */
  readonly paymentDays: number;
  readonly timelyFilingDays: number;
  /** Pays what others left and ends the patient's share. */
  readonly payerOfLastResort: boolean;
  /** How an overpayment comes back: set off in the same check, or announced and taken from a later one. */
  readonly recoupment: 'at-once' | 'later';
  /** Where claims go on to when the member has that cover as well. */
  readonly crossesOverTo?: PayerId;
}
