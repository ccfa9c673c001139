import type { RelativeValue } from './types.ts';

/** A published decimal as a whole number of parts. */
export const scaled = (text: string | undefined, factor: number) => Math.round(Number(text ?? 0) * factor);

/** How the value of a code, or of its technical or professional part, is found. */
export const valueKey = (code: string, modifier = '') => `${code} ${modifier}`.trim().toUpperCase();

/** A row of `code and modifier, work, office, facility, malpractice, status, global days`. */
export function relativeValueOf([
  key = '',
  work,
  office,
  facility,
  malpractice,
  statusCode = '',
  globalDays = '',
]: string[]): RelativeValue {
  const [code = '', modifier = ''] = key.split(' ');
  return {
    code,
    modifier,
    work: scaled(work, 100),
    practiceExpenseOffice: scaled(office, 100),
    practiceExpenseFacility: scaled(facility, 100),
    malpractice: scaled(malpractice, 100),
    statusCode,
    globalDays,
  };
}
