import Popover from '@mui/material/Popover';
import { formatCents, type Cents } from '@spark-den/kernel';
import { useId, useState, type ReactNode } from 'react';
import { Link } from 'react-router-dom';

/** One addend of a figure. */
export interface Addend {
  readonly label: string;
  readonly value: Cents;
}

export interface ExplainNumberProps {
  readonly label: string;
  /** The formula in words. */
  readonly definition: string;
  readonly asOf?: ReactNode;
  readonly addends?: readonly Addend[];
  readonly total?: Cents;
  /** The rows that sum to it. */
  readonly rowsTo?: string;
  readonly rowsLabel?: string;
  readonly children: ReactNode;
}

/** A figure that opens: how it is made, as of when, and the rows behind it. */
export function ExplainNumber(props: ExplainNumberProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className="sd-explain"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {props.children}
      </button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { className: 'sd-popover', role: 'dialog', 'aria-labelledby': id } }}
      >
        <h3 id={id}>{props.label}: how it is made</h3>
        {props.asOf && <div className="sd-meta">{props.asOf}</div>}
        <p>{props.definition}</p>
        {props.addends && (
          <table className="sd-sum">
            <tbody>
              {props.addends.map(addend => (
                <tr key={addend.label}>
                  <th scope="row">{addend.label}</th>
                  <td>{formatCents(addend.value)}</td>
                </tr>
              ))}
            </tbody>
            {props.total !== undefined && (
              <tfoot>
                <tr>
                  <th scope="row">{props.label}</th>
                  <td>{formatCents(props.total)}</td>
                </tr>
              </tfoot>
            )}
          </table>
        )}
        {props.rowsTo && (
          <Link to={props.rowsTo} onClick={() => setAnchor(null)}>
            {props.rowsLabel ?? 'Open the rows behind it'} →
          </Link>
        )}
      </Popover>
    </>
  );
}

export interface Kpi {
  readonly label: string;
  readonly value: ReactNode;
  /** `+3 % on last week`, `6 to go` */
  readonly note?: ReactNode;
  readonly tone?: 'danger' | 'warning' | 'success';
  /** The rows behind it. */
  readonly to?: string;
}

/** At most four figures in one line. */
export function KpiStrip({ label, figures }: { readonly label: string; readonly figures: readonly Kpi[] }) {
  return (
    <dl className="sd-kpis" aria-label={label}>
      {figures.map(figure => (
        <div key={figure.label}>
          <dt>{figure.label}</dt>
          <dd data-tone={figure.tone}>
            {figure.to ? <Link to={figure.to}>{figure.value}</Link> : figure.value}
          </dd>
          {figure.note && <dd className="sd-meta">{figure.note}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** A figure with a frame of its own, for dashboards. */
export function StatCard({ label, value, note, tone, to }: Kpi) {
  const content = (
    <>
      <span className="sd-card__label">{label}</span>
      <span className="sd-card__value" data-tone={tone}>
        {value}
      </span>
      {note && <span className="sd-meta">{note}</span>}
    </>
  );
  return to ? (
    <Link className="sd-card" to={to}>
      {content}
    </Link>
  ) : (
    <div className="sd-card">{content}</div>
  );
}
