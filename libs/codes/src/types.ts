import type { LocalDate } from '@spark-den/kernel';

/** The code sets that practices meet. `procedure` is HCPCS Level II together with CPT-shaped codes. */
export const CODE_SETS = [
  'icd10cm',
  'icd10pcs',
  'procedure',
  'modifier',
  'place-of-service',
  'taxonomy',
  'carc',
  'rarc',
  'claim-status-category',
  'claim-status',
  'service-type',
] as const;
export type CodeSetName = (typeof CODE_SETS)[number];

/**
 * `valid`: may be used on that date. `header`: exists, but a longer code must be used.
 * `not-valid-on-date`: exists, at another time. `unverified`: has the right shape, and the table that
 * would decide is licensed and not loaded (CPT). `unknown`: no such code.
 */
export type CodeStatus = 'valid' | 'header' | 'not-valid-on-date' | 'unverified' | 'unknown';

/** `beyond-table`: the date is past the newest table, which answered. `first-year`: may have begun mid-year. */
export type CodeWarning = 'beyond-table' | 'first-year';

export interface CodeAnswer {
  readonly set: CodeSetName;
  /** As the set writes it: capitals, no dot. */
  readonly code: string;
  readonly status: CodeStatus;
  /** Short text: the public set's own where it is public, our own words where the set's text is licensed. */
  readonly label: string | undefined;
  readonly warnings: readonly CodeWarning[];
  /** Where the answer comes from, such as `CMS ICD-10-CM FY2026`. */
  readonly source: string;
}

export interface CodeHit {
  readonly set: CodeSetName;
  readonly code: string;
  readonly label: string;
  readonly billable: boolean;
}

export interface SearchOptions {
  /** Leaves out what is not valid on that date. */
  readonly on?: LocalDate;
  readonly limit?: number;
}

/** Work, practice expense and malpractice relative values of a HCPCS Level II code, in hundredths of a unit. */
export interface RelativeValue {
  readonly code: string;
  /** 26 or TC where a part of the service has a value of its own, 53 where it was broken off; else empty. */
  readonly modifier: string;
  readonly work: number;
  readonly practiceExpenseOffice: number;
  readonly practiceExpenseFacility: number;
  readonly malpractice: number;
  readonly statusCode: string;
  readonly globalDays: string;
}

/** A Medicare locality with its geographic indices, in thousandths. */
export interface GeographicIndex {
  readonly carrier: string;
  readonly state: string;
  readonly locality: string;
  readonly name: string;
  readonly work: number;
  readonly practiceExpense: number;
  readonly malpractice: number;
  /** Dollars of an anesthesia unit, in cents. */
  readonly anesthesiaFactor: number;
  /** The counties of the locality, as CMS writes them. */
  readonly counties: string;
}

/** A medically unlikely edit: more units of a code than these, of one patient on one day, are denied. */
export interface UnlikelyUnits {
  readonly units: number;
  /** 1: each line is judged; 2: the day, by policy and without appeal; 3: the day, open to an appeal with records. */
  readonly indicator: 1 | 2 | 3;
  readonly source: string;
}

/** A procedure-to-procedure edit: of two codes on one day, that of column 2 is denied. */
export interface CodePairEdit {
  readonly column1: string;
  readonly column2: string;
  /** Whether a modifier may say that the services were separate. */
  readonly modifier: 'never' | 'allowed';
  readonly source: string;
}

/** All that callers need of the code sets; `codes` implements it from the shipped tables and from what was loaded. */
export interface CodeBook {
  /** What the set says of a code on a date; without a date, as of its newest table. */
  lookup(set: CodeSetName, code: string, on?: LocalDate): CodeAnswer;
  /** By exact code, then all words, then prefix; billable codes before headers. */
  search(set: CodeSetName, query: string, options?: SearchOptions): readonly CodeHit[];
  /** Of the whole service, or with a modifier of its part. */
  relativeValue(code: string, on?: LocalDate, modifier?: string): RelativeValue | undefined;
  /** Undefined when no such table is loaded, or it says nothing of the code. */
  unlikelyUnits(code: string, on?: LocalDate): UnlikelyUnits | undefined;
  codePair(column1: string, column2: string, on: LocalDate): CodePairEdit | undefined;
  geographicIndices(): readonly GeographicIndex[];
}
