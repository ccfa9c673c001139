import type { LocalDate } from '@spark-den/kernel';

/** How deep to look; each level includes those before it. */
export const LEVELS = ['envelope', 'guide', 'situational', 'codes', 'product'] as const;
/** How deep a file is looked at. */
export type Level = (typeof LEVELS)[number];

/** An error makes a file not fine; a warning does not. */
export type Severity = 'error' | 'warning';

/** One thing that is wrong or doubtful, with its place. */
export interface Finding {
  /** Stable, such as `element.code` or `balance.835.line`. */
  readonly code: string;
  readonly level: Level;
  readonly severity: Severity;
  /** One plain sentence. */
  readonly message: string;
  /** Path of loop ids, such as `2000A/2000B/2300`; empty in the envelope. */
  readonly loop: string;
  readonly segment: string;
  /** 1-based; undefined where the segment as a whole is meant. */
  readonly element?: number;
  readonly component?: number;
  /** Segment number from ST, 1-based; from ISA in the envelope. */
  readonly position: number;
  /** Byte in the file. */
  readonly offset: number;
  readonly value?: string;
  readonly expected?: string;
  /** What a 999 says of it: IK304, IK403, IK502 or AK905; in the envelope TA105. */
  readonly ack: {
    readonly ik3?: string;
    readonly ik4?: string;
    readonly ik5?: string;
    readonly ak9?: string;
    readonly ta1?: string;
  };
}

/** All that was found in one transaction. */
export interface TransactionReport {
  /** `837P`, `835`, `277CA` … as the guide names it, else ST01. */
  readonly type: string;
  /** GS08, or ST03. */
  readonly version: string;
  readonly control: string;
  readonly ok: boolean;
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
  /** How it was judged: by a guide, or only on envelope, counts, HL and balancing. */
  readonly policy: 'guide' | 'sibling-envelope';
  readonly interchangeControl: string;
  readonly groupControl: string;
}

/** All that was found in a file. */
export interface ValidationReport {
  readonly ok: boolean;
  readonly level: Level;
  /** Findings of interchanges and groups. */
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
  readonly transactions: readonly TransactionReport[];
}

/**
 * Answer of a code set. `unlisted`: not in a list that grows, so perhaps newer; `early`: before the first year that
 * the set lists, in which it may have begun. Both are doubts, the three after them errors. `undefined` means that the
 * set is not loaded: nothing is said about the code.
 */
export type CodeAnswer =
  'valid' | 'unlisted' | 'early' | 'unknown' | 'not-in-force' | 'not-billable' | undefined;

/** Code sets that validation asks for; `hcpcs` stands for procedures of both levels. */
export type CodeSet =
  | 'icd10cm'
  | 'icd10pcs'
  | 'hcpcs'
  | 'modifier'
  | 'place-of-service'
  | 'taxonomy'
  | 'carc'
  | 'rarc'
  | 'claim-status-category'
  | 'claim-status';

/** Code sets, asked by date of service; `libs/codes` answers. */
export interface CodeLookup {
  check(set: CodeSet, code: string, on: LocalDate | undefined): CodeAnswer;
  /** Whether the day is outside the newest table of the set, which answers all the same. A file is told so once. */
  isBeyondTable?(set: CodeSet, code: string, on: LocalDate): boolean;
}

/** How deep to look, and whom to ask about codes. */
export interface ValidateOptions {
  /** `guide` when left out. */
  readonly level?: Level;
  readonly codes?: CodeLookup;
}
