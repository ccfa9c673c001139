import { formatCents, type Cents, type Instant, type LocalDate } from '@spark-den/kernel';
import { formatAgo, formatDate, formatMoment, formatShortMoment, formatTimeAt } from './clinic-time.ts';
import { useZone } from './clinic-zone.tsx';

export interface MoneyTextProps {
  readonly value: Cents;
  /** Zero as a dash, for sparse columns. */
  readonly sparse?: boolean;
  readonly strong?: boolean;
}

/** An amount: two decimals, tabular figures, U+2212 for minus; never red by itself. */
export function MoneyText({ value, sparse = false, strong = false }: MoneyTextProps) {
  if (sparse && value === 0) return <span className="sd-num sd-text3">—</span>;
  return <span className={strong ? 'sd-num sd-strong' : 'sd-num'}>{formatCents(value)}</span>;
}

/** A date of the calendar, `11/24/2026`. */
export function DateText({ value }: { readonly value: LocalDate }) {
  return (
    <time className="sd-num" dateTime={value}>
      {formatDate(value)}
    </time>
  );
}

export interface TimeTextProps {
  readonly value: Instant;
  /** `time` 2:15 PM · `short` 11/24 2:15 PM · `full` Tue, Nov 24, 2:15 PM CT; the last two with the year when that is not this one */
  readonly form?: 'time' | 'short' | 'full';
  readonly zone?: string;
}

/** A moment on the clinic's wall clock. */
export function TimeText({ value, form = 'time', zone }: TimeTextProps) {
  const clinicZone = useZone();
  const format = { time: formatTimeAt, short: formatShortMoment, full: formatMoment }[form];
  return (
    <time className="sd-num" dateTime={value}>
      {format(value, zone ?? clinicZone)}
    </time>
  );
}

/** Who did something. What no person did is recorded under the name of a service, such as `billing service`. */
export function actorText(name: string): string {
  return /^[a-z]+ service$/.test(name) ? 'Automatic' : name;
}

/** How fresh the figures of a page are. */
export function AsOf({ at, now }: { readonly at: Instant; readonly now: Instant }) {
  const zone = useZone();
  return <span className="sd-meta">As of {formatAgo(at, now, zone)}</span>;
}
