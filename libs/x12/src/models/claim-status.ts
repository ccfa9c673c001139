import type { Cents, LocalDate } from '@spark-den/kernel';
import type { StatusInformation } from './acknowledgements.ts';
import type { Contact, Party, Procedure, Reference, Source, UnmodelledSegment } from './common.ts';

/** A 276 (005010X212): what became of these claims? */
export type ClaimStatusRequest = ClaimStatusFile<StatusQuestion>;

/** A 277 (005010X212): the answer, claim by claim. */
export type ClaimStatusResponse = ClaimStatusFile<StatusAnswer>;

/** What question and answer have in common: payers, who asks, providers, and people with their claims. */
export interface ClaimStatusFile<Claim> {
  readonly reference: string;
  readonly createdOn: LocalDate;
  /** `HHMM`. */
  readonly createdAt: string;
  readonly payers: readonly StatusPayer<Claim>[];
  /** What of this level has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** 2000A. */
export interface StatusPayer<Claim> {
  readonly payer: Party;
  readonly contacts?: readonly Contact[];
  readonly receivers: readonly StatusReceiver<Claim>[];
  /** What of this level has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** 2000B: who asked. */
export interface StatusReceiver<Claim> {
  readonly receiver: Party;
  /** Only in an answer that speaks of the question as a whole. */
  readonly answer?: StatusTrace;
  readonly providers: readonly StatusProvider<Claim>[];
  /** What of this level has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** 2000C. */
export interface StatusProvider<Claim> {
  readonly provider: Party;
  readonly answer?: StatusTrace;
  readonly subscribers: readonly StatusSubscriber<Claim>[];
  /** What of this level has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** An answer to the question as a whole: TRN02 and what is said of it. */
export interface StatusTrace {
  readonly trace: string;
  readonly statuses: readonly PaymentStatus[];
}

/** 2000D: the subscriber, with claims of their own or of dependants. */
export interface StatusSubscriber<Claim> extends StatusPerson<Claim> {
  readonly dependants: readonly StatusPerson<Claim>[];
}

/** 2000D or 2000E. */
export interface StatusPerson<Claim> {
  readonly party: Party;
  /** Only in a question. */
  readonly bornOn?: LocalDate;
  readonly sex?: 'F' | 'M';
  readonly claims: readonly Claim[];
  /** What of this level has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

interface StatusClaim {
  /** TRN02: ours in the question, the same in the answer. */
  readonly trace: string;
  /** `1K` payer claim control number, `EJ` our patient control number, `BLT` type of bill … */
  readonly references: readonly Reference[];
  readonly serviceFrom?: LocalDate;
  readonly serviceTo?: LocalDate;
  readonly unmodelled?: readonly UnmodelledSegment[];
  readonly source?: Source;
}

/** 2200D or 2200E of a 276. */
export interface StatusQuestion extends StatusClaim {
  /** AMT*T3. */
  readonly charge?: Cents;
  readonly lines: readonly StatusQuestionLine[];
}

/** 2200D or 2200E of a 277. */
export interface StatusAnswer extends StatusClaim {
  readonly statuses: readonly PaymentStatus[];
  readonly lines: readonly StatusAnswerLine[];
}

/** 2210 of a 276. */
export interface StatusQuestionLine {
  readonly procedure: Procedure;
  readonly charge: Cents;
  readonly revenueCode?: string;
  readonly units?: string;
  /** REF*FJ. */
  readonly controlNumber?: string;
  readonly serviceFrom: LocalDate;
  readonly serviceTo?: LocalDate;
  /** What of this level has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** 2220 of a 277. */
export interface StatusAnswerLine extends StatusQuestionLine {
  readonly paid: Cents;
  readonly statuses: readonly PaymentStatus[];
}

/** STC with what was paid, when and how. `amount` is STC04, the charge. */
export interface PaymentStatus extends StatusInformation {
  /** STC05. */
  readonly paid?: Cents;
  /** STC06. */
  readonly adjudicatedOn?: LocalDate;
  /** STC08. */
  readonly paidOn?: LocalDate;
  /** STC09. */
  readonly checkNumber?: string;
}
