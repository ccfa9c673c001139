import type { Instant, LocalDate } from '@spark-den/kernel';

/** Tables that a practice loads for itself: licensed ones, and those that change more often than this library. */
export const LOADABLE_SETS = ['cpt', 'carc', 'rarc', 'ncci-ptp', 'mue', 'rvu', 'icd10cm', 'hcpcs'] as const;
export type LoadableSet = (typeof LOADABLE_SETS)[number];

/** Fewer rows than any whole edition of the table has had: the file may be cut off, or one part of several. */
export const LEAST_ROWS: Readonly<Record<LoadableSet, number>> = {
  cpt: 8_000,
  carc: 250,
  rarc: 900,
  'ncci-ptp': 1_000_000,
  mue: 8_000,
  rvu: 15_000,
  icd10cm: 90_000,
  hcpcs: 7_000,
};

/** One published edition of a table. It speaks from its first day until the next edition begins. */
export interface Edition {
  readonly set: LoadableSet;
  /** As its publisher names it, such as `FY2027` or `2026-JAN`. */
  readonly version: string;
  readonly from: LocalDate;
  /** Its last day where the publisher says one: past it, it still answers, with `beyond-table`. */
  readonly to: LocalDate | null;
  readonly files: readonly string[];
  readonly sha256: string;
  readonly rows: number;
  readonly loadedAt: Instant;
  /** Rolled back: kept, but not asked. */
  readonly withdrawn: boolean;
}

/** A row as it is kept: what the columns mean follows from the set, see `parse.ts`. */
export type EditionRow = readonly string[];

export interface LineProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}
