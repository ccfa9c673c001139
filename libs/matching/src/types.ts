import type { PairVerdict } from './scored-pair.ts';

/** An address as it was written; the engine normalises it. */
export interface PersonAddress {
  readonly line?: string;
  /** A second line: a unit, a locality or a house name. */
  readonly line2?: string;
  readonly city?: string;
  readonly state?: string;
  readonly postalCode?: string;
}

/**
 * What is known of a person. Everything but `id` may be missing; a missing value is no evidence.
 * The engine derives nothing from `id` or from the order of records.
 */
export interface PersonRecord {
  readonly id: string;
  /** First names, in order; middle names follow. */
  readonly given?: readonly string[];
  readonly family?: string;
  /** The name as it was written, where it holds more than the parts or stands in their place. */
  readonly fullName?: string;
  /** Names held before, such as a birth name. */
  readonly formerFamily?: readonly string[];
  /** `Jr`, `III` … */
  readonly suffix?: string;
  /** `YYYY-MM-DD`; dates that cannot exist are compared as digits. */
  readonly birthDate?: string;
  readonly sex?: string;
  readonly ssn?: string;
  /** Where only the last four are known. */
  readonly ssnLast4?: string;
  readonly phones?: readonly string[];
  readonly emails?: readonly string[];
  readonly addresses?: readonly PersonAddress[];
  /** Member ids of insurers and other identifiers that belong to one person. */
  readonly memberIds?: readonly string[];
  /** Further attributes that rarely change, such as a place of birth or an occupation, by name. */
  readonly traits?: Readonly<Record<string, string>>;
}

export type Outcome = 'link' | 'review' | 'different';
/** FHIR `match-grade`. */
export type MatchGrade = 'certain' | 'probable' | 'possible' | 'certainly-not';
export type Agreement = 'agrees' | 'close' | 'differs' | 'missing';

/** One field's part in a decision. */
export interface Evidence {
  readonly field: string;
  readonly agreement: Agreement;
  /** Name of the level that the comparison fell into, such as `nickname` or `day-month-swapped`. */
  readonly level: string;
  /** In plain words, such as `First name Bob is a short form of Robert`. */
  readonly text: string;
  /** log2 of m/u: positive speaks for the same person. */
  readonly weight: number;
}

/** Why the engine alone must not link a pair, however alike. */
export interface Guard {
  readonly code: 'twins' | 'generation' | 'parent-child' | 'household' | 'sex-differs' | 'thin-evidence';
  readonly text: string;
}

export interface Comparison {
  /** Sum of the weights, the prior and the household's correction, in bits: log2 of the odds. */
  readonly score: number;
  /** Probability that both records are one person, 0…1; held below the link threshold while a guard stands. */
  readonly posterior: number;
  readonly outcome: Outcome;
  readonly grade: MatchGrade;
  /** Before any field is seen, in bits. */
  readonly priorBits: number;
  /** What is taken off because a household shares it too, in bits (0 or less). */
  readonly householdBits: number;
  readonly evidence: readonly Evidence[];
  readonly guards: readonly Guard[];
}

export interface Candidate extends Comparison {
  readonly id: string;
}

export type FrequencyField = 'given' | 'family' | 'birthDate' | 'postalCode' | `trait:${string}`;

/** How common a value is among people, 0…1; `undefined` where nothing is known. */
export interface TermFrequencies {
  of(field: FrequencyField, value: string): number | undefined;
}

/** How often a field falls into a level: for one person, for two unrelated people, for two of one household. */
export interface LevelShare {
  readonly m: number;
  readonly u: number;
  readonly h: number;
}

/**
 * Fellegi–Sunter with three classes instead of two: the same person, somebody of the same household, a stranger.
 * Two people of one home share name, phone and address; only with a class of their own do these stop to look like proof.
 */
export interface MatchingModel {
  readonly levels: Readonly<Record<string, Readonly<Record<string, LevelShare>>>>;
  /** How many people the record was drawn from: the prior that any one of them is meant is 1 in so many. */
  readonly population: number;
  /** Expected further records of the same person, and people of the same household, per record. */
  readonly expectedDuplicates: number;
  readonly expectedHousehold: number;
  readonly thresholds: { readonly link: number; readonly review: number };
}

export interface QueryOptions {
  /** At most so many candidates; 10 unless told. */
  readonly limit?: number;
  /** Compare with these records only, whatever they share with the question. */
  readonly among?: readonly string[];
}

/** What a batch over the records of an index, with its weights, says of one of them. */
export interface SettledRecord {
  /** Its pairs at or above the review threshold, likeliest first, by themselves and with third records. */
  readonly pairs: readonly (PairVerdict & { readonly id: string })[];
  /** Who is one person with it, in order of id, itself among them; whoever was merged stands as what they were merged into. */
  readonly group: readonly string[];
}

/** Records that can be asked one question at a time; gives the same answers as the batch. */
export interface MatchIndex {
  readonly size: number;
  add(record: PersonRecord): void;
  /** Replaces the record with the same id. */
  change(record: PersonRecord): void;
  remove(id: string): void;
  /** Makes `aliasId` answer as `id`, as a merge does; `unmerge` takes that back. */
  merge(id: string, aliasId: string): void;
  unmerge(aliasId: string): void;
  query(record: PersonRecord, options?: QueryOptions): readonly Candidate[];
  /**
   * The batch's answer for a record that is held: with third records and its group, which `query` leaves out since it may
   * ask about somebody new. @throws where there is no such record
   */
  settle(id: string): SettledRecord;
}
