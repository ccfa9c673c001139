import { ageOn, daysBetween, formatCents, type Cents, type Instant, type LocalDate } from '@spark-den/kernel';
import type { ReactNode } from 'react';
import { formatAgo, formatDate } from './clinic-time.ts';
import { useZone } from './clinic-zone.tsx';
import { StatusChip } from './status-chip.tsx';
import { TimeText } from './text.tsx';
import type { Tone } from './tokens.ts';

/** `active` ✓ · `inactive` ▲ · `unclear` ! (the payer did not say) · `unchecked` ○ */
export type EligibilityState = 'active' | 'inactive' | 'unclear' | 'unchecked';

const ELIGIBILITY: Readonly<Record<EligibilityState, readonly [Tone, string]>> = {
  active: ['success', 'Eligible'],
  inactive: ['danger', 'Not eligible'],
  unclear: ['warning', 'Unclear'],
  unchecked: ['neutral', 'Not checked'],
};

/** The payer's last answer, and how old it is. */
export function EligibilityBadge({
  state,
  checkedAt,
  now,
}: {
  readonly state: EligibilityState;
  readonly checkedAt?: Instant;
  readonly now?: Instant;
}) {
  const zone = useZone();
  const [tone, word] = ELIGIBILITY[state];
  return (
    <StatusChip tone={tone}>
      {word}
      {checkedAt && now && <span className="sd-chip__age"> {formatAgo(checkedAt, now, zone)}</span>}
    </StatusChip>
  );
}

export interface PatientBannerProps {
  readonly name: string;
  /** The name the person uses, where it differs. */
  readonly nameUsed?: string;
  readonly birthDate: LocalDate;
  readonly today: LocalDate;
  readonly sex: string;
  readonly mrn: string;
  readonly eligibility?: ReactNode;
  /** Left out on the clinical side, which knows no money. */
  readonly balance?: Cents;
  readonly flags?: readonly { readonly label: string; readonly tone: Tone }[];
  readonly actions?: ReactNode;
}

/** Who this is about: the same line in the same place in both portals. */
export function PatientBanner(props: PatientBannerProps) {
  return (
    <section className="sd-banner" aria-label="Patient">
      <div className="sd-banner__who">
        <h1>
          {props.name}
          {props.nameUsed && <span className="sd-text2"> “{props.nameUsed}”</span>}
        </h1>
        {props.eligibility}
        {props.flags?.map(flag => (
          <StatusChip key={flag.label} tone={flag.tone}>
            {flag.label}
          </StatusChip>
        ))}
      </div>
      <div className="sd-banner__facts sd-num">
        <span>
          {formatDate(props.birthDate)} ({ageOn(props.birthDate, props.today)} {props.sex})
        </span>
        <span>MRN {props.mrn}</span>
        {props.balance !== undefined && (
          <span>
            {props.balance < 0 ? 'Credit' : 'Owes'} {formatCents(Math.abs(props.balance) as Cents)}
          </span>
        )}
      </div>
      {props.actions && <div className="sd-actions">{props.actions}</div>}
    </section>
  );
}

/** Days left until a date, in words and a tone that rises as it comes near. */
export function DeadlineChip({
  due,
  today,
  soonDays = 15,
}: {
  readonly due: LocalDate;
  readonly today: LocalDate;
  readonly soonDays?: number;
}) {
  const left = daysBetween(today, due);
  if (left < 0) return <StatusChip tone="critical">{-left} d overdue</StatusChip>;
  if (left === 0) return <StatusChip tone="danger">Due today</StatusChip>;
  return (
    <StatusChip tone={left <= soonDays ? 'danger' : left <= soonDays * 2 ? 'warning' : 'neutral'}>
      {left} d left
    </StatusChip>
  );
}

export interface TimelineItem {
  readonly key: string;
  readonly title: ReactNode;
  readonly at: Instant;
  /** Who or what did it: a name, a trace number. */
  readonly by?: ReactNode;
  readonly tone?: Tone;
  readonly detail?: ReactNode;
}

/** What happened to a record, newest first. */
export function Timeline({
  label,
  items,
}: {
  readonly label: string;
  readonly items: readonly TimelineItem[];
}) {
  return (
    <ol className="sd-timeline" aria-label={label}>
      {items.map(item => (
        <li key={item.key} data-tone={item.tone}>
          <div>{item.title}</div>
          <div className="sd-meta">
            <TimeText value={item.at} form="short" />
            {item.by && <> · {item.by}</>}
          </div>
          {item.detail}
        </li>
      ))}
    </ol>
  );
}

export interface LedgerColumn<Row> {
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  readonly money?: boolean;
}

export interface LedgerProps<Row> {
  readonly label: string;
  readonly columns: readonly LedgerColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** Cells of the last line, one for each column. */
  readonly totals?: readonly ReactNode[];
  readonly empty?: string;
}

/** A short table of postings with its sum. For lists that grow, use Worklist. */
export function Ledger<Row>({
  label,
  columns,
  rows,
  rowKey,
  totals,
  empty = 'Nothing yet',
}: LedgerProps<Row>) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a wide table scrolls by keyboard
    <div className="sd-ledger" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column.header} scope="col" data-money={column.money}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length} className="sd-text2">
                {empty}
              </td>
            </tr>
          )}
          {rows.map(row => (
            <tr key={rowKey(row)}>
              {columns.map(column => (
                <td key={column.header} data-money={column.money}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {totals && (
          <tfoot>
            <tr>
              {columns.map((column, index) => (
                <td key={column.header} data-money={column.money}>
                  {totals[index]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}
