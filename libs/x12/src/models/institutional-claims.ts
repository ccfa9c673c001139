import type { Cents, LocalDate } from '@spark-den/kernel';
import type {
  Procedure,
  QualifiedAmount,
  QualifiedDate,
  Reference,
  Source,
  UnmodelledSegment,
} from './common.ts';
import type {
  ClaimFile,
  ClaimProvider,
  Drug,
  LineAdjudication,
  Note,
  OtherPayer,
} from './professional-claims.ts';

/** An 837I (005010X223A2): billing providers, their subscribers, dependants and claims. */
export type InstitutionalClaims = ClaimFile<InstitutionalClaim>;

/** 2300 of an 837I. */
export interface InstitutionalClaim {
  /** CLM01: our number, returned in 277CA and 835. */
  readonly patientControlNumber: string;
  readonly charge: Cents;
  /** CLM05-1: the first two characters of the type of bill, such as `11` inpatient, `13` outpatient. */
  readonly facilityType: string;
  /** CLM05-3: `1` admit through discharge, `7` replacement, `8` void. */
  readonly frequency: string;
  /** CLM07: `A` assigned, `B` clinical laboratory only, `C` not assigned. */
  readonly assignment: 'A' | 'B' | 'C';
  readonly benefitsAssigned: 'Y' | 'N' | 'W';
  readonly releaseOfInformation: 'Y' | 'I';
  readonly delayReason?: string;
  /** `434` statement, `435` admission, `096` discharge. */
  readonly dates: readonly BillDate[];
  /** CL1: kind and source of the admission, and where the patient is now. */
  readonly admission: { readonly type: string; readonly source?: string; readonly patientStatus: string };
  /** AMT*F3. */
  readonly estimatedPatientAmount?: Cents;
  readonly references?: readonly Reference[];
  readonly notes?: readonly Note[];
  readonly principalDiagnosis: CodedDiagnosis;
  /** Without the point. */
  readonly admittingDiagnosis?: string;
  readonly reasonsForVisit?: readonly string[];
  readonly externalCauses?: readonly CodedDiagnosis[];
  /** Diagnosis related group. */
  readonly drg?: string;
  readonly otherDiagnoses?: readonly CodedDiagnosis[];
  /** ICD-10-PCS, the principal procedure first. */
  readonly procedures?: readonly DatedCode[];
  readonly occurrenceSpans?: readonly DatedCode[];
  readonly occurrences?: readonly DatedCode[];
  readonly values?: readonly { readonly code: string; readonly amount: Cents }[];
  readonly conditions?: readonly string[];
  /** `71` attending, `72` operating, `ZZ` other operating, `82` rendering, `77` service facility, `DN` referring. */
  readonly providers?: readonly ClaimProvider[];
  readonly otherPayers?: readonly OtherPayer[];
  readonly lines: readonly InstitutionalLine[];
  /** What of the claim has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
  readonly source?: Source;
}

/** A date of the bill; the discharge is a time only. */
export type BillDate = QualifiedDate | { readonly qualifier: string; readonly time: string };

/** A diagnosis of HI, and whether the patient came with it. */
export interface CodedDiagnosis {
  /** ICD-10-CM without the point. */
  readonly code: string;
  /** `Y`, `N`, `U` unknown, `W` clinically undetermined. */
  readonly presentOnAdmission?: string;
}

/** A procedure, occurrence or span of HI with its day or days. */
export interface DatedCode {
  readonly code: string;
  readonly date: LocalDate;
  /** The last day of an occurrence span. */
  readonly until?: LocalDate;
}

/** 2400 of an 837I. */
export interface InstitutionalLine {
  readonly revenueCode: string;
  readonly procedure?: Procedure;
  readonly charge: Cents;
  /** SV204: `UN` units or `DA` days. */
  readonly unit: 'UN' | 'DA';
  readonly quantity: string;
  readonly nonCovered?: Cents;
  readonly serviceFrom?: LocalDate;
  readonly serviceTo?: LocalDate;
  /** REF*6R, returned in the 835. */
  readonly controlNumber?: string;
  readonly references?: readonly Reference[];
  /** `GT` service tax, `N8` facility tax. */
  readonly amounts?: readonly QualifiedAmount[];
  readonly drug?: Drug;
  readonly providers?: readonly ClaimProvider[];
  readonly adjudications?: readonly LineAdjudication[];
  readonly unmodelled?: readonly UnmodelledSegment[];
  readonly source?: Source;
}
