import type { LocalDate } from '@spark-den/kernel';
import type { CodeStatus, CodeWarning } from './types.ts';

/** First and last fiscal year of a stretch; 26 is FY2026. */
export type YearRange = readonly [from: number, to: number];

/** The fiscal years in which a code could be billed, and those in which it was the header of longer codes. */
export interface CodeYears {
  readonly billable: readonly YearRange[];
  readonly header: readonly YearRange[];
}

export const OLDEST_FISCAL_YEAR = 16;
export const NEWEST_FISCAL_YEAR = 26;

/** `16-18,20-26` for a code that can be billed, `16-17/18-26` for one that became a header in FY2018, `/16-26` for a header. */
export function parseYears(text: string): CodeYears {
  const [billable = '', header = ''] = text.split('/');
  return { billable: parseRanges(billable), header: parseRanges(header) };
}

function parseRanges(text: string): YearRange[] {
  if (text === '') return [];
  return text.split(',').map(part => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return [from, to] as const;
  });
}

/** FY2026 runs from 1 October 2025 to 30 September 2026. */
export function fiscalYear(date: LocalDate): number {
  const year = digit(date, 0) * 1_000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3) - 2_000;
  // the months from October are those that begin with 1
  return date.charAt(5) === '1' ? year + 1 : year;
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 48;
}

interface Validity {
  readonly status: CodeStatus;
  readonly warnings: readonly CodeWarning[];
}
/** Answers are shared: nothing is made anew for each of a million questions. */
const ANSWERS = {
  valid: answersOf('valid'),
  header: answersOf('header'),
  'not-valid-on-date': answersOf('not-valid-on-date'),
};
const FIRST_YEAR: Validity = { status: 'valid', warnings: ['first-year'] };

/**
 * Whether a diagnosis code could be billed on a date. The tables tell of fiscal years only, and some codes begin
 * in January or April: the year before a code's first is answered `valid` with the warning `first-year`.
 */
export function validityOn({ billable, header }: CodeYears, on: LocalDate | undefined): Validity {
  const asked = on === undefined ? NEWEST_FISCAL_YEAR : fiscalYear(on);
  const year = Math.min(asked, NEWEST_FISCAL_YEAR);
  const table = asked > NEWEST_FISCAL_YEAR ? 'beyond' : 'within';
  if (holds(billable, year)) return ANSWERS.valid[table];
  const isBeforeFirst = billable[0]?.[0] === year + 1 && year >= OLDEST_FISCAL_YEAR;
  if (isBeforeFirst) return FIRST_YEAR;
  return ANSWERS[holds(header, year) ? 'header' : 'not-valid-on-date'][table];
}

function holds(ranges: readonly YearRange[], year: number): boolean {
  for (const [from, to] of ranges) if (from <= year && year <= to) return true;
  return false;
}

function answersOf(status: CodeStatus): Readonly<Record<'within' | 'beyond', Validity>> {
  return { within: { status, warnings: [] }, beyond: { status, warnings: ['beyond-table'] } };
}
