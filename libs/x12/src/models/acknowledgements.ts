import type { Cents, LocalDate } from '@spark-den/kernel';
import type { Party, Procedure, Reference, Source, UnmodelledSegment } from './common.ts';

/** TA1: the answer to an interchange as an envelope. */
export interface InterchangeAcknowledgement {
  /** ISA13 of the interchange that it answers. */
  readonly control: string;
  readonly date: string;
  readonly time: string;
  /** `A` accepted, `E` accepted with errors, `R` rejected. */
  readonly verdict: 'A' | 'E' | 'R';
  /** TA105: `000` no error, `025` duplicate control number … */
  readonly note: string;
  readonly source?: Source;
}

/** A 999 (005010X231A1): the answer to one functional group. */
export interface ImplementationAcknowledgement {
  readonly functionalId: string;
  /** GS06 of the group that it answers. */
  readonly groupControl: string;
  readonly groupVersion: string;
  readonly transactions: readonly TransactionAcknowledgement[];
  /** AK901: `A`, `E`, `P` partially, `R`. */
  readonly verdict: string;
  readonly included: number;
  readonly received: number;
  readonly accepted: number;
  readonly codes: readonly string[];
  /** What of this level has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** AK2 to IK5: what became of one transaction. */
export interface TransactionAcknowledgement {
  readonly set: string;
  /** ST02. */
  readonly control: string;
  readonly version?: string;
  /** IK501: `A`, `E`, `R` … */
  readonly verdict: string;
  readonly codes: readonly string[];
  readonly errors: readonly SegmentError[];
  /** What of this level has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** IK3: a segment at fault, with its elements. */
export interface SegmentError {
  readonly segment: string;
  /** Segment number, ST = 1. */
  readonly position: number;
  readonly loop?: string;
  /** IK304. */
  readonly code: string;
  /** CTX: what a receiver of the 999 can look up, such as `CLM01` and its value. */
  readonly businessUnit?: BusinessUnit;
  /** Further names in the same CTX, from the nearest to the widest. */
  readonly furtherUnits?: readonly BusinessUnit[];
  /** CTX: what made the segment necessary, or not allowed. */
  readonly triggers?: readonly SituationalTrigger[];
  readonly elements: readonly ElementError[];
  /** What of this level has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
  readonly source?: Source;
}

/** One name of CTX01: `CLM01`, `TRN02`, `NM109`, `SUBSCRIBER NAME NM109` … */
export interface BusinessUnit {
  readonly name: string;
  readonly value: string;
}

/** CTX `SITUATIONAL TRIGGER`: the data on which it depends that something else is an error. */
export interface SituationalTrigger {
  readonly segment: string;
  /** Segment number, ST = 1. */
  readonly position: number;
  readonly loop?: string;
  readonly element?: number;
  readonly component?: number;
  /** Data element number of the X12 dictionary. */
  readonly dataElement?: string;
}

/** IK4: an element at fault. */
export interface ElementError {
  readonly element: number;
  readonly component?: number;
  readonly repetition?: number;
  /** Data element number of the X12 dictionary. */
  readonly dataElement?: string;
  /** IK403. */
  readonly code: string;
  readonly badValue?: string;
  /** CTX: what made the element necessary, or not allowed. */
  readonly triggers?: readonly SituationalTrigger[];
  /** What of this level has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** STC01: category (`A2`), status (`20`), and the entity it speaks of. */
export interface ClaimStatus {
  readonly category: string;
  readonly code: string;
  readonly entity?: string;
  /** Whose code list `code` is of, where not X12's: `RX` rejections of pharmacies. */
  readonly codeList?: string;
}

/** STC: up to three statuses with their date, action and amount. */
export interface StatusInformation {
  readonly statuses: readonly ClaimStatus[];
  readonly effectiveOn?: LocalDate;
  /** STC03: `WQ` accepted, `U` rejected. */
  readonly action?: string;
  readonly amount?: Cents;
  /** STC12. */
  readonly message?: string;
  readonly source?: Source;
}

/** A 277CA (005010X214): accepted or rejected, claim by claim. */
export interface ClaimAcknowledgement {
  readonly reference: string;
  readonly createdOn: LocalDate;
  readonly createdAt: string;
  /** `PR` payer or `AY` clearinghouse. */
  readonly sourceRole: string;
  readonly source: Party;
  readonly sourceTrace?: string;
  readonly receivedOn?: LocalDate;
  readonly processedOn?: LocalDate;
  readonly receivers: readonly ReceiverAcknowledgement[];
  /** What of this level has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** 2000B of a 277CA: who sent the claims, and the batch as a whole. */
export interface ReceiverAcknowledgement {
  readonly receiver: Party;
  /** TRN*2: BHT03 of the 837. */
  readonly batchReference: string;
  readonly statuses: readonly StatusInformation[];
  readonly acceptedClaims?: number;
  readonly rejectedClaims?: number;
  readonly acceptedAmount?: Cents;
  readonly rejectedAmount?: Cents;
  readonly providers: readonly ProviderAcknowledgement[];
  /** What of this level has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** 2000C of a 277CA: a billing provider and its claims. */
export interface ProviderAcknowledgement {
  readonly provider: Party;
  readonly trace?: string;
  readonly statuses: readonly StatusInformation[];
  readonly references: readonly Reference[];
  readonly acceptedClaims?: number;
  readonly rejectedClaims?: number;
  readonly acceptedAmount?: Cents;
  readonly rejectedAmount?: Cents;
  readonly claims: readonly ClaimResult[];
  /** What of this level has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** 2200D of a 277CA: what became of one claim. */
export interface ClaimResult {
  readonly patient: Party;
  /** TRN*2: CLM01 of our claim. */
  readonly patientControlNumber: string;
  readonly statuses: readonly StatusInformation[];
  /** `1K` payer claim control number, `D9` clearinghouse trace … */
  readonly references: readonly Reference[];
  readonly serviceFrom?: LocalDate;
  readonly serviceTo?: LocalDate;
  readonly lines: readonly LineResult[];
  /** What of this level has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** 2220D of a 277CA: what became of one line. */
export interface LineResult {
  readonly procedure: Procedure;
  readonly charge?: Cents;
  readonly statuses: readonly StatusInformation[];
  /** REF*FJ. */
  readonly controlNumber?: string;
  readonly serviceFrom?: LocalDate;
  readonly serviceTo?: LocalDate;
  /** What of this level has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}
