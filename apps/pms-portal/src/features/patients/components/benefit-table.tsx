import type { Benefit } from '@spark-den/contracts/patients/coverage-types';
import { Ledger, MoneyText } from '@spark-den/ui';

const NETWORKS = {
  in: 'In network',
  out: 'Out of network',
  both: 'In and out',
  'not-stated': 'Not stated',
} as const;
const PERCENT = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 2 });
const ORDER = ['copay', 'coinsurance', 'deductible', 'out-of-pocket'];

/** Benefits with figures first. What the payer left out says so: unknown is not zero. */
export function BenefitTable({ benefits }: { readonly benefits: readonly Benefit[] }) {
  const rows = [...benefits].sort((a, b) => ranked(a) - ranked(b) || a.segment.position - b.segment.position);
  return (
    <Ledger
      label="Benefits"
      rows={rows}
      rowKey={benefit => String(benefit.segment.position)}
      columns={[
        {
          header: 'Benefit',
          cell: benefit => (
            <>
              {benefit.label}
              {benefit.messages.map(message => (
                <div key={message} className="sd-meta">
                  {message}
                </div>
              ))}
            </>
          ),
        },
        { header: 'Network', cell: benefit => NETWORKS[benefit.network] },
        {
          header: 'Authorization',
          cell: benefit =>
            benefit.authorizationRequired === 'unknown' ? 'Not stated' : benefit.authorizationRequired,
        },
        { header: 'Figure', money: true, cell: benefit => <Figure benefit={benefit} /> },
        {
          header: 'Source',
          cell: benefit => (
            <details>
              <summary>Segment {benefit.segment.position}</summary>
              <code>{benefit.segment.text}</code>
            </details>
          ),
        },
      ]}
    />
  );
}

function ranked({ kind }: Benefit): number {
  const index = ORDER.indexOf(kind);
  return index < 0 ? ORDER.length : index;
}

function Figure({ benefit }: { readonly benefit: Benefit }) {
  if (benefit.amountCents !== null) return <MoneyText value={benefit.amountCents} />;
  if (benefit.patientShare !== null) return <>{PERCENT.format(Number(benefit.patientShare))}</>;
  return <span className="sd-text2">Not stated</span>;
}
