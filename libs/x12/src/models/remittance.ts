import type { Cents, LocalDate } from '@spark-den/kernel';
import type {
  Address,
  Adjustment,
  Contact,
  Party,
  Procedure,
  QualifiedAmount,
  QualifiedDate,
  QualifiedQuantity,
  Reference,
  Source,
  UnmodelledSegment,
} from './common.ts';

/** An 835 (005010X221A1): one payment and what it pays. */
export interface Remittance {
  /** BPR01: `I` information with payment, `H` notification only, `P` prenotification … */
  readonly handling: string;
  readonly amount: Cents;
  readonly creditOrDebit: 'C' | 'D';
  /** BPR04: `ACH`, `CHK`, `FWT`, `BOP`, `NON`. */
  readonly method: string;
  /** BPR05 to BPR15 as they stand; bank data for an electronic transfer. */
  readonly bank?: readonly string[];
  readonly paidOn: LocalDate;
  /** TRN02: check or transfer number. */
  readonly trace: string;
  /** TRN03: `1` and the payer's tax id. */
  readonly traceOriginator: string;
  readonly traceSupplement?: string;
  /** REF*EV. */
  readonly receiverId?: string;
  readonly productionDate?: LocalDate;
  readonly payer: RemittanceParty;
  readonly payee: RemittanceParty;
  readonly groups: readonly RemittanceGroup[];
  readonly providerAdjustments: readonly ProviderAdjustment[];
  /** What of the header, 1000A, 1000B and the footer has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** 1000A or 1000B: who pays, or who is paid. */
export interface RemittanceParty {
  readonly name: string;
  readonly idQualifier?: string;
  readonly id?: string;
  readonly address?: Address;
  readonly references: readonly Reference[];
  /** `code` is PER01: `CX` business, `BL` technical, `IC` web site. */
  readonly contacts: readonly (Contact & { readonly code: string })[];
}

/** 2000: claims under one LX. */
export interface RemittanceGroup {
  readonly number: string;
  readonly claims: readonly RemittanceClaim[];
  /** What of this level has no field, such as TS2 and TS3, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** 2100. */
export interface RemittanceClaim {
  readonly patientControlNumber: string;
  /** CLP02: `1` primary, `2` secondary, `3` tertiary, `4` denied, `19`–`21` and forwarded, `22` reversal, `23`, `25`. */
  readonly status: string;
  readonly charge: Cents;
  readonly paid: Cents;
  readonly patientResponsibility?: Cents;
  readonly filingIndicator: string;
  readonly payerControlNumber: string;
  readonly facilityType?: string;
  readonly frequency?: string;
  readonly adjustments: readonly Adjustment[];
  readonly patient?: Party;
  readonly insured?: Party;
  readonly correctedInsured?: Party;
  readonly serviceProvider?: Party;
  readonly crossoverPayer?: Party;
  readonly correctedPriorityPayer?: Party;
  readonly otherSubscriber?: Party;
  /** Remark codes (RARC) of MOA or MIA. */
  readonly remarks: readonly string[];
  readonly references: readonly Reference[];
  readonly dates: readonly QualifiedDate[];
  readonly contacts: readonly Contact[];
  readonly amounts: readonly QualifiedAmount[];
  readonly quantities: readonly QualifiedQuantity[];
  readonly lines: readonly RemittanceLine[];
  /** What of this level has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
  readonly source?: Source;
}

/** 2110. */
export interface RemittanceLine {
  /** SVC01: what the payer paid. */
  readonly procedure: Procedure;
  readonly charge: Cents;
  readonly paid: Cents;
  readonly revenueCode?: string;
  readonly paidUnits?: string;
  /** SVC06: what we sent, where it differs. */
  readonly submittedProcedure?: Procedure;
  readonly submittedUnits?: string;
  readonly serviceFrom?: LocalDate;
  readonly serviceTo?: LocalDate;
  readonly adjustments: readonly Adjustment[];
  /** REF*6R: our line control number. */
  readonly controlNumber?: string;
  readonly references: readonly Reference[];
  readonly amounts: readonly QualifiedAmount[];
  readonly quantities: readonly QualifiedQuantity[];
  /** LQ*HE: remark codes (RARC). */
  readonly remarks: readonly string[];
  /** What of this level has no field, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
  readonly source?: Source;
}

/** One adjustment of a PLB. A positive amount takes money away from the payment. */
export interface ProviderAdjustment {
  readonly providerId: string;
  readonly fiscalPeriodEnd: LocalDate;
  /** PLB03-1: `WO` overpayment recovery, `FB` forward balance, `L6` interest, `CS`, `72` … */
  readonly reason: string;
  readonly reference?: string;
  readonly amount: Cents;
  readonly source?: Source;
}
