import type { Cents, LocalDate } from '@spark-den/kernel';

export type GroupCode = 'CO' | 'PR' | 'OA' | 'PI';

/** Money taken off a charge, with who bears it and why. A negative amount gives money back. */
export interface Adjustment {
  readonly group: GroupCode;
  readonly reason: string;
  readonly amountCents: Cents;
}

/** What an earlier payer did with a line (2430), as the biller tells us. */
export interface PriorDecision {
  readonly payerId: string;
  readonly paidCents: Cents;
  readonly adjustments: readonly Adjustment[];
}

export interface ClaimLine {
  /** From 1, as in LX01. */
  readonly number: number;
  /** REF*6R of the biller; absent when they sent none. */
  readonly controlNumber?: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly chargeCents: Cents;
  readonly units: number;
  /** Diagnoses that the line points at, first the main one. */
  readonly diagnoses: readonly string[];
  readonly serviceDate: LocalDate;
  readonly prior: readonly PriorDecision[];
}

export interface OtherPayer {
  readonly payerId: string;
  /** SBR01: P first, S second, T third. */
  readonly responsibility: string;
  /** AMT*D: what that payer paid for the whole claim. */
  readonly paidCents: Cents;
}

/** A professional claim as a payer reads it. */
export interface Claim {
  /** CLM01, the biller's number; ours to echo, never to trust as unique. */
  readonly pcn: string;
  readonly payerId: string;
  readonly memberId: string;
  readonly patient: {
    readonly lastName: string;
    readonly firstName: string;
    readonly birthDate?: LocalDate;
    readonly sex?: string;
  };
  readonly responsibility: string;
  readonly filingIndicator: string;
  readonly totalCents: Cents;
  readonly placeOfService: string;
  readonly frequency: string;
  /** REF*F8: our number of the claim that this one replaces or voids. */
  readonly replaces?: string;
  readonly billing: { readonly npi: string; readonly taxId: string; readonly name: string };
  readonly renderingNpi: string;
  readonly diagnoses: readonly string[];
  readonly lines: readonly ClaimLine[];
  readonly otherPayers: readonly OtherPayer[];
}

const RANKS = 'PST';

/** Payers that decided before this one; a first payer is told of later ones too, and leaves them alone. */
export function payersBefore(claim: Claim): readonly OtherPayer[] {
  const own = RANKS.indexOf(claim.responsibility);
  return claim.otherPayers.filter(other => RANKS.indexOf(other.responsibility) < own);
}

export interface LineDecision {
  readonly line: ClaimLine;
  readonly allowedCents: Cents;
  readonly paidCents: Cents;
  readonly adjustments: readonly Adjustment[];
  /** RARC of LQ*HE. */
  readonly remarks: readonly string[];
}

/** CLP02: 1 to 3 by rank, 19 to 21 the same and forwarded, 4 denied, 22 reversal. */
export type ClaimStatus = '1' | '2' | '3' | '4' | '19' | '22';

export interface Decision {
  readonly claim: Claim;
  readonly icn: string;
  readonly status: ClaimStatus;
  readonly lines: readonly LineDecision[];
  /** Deductible that this decision used up, so that a reversal can give it back. */
  readonly deductibleCents: Cents;
  /** MOA remark codes. */
  readonly claimRemarks: readonly string[];
  /** The payer that gets the claim from us without another bill. */
  readonly forwardedTo?: string;
}
