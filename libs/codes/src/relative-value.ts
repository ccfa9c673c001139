import type { RelativeValue } from './types.ts';

/** A published decimal as a whole number of parts. */
export const scaled = (text: string | undefined, factor: number) => Math.round(Number(text ?? 0) * factor);

/** A row of `code, work, office, facility, malpractice, status, global days`. */
export function relativeValueOf([
  code = '',
  work,
  office,
  facility,
  malpractice,
  statusCode = '',
  globalDays = '',
]: string[]): RelativeValue {
  return {
    code,
    work: scaled(work, 100),
    practiceExpenseOffice: scaled(office, 100),
    practiceExpenseFacility: scaled(facility, 100),
    malpractice: scaled(malpractice, 100),
    statusCode,
    globalDays,
  };
}
