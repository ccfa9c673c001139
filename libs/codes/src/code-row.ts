import type { YearRange } from './validity.ts';

export interface CodeRow {
  readonly code: string;
  readonly label: string;
  /** Years in which it could be billed; undefined in sets without dates. */
  readonly years?: readonly YearRange[];
}

export function isBillable(row: CodeRow): boolean {
  return row.years === undefined || row.years.length > 0;
}
