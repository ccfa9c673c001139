import type { Figure } from '@spark-den/contracts/analytics/types';
import type { AppointmentStatus } from '@spark-den/contracts/scheduling/types';
import type { Instant } from '@spark-den/kernel';

const KEPT: readonly AppointmentStatus[] = [
  'arrived',
  'checked-in',
  'in-room',
  'with-provider',
  'ready-checkout',
  'checked-out',
];
/** States of a visit that takes place or took place. */
export const EXPECTED: readonly AppointmentStatus[] = ['booked', ...KEPT];
const DUE: readonly AppointmentStatus[] = [...EXPECTED, 'no-show', 'left-without-being-seen'];

export function isExpected(status: AppointmentStatus): boolean {
  return EXPECTED.includes(status);
}

export function isKept(status: AppointmentStatus): boolean {
  return KEPT.includes(status);
}

/** Belongs to the day's denominator; by `now` only what should have begun. */
export function isDue(
  visit: { readonly status: AppointmentStatus; readonly startAt: Instant },
  now: Instant | undefined,
): boolean {
  return DUE.includes(visit.status) && (now === undefined || visit.startAt <= now || isKept(visit.status));
}

/** Tenths of a per cent, half to even; `null` when there is nothing to divide by. */
export function permille(numerator: number, denominator: number): number | null {
  if (denominator === 0) return null;
  return halfToEven(numerator * 1000, denominator);
}

/** The mean of whole numbers, half to even; `null` of none. */
export function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return halfToEven(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
}

function halfToEven(dividend: number, divisor: number): number {
  const floor = Math.floor(dividend / divisor);
  const rest = (dividend - floor * divisor) * 2;
  if (rest !== divisor) return rest > divisor ? floor + 1 : floor;
  return floor % 2 === 0 ? floor : floor + 1;
}

export function plainFigure(value: number, baseline: number | null): Figure {
  return {
    value,
    numerator: value,
    denominator: null,
    baseline,
    change: baseline === null ? null : value - baseline,
  };
}

export function rateFigure(numerator: number, denominator: number, baseline: number | null): Figure {
  const value = permille(numerator, denominator);
  return {
    value,
    numerator,
    denominator,
    baseline,
    change: value === null || baseline === null ? null : value - baseline,
  };
}
