import type { LocalDate } from '@spark-den/kernel';
import type { CodeStatus, CodeWarning } from './types.ts';

/** First and last fiscal year of a stretch in which a code could be billed; 26 is FY2026. */
export type YearRange = readonly [from: number, to: number];

export const OLDEST_FISCAL_YEAR = 16;
export const NEWEST_FISCAL_YEAR = 26;

/** `16-18,20-26` */
export function parseYears(text: string): YearRange[] {
  if (text === '') return [];
  return text.split(',').map(part => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return [from, to] as const;
  });
}

/** FY2026 runs from 1 October 2025 to 30 September 2026. */
export function fiscalYear(date: LocalDate): number {
  const year = Number(date.slice(0, 4)) - 2000;
  return Number(date.slice(5, 7)) >= 10 ? year + 1 : year;
}

interface Validity {
  readonly status: CodeStatus;
  readonly warnings: readonly CodeWarning[];
}
const HEADER: Validity = { status: 'header', warnings: [] };
const VALID: Validity = { status: 'valid', warnings: [] };
const VALID_BEYOND: Validity = { status: 'valid', warnings: ['beyond-table'] };

/**
 * Whether a diagnosis code could be billed on a date. The tables tell of fiscal years only, and some codes begin
 * in April: the year before a code's first is answered `valid` with the warning `first-year`.
 */
export function validityOn(years: readonly YearRange[], on: LocalDate | undefined): Validity {
  if (years.length === 0) return HEADER;
  const asked = on === undefined ? NEWEST_FISCAL_YEAR : fiscalYear(on);
  const year = Math.min(asked, NEWEST_FISCAL_YEAR);
  const isBeyond = asked > NEWEST_FISCAL_YEAR;
  for (const [from, to] of years) if (from <= year && year <= to) return isBeyond ? VALID_BEYOND : VALID;
  const beyond: CodeWarning[] = isBeyond ? ['beyond-table'] : [];
  const startsNextYear = years.some(([from]) => from === year + 1 && from > OLDEST_FISCAL_YEAR);
  if (startsNextYear) return { status: 'valid', warnings: [...beyond, 'first-year'] };
  return { status: 'not-valid-on-date', warnings: beyond };
}
