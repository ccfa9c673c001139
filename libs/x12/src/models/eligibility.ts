import type { Cents, LocalDate } from '@spark-den/kernel';
import type {
  Address,
  Contact,
  Party,
  QualifiedDate,
  Reference,
  Source,
  UnmodelledSegment,
} from './common.ts';

/** A 270 (005010X279A1) about one or more people. */
export interface EligibilityInquiry {
  readonly reference: string;
  readonly createdOn: LocalDate;
  /** `HHMM`. */
  readonly createdAt: string;
  readonly payer: Party;
  readonly provider: Party;
  readonly subjects: readonly EligibilitySubject[];
  /** Other payers that the same file asks (2000A from the second), in their order. */
  readonly furtherSources?: readonly InquirySource[];
  /** What of this level has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** One payer and all that is asked of it. */
export type InquirySource = Pick<EligibilityInquiry, 'payer' | 'provider' | 'subjects' | 'unmodelled'>;

/** The subscriber, or a dependant under one (then `dependant` is who is asked about). */
export interface EligibilitySubject {
  /** TRN*1: comes back as TRN*2. */
  readonly trace: { readonly number: string; readonly originator: string };
  readonly subscriber: InsuredPerson;
  readonly dependant?: InsuredPerson;
  /** DTP*291. */
  readonly asOf?: LocalDate;
  /** EQ01: `30` health benefit plan coverage … */
  readonly serviceTypes: readonly string[];
  /** Service types of further EQ segments, each with what belongs to it. */
  readonly furtherQuestions?: readonly EligibilityQuestion[];
  /** Who asks, where it is not the provider of the file. */
  readonly provider?: Party;
  /** What of this level has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** 2110 of a 270. */
export interface EligibilityQuestion {
  readonly serviceTypes: readonly string[];
  /** What of this level has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** 2100C or 2100D: the subscriber, or a dependant. */
export interface InsuredPerson {
  readonly party: Party;
  readonly bornOn?: LocalDate;
  readonly sex?: 'F' | 'M' | 'U';
  readonly address?: Address;
  readonly references?: readonly Reference[];
  /** INS02 of a dependant: `01` spouse, `19` child, `34` other adult. */
  readonly relation?: string;
}

/** A 271. */
export interface EligibilityResponse {
  readonly reference: string;
  readonly createdOn: LocalDate;
  readonly createdAt: string;
  /** Rejections of the payer's or the provider's level, which hold for the whole answer. */
  readonly rejections: readonly Rejection[];
  readonly payer?: Party;
  readonly payerContacts: readonly Contact[];
  readonly provider?: Party;
  readonly subjects: readonly EligibilityAnswer[];
  /** Other payers that answer in the same file (2000A from the second), in their order. */
  readonly furtherSources?: readonly ResponseSource[];
  /** What of this level has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** One payer and all that it answers. */
export type ResponseSource = Pick<
  EligibilityResponse,
  'rejections' | 'payer' | 'payerContacts' | 'provider' | 'subjects' | 'unmodelled'
>;

/** 2000C or 2000D of a 271: what is said of one person. */
export interface EligibilityAnswer {
  /** TRN02 of every TRN*2, ours among them. */
  readonly traces: readonly { readonly number: string; readonly originator?: string }[];
  readonly subscriber: InsuredPerson;
  readonly dependant?: InsuredPerson;
  readonly groupNumber?: string;
  readonly dates: readonly QualifiedDate[];
  readonly rejections: readonly Rejection[];
  readonly benefits: readonly Benefit[];
  /** Who is answered, where it is not the provider of the file. */
  readonly provider?: Party;
  /** What of this level has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** AAA: why a request could not be answered, and whether to try again. */
export interface Rejection {
  readonly loop: string;
  readonly valid: boolean;
  /** AAA03: `42` system down, `72` invalid member id, `73` name, `75` not found … */
  readonly reason: string;
  /** AAA04: `C` correct and resubmit, `N` do not, `R` resubmission allowed, `P`, `W`, `S`, `X`, `Y`. */
  readonly followUp: string;
  readonly source?: Source;
}

/** EB and what belongs to it. */
export interface Benefit {
  /** EB01: `1` active, `6` inactive, `A` coinsurance, `B` copay, `C` deductible, `G` out of pocket, `I` not covered … */
  readonly information: string;
  /** EB02: `IND`, `FAM` … */
  readonly coverageLevel?: string;
  readonly serviceTypes: readonly string[];
  readonly insuranceType?: string;
  readonly planDescription?: string;
  /** EB06: `23` calendar year, `29` remaining, `27` visit … */
  readonly period?: string;
  readonly amount?: Cents;
  /** EB08 as a fraction: `0.2` is 20 %. */
  readonly fraction?: string;
  readonly quantityQualifier?: string;
  readonly quantity?: string;
  readonly authorizationRequired?: 'Y' | 'N' | 'U';
  readonly inNetwork?: 'Y' | 'N' | 'W' | 'U';
  readonly procedure?: string;
  readonly references: readonly Reference[];
  readonly dates: readonly QualifiedDate[];
  readonly messages: readonly string[];
  readonly rejections: readonly Rejection[];
  readonly related: readonly {
    readonly role: string;
    readonly party: Party;
    readonly contacts: readonly Contact[];
    readonly unmodelled?: readonly UnmodelledSegment[];
  }[];
  /** What of this level has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
  readonly source?: Source;
}
