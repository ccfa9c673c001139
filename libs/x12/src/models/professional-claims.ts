import type { Cents, LocalDate } from '@spark-den/kernel';
import type {
  Address,
  Adjustment,
  Contact,
  Party,
  Procedure,
  QualifiedAmount,
  QualifiedDate,
  Reference,
  Source,
  UnmodelledSegment,
} from './common.ts';

/** An 837P (005010X222A1): billing providers, their subscribers, dependants and claims. */
export type ProfessionalClaims = ClaimFile<ProfessionalClaim>;

/** What 837P and 837I have in common around their claims. */
export interface ClaimFile<Claim> {
  /** BHT03, unique per file. */
  readonly reference: string;
  readonly createdOn: LocalDate;
  /** `HHMM`. */
  readonly createdAt: string;
  /** BHT02: `00` original, `18` reissue. */
  readonly purpose: '00' | '18';
  /** BHT06: `CH` chargeable, `RP` reporting (encounter), `31` subrogation demand. */
  readonly usage: 'CH' | 'RP' | '31';
  readonly submitter: { readonly party: Party; readonly contacts: readonly Contact[] };
  readonly receiver: Party;
  readonly billing: readonly BillingProviderClaims<Claim>[];
  /** What of BHT, 1000A and 1000B has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** 2000A: a billing provider with all whom it bills for. */
export interface BillingProviderClaims<Claim = ProfessionalClaim> {
  readonly provider: BillingProvider;
  readonly subscribers: readonly SubscriberClaims<Claim>[];
}

/** 2010AA, with 2010AB. */
export interface BillingProvider {
  readonly party: Party;
  readonly address: Address;
  readonly taxonomy?: string;
  /** `EI` employer's number or `SY` social security number. */
  readonly taxId: Reference;
  readonly references?: readonly Reference[];
  readonly contacts?: readonly Contact[];
  /** 2010AB, where payments go to another address. */
  readonly payTo?: Address;
  /** What of 2000A and 2010AA to 2010AC has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** 2000B: a subscriber and the payer that this claim goes to. */
export interface SubscriberClaims<Claim = ProfessionalClaim> {
  /** SBR01 of the destination payer: `P`, `S`, `T`, `A` … `H`, `U`. */
  readonly rank: string;
  /** SBR02 where claims hang from the subscriber: `18` if left out, nothing if empty, as some partners send it. */
  readonly relation?: '18' | '';
  /** SBR05, only where Medicare is not primary. */
  readonly insuranceType?: string;
  readonly groupNumber?: string;
  readonly groupName?: string;
  /** SBR09, such as `CI`, `MB`, `MC`, `BL`. */
  readonly filingIndicator: string;
  readonly subscriber: Person;
  readonly payer: Payer;
  /** Claims of the subscriber, who then is the patient. */
  readonly claims: readonly Claim[];
  readonly dependants: readonly DependantClaims<Claim>[];
  /** What of 2000B, 2010BA and 2010BB has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** 2000C: a patient who is not the subscriber. */
export interface DependantClaims<Claim = ProfessionalClaim> {
  /** PAT01: `01` spouse, `19` child, `20` employee, `21` unknown, `53` life partner, `G8` other. */
  readonly relation: string;
  readonly patient: Person;
  readonly claims: readonly Claim[];
  /** What of 2000C and 2010CA has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** 2010BA, 2010CA or 2330A: a subscriber or a patient. */
export interface Person {
  readonly party: Party;
  readonly address?: Address;
  readonly bornOn?: LocalDate;
  readonly sex?: 'F' | 'M' | 'U';
  readonly references?: readonly Reference[];
}

/** 2010BB or 2330B. */
export interface Payer {
  readonly party: Party;
  readonly address?: Address;
  readonly references?: readonly Reference[];
}

/** 2310 and 2420: who else took part. */
export interface ClaimProvider {
  /** `DN` referring, `P3` primary care, `82` rendering, `77` service facility, `DQ` supervising, `DK` ordering … */
  readonly role: string;
  readonly party: Party;
  readonly taxonomy?: string;
  readonly address?: Address;
  readonly references?: readonly Reference[];
  /** What of this loop has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** 2300. */
export interface ProfessionalClaim {
  /** CLM01: our number, returned in 277CA and 835. */
  readonly patientControlNumber: string;
  readonly charge: Cents;
  readonly placeOfService: string;
  /** CLM05-3: `1` original, `7` replacement, `8` void. */
  readonly frequency: string;
  readonly providerSignature: boolean;
  /** CLM07: `A` assigned, `B` clinical laboratory only, `C` not assigned. */
  readonly assignment: 'A' | 'B' | 'C';
  /** CLM08: `Y`, `N`, `W` not applicable. */
  readonly benefitsAssigned: 'Y' | 'N' | 'W';
  /** CLM09. */
  readonly releaseOfInformation: 'Y' | 'I';
  readonly patientSignatureSource?: string;
  /** CLM11: `AA` auto accident (with state), `EM` employment, `OA` other accident. */
  readonly relatedCauses?: {
    readonly causes: readonly string[];
    readonly state?: string;
    readonly country?: string;
  };
  readonly delayReason?: string;
  readonly dates?: readonly QualifiedDate[];
  /** AMT*F5. */
  readonly patientPaid?: Cents;
  /** REF: `F8` payer claim control number, `G1` prior authorization, `9F` referral, `EA` record number, `X4` CLIA … */
  readonly references?: readonly Reference[];
  readonly note?: Note;
  /** ICD-10-CM without the point, principal first; up to twelve. */
  readonly diagnoses: readonly string[];
  /** The diagnoses are ICD-9-CM (HI qualifiers `BK` and `BF`), as for services before October 2015. */
  readonly icd9?: true;
  readonly providers?: readonly ClaimProvider[];
  /** 2320: one for each other payer. */
  readonly otherPayers?: readonly OtherPayer[];
  readonly lines: readonly ProfessionalLine[];
  /** What of the claim has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
  readonly source?: Source;
}

/** 2320 with 2330A and 2330B. */
export interface OtherPayer {
  readonly rank: string;
  /** SBR02: `18` self, `01` spouse, `19` child … */
  readonly relation: string;
  readonly groupNumber?: string;
  readonly groupName?: string;
  readonly insuranceType?: string;
  readonly filingIndicator: string;
  readonly adjustments?: readonly Adjustment[];
  /** `D` payer paid, `A8` non-covered, `EAF` remaining patient liability. */
  readonly amounts?: readonly QualifiedAmount[];
  /** OI03. */
  readonly benefitsAssigned: 'Y' | 'N' | 'W';
  /** OI06. */
  readonly releaseOfInformation: 'Y' | 'I';
  readonly patientSignatureSource?: string;
  readonly remarks?: readonly string[];
  readonly subscriber: Person;
  readonly payer: Payer;
  /** DTP*573 of 2330B: when the payer decided the claim as a whole. */
  readonly adjudicatedOn?: LocalDate;
  /** What of 2320 and its inner loops has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** What 2400 of an 837P and of an 837D have in common. */
export interface ServiceLine {
  readonly procedure: Procedure;
  readonly charge: Cents;
  readonly placeOfService?: string;
  readonly dates?: readonly QualifiedDate[];
  /** REF*6R, returned in the 835. */
  readonly controlNumber?: string;
  readonly references?: readonly Reference[];
  /** 2420. */
  readonly providers?: readonly ClaimProvider[];
  /** 2430: what each prior payer did with this line. */
  readonly adjudications?: readonly LineAdjudication[];
  readonly unmodelled?: readonly UnmodelledSegment[];
  readonly source?: Source;
}

/** 2400. */
export interface ProfessionalLine extends ServiceLine {
  /** SV103: `UN` units, `MJ` minutes of anaesthesia. */
  readonly unit: 'UN' | 'MJ';
  readonly quantity: string;
  /** 1-based, into the claim's diagnoses; up to four. */
  readonly diagnosisPointers: readonly number[];
  readonly emergency?: boolean;
  readonly serviceFrom: LocalDate;
  /** The last day, where a period was billed. */
  readonly serviceTo?: LocalDate;
  readonly note?: Note;
  readonly drug?: Drug;
}

/** NTE. */
export interface Note {
  readonly code: string;
  readonly text: string;
}

/** 2410. */
export interface Drug {
  readonly ndc: string;
  readonly quantity: string;
  readonly unit: string;
  readonly prescription?: string;
}

/** 2430. */
export interface LineAdjudication {
  /** Equals NM109 of that payer's 2330B. */
  readonly payerId: string;
  readonly paid: Cents;
  readonly procedure: Procedure;
  readonly units: string;
  readonly bundledInto?: string;
  readonly adjustments: readonly Adjustment[];
  readonly adjudicatedOn?: LocalDate;
  readonly remainingPatientLiability?: Cents;
  /** What of this loop has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}
