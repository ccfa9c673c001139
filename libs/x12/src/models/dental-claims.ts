import type { Cents, LocalDate } from '@spark-den/kernel';
import type { QualifiedDate, Reference, Source, UnmodelledSegment } from './common.ts';
import type { ClaimFile, ClaimProvider, Note, OtherPayer, ServiceLine } from './professional-claims.ts';

/** An 837D (005010X224A2): billing providers, their subscribers, dependants and claims. */
export type DentalClaims = ClaimFile<DentalClaim>;

/** 2300 of an 837D. */
export interface DentalClaim {
  /** CLM01: our number, returned in 277CA and 835. */
  readonly patientControlNumber: string;
  readonly charge: Cents;
  readonly placeOfService: string;
  /** CLM05-3: `1` original, `7` replacement, `8` void. */
  readonly frequency: string;
  readonly providerSignature: boolean;
  /** CLM07: `A` assigned, `C` not assigned. */
  readonly assignment: string;
  /** CLM08: `Y`, `N`, `W` not applicable. */
  readonly benefitsAssigned: 'Y' | 'N' | 'W';
  /** CLM09: `Y`, `I`. */
  readonly releaseOfInformation: string;
  /** CLM19 `PB`: the payer is asked what it would pay; nothing was done yet. */
  readonly predetermination?: true;
  readonly delayReason?: string;
  /** `472` service, `452` appliance placed, `439` accident … */
  readonly dates?: readonly QualifiedDate[];
  /** DN1: months of orthodontic treatment. */
  readonly orthodontics?: { readonly months?: string; readonly monthsRemaining?: string };
  /** DN2: teeth that are missing (`M`) or to be extracted (`E`). */
  readonly toothStatuses?: readonly { readonly tooth: string; readonly status: string }[];
  /** AMT*F5. */
  readonly patientPaid?: Cents;
  readonly references?: readonly Reference[];
  readonly note?: Note;
  /** ICD-10-CM without the point, principal first. */
  readonly diagnoses?: readonly string[];
  /** The diagnoses are ICD-9-CM, as for services before October 2015. */
  readonly icd9?: true;
  /** `82` rendering, `77` service facility, `DD` assistant surgeon, `DN` referring, `DQ` supervising. */
  readonly providers?: readonly ClaimProvider[];
  readonly otherPayers?: readonly OtherPayer[];
  readonly lines: readonly DentalLine[];
  /** What of the claim has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
  readonly source?: Source;
}

/** 2400 of an 837D; its procedure (SV301) is `AD` with a code of the dental procedures (CDT). */
export interface DentalLine extends ServiceLine {
  /** SV304: areas of the oral cavity, such as `10` upper right quadrant; up to five. */
  readonly cavities?: readonly string[];
  /** SV305: `I` first placement of a prosthesis, crown or inlay, `R` replacement. */
  readonly placement?: string;
  readonly quantity?: string;
  /** 1-based, into the claim's diagnoses. */
  readonly diagnosisPointers?: readonly number[];
  /** TOO*JP: the teeth treated and their surfaces. */
  readonly teeth?: readonly Tooth[];
  /** DTP*472, where the line has a date of its own. */
  readonly serviceOn?: LocalDate;
}

/** TOO. */
export interface Tooth {
  /** In the universal numbering: `1` to `32`, `A` to `T`. */
  readonly number: string;
  /** `M` mesial, `O` occlusal, `D` distal, `B` buccal, `L` lingual, `F` facial, `I` incisal. */
  readonly surfaces: readonly string[];
}
