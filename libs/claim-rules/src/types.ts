import type { Cents, Instant, LocalDate } from '@spark-den/kernel';

/** Rules run in this order; a later layer trusts what an earlier one found to be sound. */
export const SCRUB_LAYERS = ['complete', 'codes', 'line', 'duplicate', 'payer', 'timely'] as const;
export type ScrubLayer = (typeof SCRUB_LAYERS)[number];

/** `error` stops the claim; `warning` lets it go and is shown; `notice` is no fault of the claim, and is told once a file. */
export type Severity = 'error' | 'warning' | 'notice';

/** One finding: what is wrong, which rule of whom says so, where, and the least that mends it. */
export interface Finding {
  /** Stable id, such as `CR-207`. */
  readonly ruleId: string;
  readonly layer: ScrubLayer;
  readonly severity: Severity;
  readonly message: string;
  /** Citation: regulation, guide, code table or payer's document. */
  readonly source: string;
  /** Paths into the claim, such as `lines.2.modifiers`. */
  readonly fields: readonly string[];
  readonly remedy: string;
}

export interface ClaimParty {
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: LocalDate | null;
  readonly sex: 'F' | 'M' | 'U' | null;
  readonly address: {
    readonly line1: string;
    readonly city: string;
    readonly state: string;
    readonly postalCode: string;
  } | null;
}

export interface ClaimLine {
  readonly lineId: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly chargeCents: Cents;
  /** 1-based, into the claim's diagnoses. */
  readonly diagnosisPointers: readonly number[];
  readonly dateOfService: LocalDate;
}

/** What a scrub needs of a claim; billing builds it from charges, patient, coverage and provider. */
export interface ScrubClaim {
  readonly claimId: string;
  readonly patientId: string;
  readonly patient: ClaimParty;
  readonly subscriber: (ClaimParty & { readonly memberId: string }) | null;
  readonly relationship: 'self' | 'spouse' | 'child' | 'other';
  readonly payerId: string;
  readonly payerOrder: 'primary' | 'secondary' | 'tertiary';
  readonly renderingProvider: { readonly id: string; readonly npi: string; readonly taxonomyCode: string };
  readonly billingProvider: { readonly npi: string; readonly taxId: string; readonly postalCode: string };
  readonly placeOfService: string;
  readonly dateOfService: LocalDate;
  readonly diagnoses: readonly string[];
  readonly lines: readonly ClaimLine[];
  readonly frequency: '1' | '7' | '8';
  /** The payer's number of the claim that is replaced or voided. */
  readonly payerClaimNumber: string | null;
  /** Of the payer before this one, where this claim is not the first. */
  readonly primaryRemittanceDate: LocalDate | null;
}

/** A line of another claim of the same patient: what the duplicate guard compares with. */
export interface BilledLine {
  readonly claimId: string;
  readonly payerId: string;
  readonly renderingProviderId: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly dateOfService: LocalDate;
}

/** A window of a payer, with the document that grants it. */
export interface DeadlineRule {
  readonly kind: 'original-claim' | 'corrected-claim' | 'secondary-claim' | 'appeal';
  readonly starts: 'service-date' | 'primary-remittance-date' | 'remittance-date';
  readonly length: number;
  readonly unit: 'days' | 'months';
  readonly source: string;
  readonly effectiveFrom: LocalDate;
}

export interface PayerRules {
  readonly payerId: string;
  readonly name: string;
  readonly kind: 'commercial' | 'medicare' | 'medicaid';
  readonly acceptedFrequencies: readonly ('1' | '7' | '8')[];
  readonly deadlines: readonly DeadlineRule[];
  readonly acknowledgmentLagDays: number;
  readonly acceptsElectronicSecondary: boolean;
  readonly refusedModifiers: readonly string[];
  readonly maxLinesPerClaim: number;
}

/** What a rule may ask of the code sets; `libs/codes` fits it as it is. */
export interface CodeFacts {
  lookup(
    set: 'icd10cm' | 'procedure' | 'modifier' | 'place-of-service',
    code: string,
    on?: LocalDate,
  ): {
    readonly status: 'valid' | 'header' | 'not-valid-on-date' | 'unverified' | 'unknown';
    readonly warnings: readonly string[];
    readonly source: string;
  };
  /** Medically unlikely units of a code; undefined where no table is loaded or it says nothing. */
  unlikelyUnits(
    code: string,
    on?: LocalDate,
  ): { readonly units: number; readonly indicator: 1 | 2 | 3; readonly source: string } | undefined;
  /** The procedure-to-procedure edit of two codes in this order; undefined as above. */
  codePair(
    column1: string,
    column2: string,
    on: LocalDate,
  ): { readonly modifier: 'never' | 'allowed'; readonly source: string } | undefined;
}

export interface ScrubFacts {
  readonly codes: CodeFacts;
  readonly payer: PayerRules;
  /** Lines of the patient's other claims around the dates of service. */
  readonly billed: readonly BilledLine[];
  /** Codes in the practice's fee schedule: bare CPT-shaped codes that it answers for itself. */
  readonly practiceCodes: ReadonlySet<string>;
  readonly today: LocalDate;
  readonly now: Instant;
}
