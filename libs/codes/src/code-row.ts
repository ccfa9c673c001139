import type { LocalDate } from '@spark-den/kernel';
import { validityOn, type CodeYears } from './validity.ts';

export interface CodeRow {
  readonly code: string;
  readonly label: string;
  /** Undefined in sets without dates. */
  readonly years?: CodeYears;
  /** First and last day, in editions that give them. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  /** Withdrawn by that day, nobody knows since when. */
  readonly goneBy?: LocalDate;
  /** In editions that say so: a longer code must be used. */
  readonly isHeader?: boolean;
}

/** May it be billed now, as far as the newest table tells? */
export function isBillable(row: CodeRow): boolean {
  return (
    row.isHeader !== true &&
    row.goneBy === undefined &&
    (row.years === undefined || validityOn(row.years, undefined).status === 'valid')
  );
}

/** Where a search puts it: billable codes first, then those that once were, then headers. */
export type Standing = 0 | 1 | 2;

export function standingOf(row: CodeRow): Standing {
  if (isBillable(row)) return 0;
  return row.years !== undefined && row.years.billable.length > 0 ? 1 : 2;
}
