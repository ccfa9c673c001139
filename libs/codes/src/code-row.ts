import type { LocalDate } from '@spark-den/kernel';
import type { YearRange } from './validity.ts';

export interface CodeRow {
  readonly code: string;
  readonly label: string;
  /** Years in which it could be billed; undefined in sets without dates. */
  readonly years?: readonly YearRange[];
  /** First and last day, in editions that give them. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  /** In editions that say so: a longer code must be used. */
  readonly isHeader?: boolean;
}

export function isBillable(row: CodeRow): boolean {
  return row.isHeader !== true && (row.years === undefined || row.years.length > 0);
}
