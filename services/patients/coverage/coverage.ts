import { patientsContract } from '@spark-den/contracts/patients/operations';
import type { CoverageFields } from '@spark-den/contracts/patients/coverage-types';
import type { LocalDate } from '@spark-den/kernel';
import { fail } from '@spark-den/service-kit';

export interface Span {
  readonly validFrom: LocalDate;
  /** Last day; `null` while it goes on. */
  readonly validTo: LocalDate | null;
}

export function isValidOn({ validFrom, validTo }: Span, date: LocalDate): boolean {
  return validFrom <= date && (validTo === null || date <= validTo);
}

export function overlap(a: Span, b: Span): boolean {
  return (b.validTo === null || a.validFrom <= b.validTo) && (a.validTo === null || b.validFrom <= a.validTo);
}

/** The dates of service that a change from one span to the other can touch. */
export function touchedSpan(before: Span, after: Span): { from: LocalDate; to: LocalDate | null } {
  const from = before.validFrom < after.validFrom ? before.validFrom : after.validFrom;
  if (before.validTo === null || after.validTo === null) return { from, to: null };
  return { from, to: before.validTo > after.validTo ? before.validTo : after.validTo };
}

interface Placed extends Span {
  readonly id: string;
  readonly rank: number;
  readonly paysLast: boolean;
}

export function assertCoverage(fields: CoverageFields): void {
  if (fields.validTo !== null && fields.validTo < fields.validFrom) {
    throw fail(patientsContract, 'patients.coverage_dates', {});
  }
  if (fields.relationship !== 'self' && fields.subscriber === null) {
    throw fail(patientsContract, 'patients.subscriber_missing', {});
  }
}

/** What pays last has every other coverage of the same days before it. */
export function assertPaysLast(coverage: Placed, others: readonly Placed[]): void {
  for (const other of others) {
    if (other.id === coverage.id || !overlap(coverage, other) || other.paysLast === coverage.paysLast)
      continue;
    const [last, first] = coverage.paysLast ? [coverage, other] : [other, coverage];
    if (last.rank < first.rank) {
      throw fail(patientsContract, 'patients.payer_must_be_last', { coverageId: other.id, rank: other.rank });
    }
  }
}

/** In the order in which they pay: what always pays last goes behind, whatever its rank. */
export function inPayingOrder<T extends Placed>(coverages: readonly T[]): T[] {
  return [...coverages].sort(
    (a, b) =>
      Number(a.paysLast) - Number(b.paysLast) || a.rank - b.rank || (a.validFrom < b.validFrom ? -1 : 1),
  );
}
