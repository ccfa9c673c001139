import type { Payer } from '@spark-den/contracts/administration/types';
import type { Cents, LocalDate } from '@spark-den/kernel';

/** All that goes on a claim, kept as it was when the claim was made; frozen once it is sent. */
export interface ClaimContent {
  readonly practice: {
    readonly name: string;
    readonly npi: string;
    readonly taxId: string;
    readonly taxonomyCode: string;
    readonly address: PostalAddress;
    readonly phone: string;
  };
  readonly rendering: {
    readonly providerId: string;
    readonly npi: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly taxonomyCode: string;
  };
  readonly location: {
    readonly locationId: string;
    readonly name: string;
    readonly address: PostalAddress;
    readonly placeOfService: string;
  };
  readonly patient: ContentPerson;
  readonly consents: { readonly releaseOfInformation: boolean; readonly assignmentOfBenefits: boolean };
  /** In the order in which they pay. */
  readonly coverages: readonly ContentCoverage[];
  /** Which of `coverages` this claim goes to. */
  readonly destination: number;
  readonly dateOfService: LocalDate;
  readonly diagnoses: readonly string[];
  readonly lines: readonly ContentLine[];
  /** What the payers before the destination decided, by their place in `coverages`. */
  readonly priorDecisions: readonly PriorDecision[];
}

export interface PostalAddress {
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
}

export interface ContentPerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly middleName: string | null;
  readonly birthDate: LocalDate | null;
  readonly sex: 'F' | 'M' | 'U' | null;
  readonly address: PostalAddress | null;
}

export interface ContentCoverage {
  readonly coverageId: string;
  readonly payer: Payer;
  readonly memberId: string;
  readonly groupNumber: string | null;
  readonly planId: string | null;
  readonly relationship: 'self' | 'spouse' | 'child' | 'other';
  readonly subscriber: ContentPerson;
}

export interface ContentLine {
  readonly lineId: string;
  readonly lineNumber: number;
  readonly lineControlNumber: string;
  readonly chargeId: string;
  readonly chargeLineId: string;
  readonly code: string;
  readonly label: string | null;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly diagnosisPointers: readonly number[];
  readonly dateOfService: LocalDate;
  readonly chargeCents: Cents;
}

/** CAS: group (CO, PR, OA, PI), reason (CARC), amount that reduces payment. */
export interface PayerAdjustment {
  readonly group: string;
  readonly reason: string;
  readonly amountCents: Cents;
  readonly quantity: number | null;
}

export interface AdjudicatedLine {
  readonly chargeLineId: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly paidCents: Cents;
  readonly adjustments: readonly PayerAdjustment[];
  readonly remarks: readonly string[];
}

export interface PriorDecision {
  readonly coverage: number;
  readonly payerClaimNumber: string | null;
  readonly decidedOn: LocalDate;
  readonly paidCents: Cents;
  readonly adjustments: readonly PayerAdjustment[];
  readonly lines: readonly AdjudicatedLine[];
}
