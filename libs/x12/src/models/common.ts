import type { Cents, LocalDate } from '@spark-den/kernel';

/** Where in the file something stands: segment number from ST (1-based), byte, and the segment as written. */
export interface Source {
  readonly position: number;
  readonly offset: number;
  readonly text: string;
}

/** An element that the model needs and that could not be read. */
export interface ParseProblem {
  readonly segment: string;
  readonly element: number;
  readonly position: number;
  readonly offset: number;
  readonly value: string;
  readonly expected: string;
}

/** What a file says, and what in it could not be read. With problems the model is incomplete: do not act on it. */
export interface Parsed<T> {
  readonly value: T;
  readonly problems: readonly ParseProblem[];
}

/** N3 and N4. */
export interface Address {
  readonly lines: readonly string[];
  readonly city: string;
  readonly state?: string;
  readonly postalCode?: string;
  readonly country?: string;
}

/** A person or an organisation (NM102 1 or 2) with the id of NM108/109. */
export interface Party {
  readonly kind: 'person' | 'organization';
  /** Family name, or the name of the organisation. */
  readonly name: string;
  readonly firstName?: string;
  readonly middleName?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /** `XX` NPI, `MI` member id, `PI` payer id, `46` submitter id, `FI` tax id … */
  readonly idQualifier?: string;
  readonly id?: string;
}

/** PER. */
export interface Contact {
  readonly name?: string;
  readonly phone?: string;
  readonly phoneExtension?: string;
  readonly email?: string;
  readonly fax?: string;
  readonly url?: string;
  /** Numbers of another kind, or a second one of a kind. */
  readonly others?: readonly QualifiedNumber[];
  /** Qualifiers in the order of the segment, where it is not phone, extension, e-mail, fax, web, others. */
  readonly order?: readonly string[];
}

/** A number of a PER with its qualifier, such as `ED` access number or `HP` home telephone. */
export interface QualifiedNumber {
  readonly qualifier: string;
  readonly value: string;
}

/** REF: qualifier and value. */
export interface Reference {
  readonly qualifier: string;
  readonly value: string;
  readonly description?: string;
}

/** DTP or DTM: qualifier, day, and the last day of a period. */
export interface QualifiedDate {
  readonly qualifier: string;
  readonly date: LocalDate;
  readonly until?: LocalDate;
  /** `HHMM`, where the partner sent a time with the day. */
  readonly time?: string;
}

/** AMT: qualifier and cents. */
export interface QualifiedAmount {
  readonly qualifier: string;
  readonly amount: Cents;
}

/** QTY: qualifier and number, as text in its shortest form, for units may be fractions. */
export interface QualifiedQuantity {
  readonly qualifier: string;
  readonly quantity: string;
}

/** CAS: one adjustment of a group, reason (CARC), amount and, where units changed, their number. */
export interface Adjustment {
  readonly group: 'CO' | 'CR' | 'OA' | 'PI' | 'PR';
  readonly reason: string;
  readonly amount: Cents;
  readonly quantity?: string;
}

/** A procedure as SV101, SVC01, SVC06 and SVD03 hold it. */
export interface Procedure {
  /** `HC` for HCPCS and CPT. */
  readonly qualifier: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly description?: string;
  /** The last code of a range that begins with `code`. */
  readonly endOfRange?: string;
}

/**
 * What was read and has no field of its own, with the loop it stands in. It is written back: builders of all models take
 * `unmodelled` into account.
 */
export interface UnmodelledSegment {
  readonly loop: string;
  readonly elements: readonly string[];
  /** Separator of the components in `elements`. */
  readonly components: string;
  /** Separator of the repetitions in `elements`; empty where the file has none. */
  readonly repetitions: string;
  /**
   * Only these elements have no field, the others of the segment have; then the first element is given where it tells
   * several uses apart, and this is the segment's number among those alike in its loop. Left out for a whole segment.
   */
  readonly part?: number;
}
