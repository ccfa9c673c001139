import type { Cents, LocalDate } from '@spark-den/kernel';
import type {
  Address,
  Contact,
  Party,
  Procedure,
  QualifiedDate,
  Reference,
  Source,
  UnmodelledSegment,
} from './common.ts';
import type { InsuredPerson, Rejection } from './eligibility.ts';

/** A 278 (005010X217): the question whether care may be given, or the answer to it. */
export interface ServicesReview {
  /** BHT02: `13` request, `01` cancellation, `11` response. */
  readonly purpose: string;
  readonly reference: string;
  readonly createdOn: LocalDate;
  /** `HHMM`. */
  readonly createdAt: string;
  /** BHT06: `18` final response, `19` more will follow, `RU` reservation of services. */
  readonly transactionType?: string;
  readonly reviewers: readonly Reviewer[];
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** 2000A: the organisation that decides. */
export interface Reviewer {
  readonly organization: ReviewParty;
  readonly requesters: readonly Requester[];
  /** Only in a response. */
  readonly rejections?: readonly Rejection[];
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** 2000B: who asks. */
export interface Requester {
  readonly provider: ReviewParty;
  readonly subscribers: readonly ReviewedSubscriber[];
  readonly rejections?: readonly Rejection[];
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** 2000C: the subscriber, with events of their own or of dependants. */
export interface ReviewedSubscriber extends ReviewedPerson {
  readonly dependants?: readonly ReviewedPerson[];
}

/** 2000C or 2000D. */
export interface ReviewedPerson {
  readonly person: InsuredPerson;
  readonly events: readonly PatientEvent[];
  readonly rejections?: readonly Rejection[];
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** A party, with all that a 278 may say of it. */
export interface ReviewParty {
  /** NM101: `X3` reviewer, `1P` provider, `FA` facility, `SJ` service provider, `71` attending, `PW` pick-up address … */
  readonly role: string;
  readonly party: Party;
  readonly address?: Address;
  readonly references?: readonly Reference[];
  readonly contacts?: readonly Contact[];
  /** PRV*PE*PXC. */
  readonly taxonomy?: string;
  readonly rejections?: readonly Rejection[];
  readonly unmodelled?: readonly UnmodelledSegment[];
}

/** What an event and a service of it have in common. */
export interface Reviewed {
  /** TRN: `1` ours, `2` the one that is answered. */
  readonly traces?: readonly {
    readonly kind: string;
    readonly number: string;
    readonly originator?: string;
  }[];
  readonly review?: ReviewDetail;
  /** HCR; only in a response. */
  readonly decision?: ReviewDecision;
  readonly references?: readonly Reference[];
  /** `AAH` event, `435` admission, `096` discharge, `472` service … */
  readonly dates?: readonly QualifiedDate[];
  /** HSD: how much, how often and for how long. */
  readonly delivery?: Delivery;
  readonly message?: string;
  readonly providers?: readonly ReviewParty[];
  readonly rejections?: readonly Rejection[];
  /** What has no field, such as CL1, CR1, CRC and PWK, as it was read. */
  readonly unmodelled?: readonly UnmodelledSegment[];
  readonly source?: Source;
}

/** 2000E. */
export interface PatientEvent extends Reviewed {
  readonly diagnoses?: readonly ReviewedDiagnosis[];
  readonly services?: readonly ReviewedService[];
}

/** 2000F: SV1, SV2 or SV3. */
export interface ReviewedService extends Reviewed {
  readonly kind?: 'professional' | 'institutional' | 'dental';
  readonly procedure?: Procedure;
  /** SV201. */
  readonly revenueCode?: string;
  readonly charge?: Cents;
  /** `UN` units, `DA` days, `MJ` minutes. */
  readonly unit?: string;
  readonly quantity?: string;
}

/** UM. */
export interface ReviewDetail {
  /** UM01: `AR` admission, `HS` health services, `SC` specialty care, `IN` individual. */
  readonly category: string;
  /** UM02: `I` initial, `R` renewal, `S` revised, `3` cancel … */
  readonly certification?: string;
  /** UM03: service type. */
  readonly serviceType?: string;
  /** UM04: facility code and what kind of code it is (`A` type of bill, `B` place of service). */
  readonly place?: { readonly code: string; readonly kind?: string };
  /** UM06: `03` emergency, `U` urgent, `E` elective. */
  readonly levelOfService?: string;
}

/** HCR: what was decided. */
export interface ReviewDecision {
  /** HCR01: `A1` certified, `A2` partially, `A3` not certified, `A4` pended, `A6` modified, `CT` contact the payer, `NA` none needed. */
  readonly action: string;
  /** HCR02: number of the certification. */
  readonly certificationNumber?: string;
  /** HCR03: why not. */
  readonly reason?: string;
  readonly secondOpinion?: 'Y' | 'N';
}

/** HSD01 to HSD06. */
export interface Delivery {
  /** `DY` days, `VS` visits, `UN` units, `HS` hours. */
  readonly unit?: string;
  readonly quantity?: string;
  readonly per?: string;
  readonly perQuantity?: string;
  readonly period?: string;
  readonly periods?: string;
}

/** A code of HI. */
export interface ReviewedDiagnosis {
  /** `ABK` principal, `ABF` other, `ABJ` admitting; `BK`, `BF`, `BJ` for ICD-9-CM. */
  readonly qualifier: string;
  /** Without the point. */
  readonly code: string;
  readonly date?: LocalDate;
}
