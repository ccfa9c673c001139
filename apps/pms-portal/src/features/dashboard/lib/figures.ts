import type { Figure, MetricDefinition } from '@spark-den/contracts/analytics/types';
import { formatCents, type Cents } from '@spark-den/kernel';

type Unit = MetricDefinition['unit'];

/** A figure in its unit: `47`, `$45,280.00`, `94.2 %`, or a dash where there is nothing to divide by. */
export function formatFigure(value: number | null, unit: Unit): string {
  if (value === null) return '—';
  if (unit === 'cents') return formatCents(value as Cents);
  return unit === 'percent' ? `${Math.trunc(value / 10)}.${value % 10} %` : value.toLocaleString('en-US');
}

/** `+3 against 44`: the change, signed, and what it is measured against. */
export function formatChange({ change, baseline }: Figure, unit: Unit): string | null {
  if (change === null || baseline === null) return null;
  const size = formatFigure(Math.abs(change), unit).replace(' %', ' points');
  const sign = change > 0 ? '+' : change < 0 ? '\u2212' : '±';
  return `${sign}${size} against ${formatFigure(baseline, unit)}`;
}
