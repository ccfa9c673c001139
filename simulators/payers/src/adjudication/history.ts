import { addDays, addMonths, type LocalDate } from '@spark-den/kernel';
import { isWellnessVisit } from '../payers/code-groups.ts';
import type { Claim, ClaimLine } from './claim.ts';

/** A line that this payer has decided for this member and that still stands. */
export interface PastLine {
  readonly icn: string;
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly serviceDate: LocalDate;
  readonly renderingNpi: string;
  /** Money was allowed; a denied line does not use up a benefit. */
  readonly allowed: boolean;
}

/** The same service on the same day by the same person, without a modifier that tells them apart. */
export function isRepeatOf(claim: Claim, line: ClaimLine, past: PastLine): boolean {
  return (
    past.code === line.code &&
    past.serviceDate === line.serviceDate &&
    past.renderingNpi === claim.renderingNpi &&
    [...past.modifiers].sort().join() === [...line.modifiers].sort().join()
  );
}

/** A wellness visit within the twelve months before this one, counted from the day after. */
export function hadWellnessVisit(line: ClaimLine, history: readonly PastLine[]): boolean {
  const from = addDays(addMonths(line.serviceDate, -12), 1);
  return history.some(
    past =>
      past.allowed &&
      isWellnessVisit(past.code) &&
      past.serviceDate >= from &&
      past.serviceDate < line.serviceDate,
  );
}
