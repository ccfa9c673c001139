import type { RemittanceClaim } from '@spark-den/contracts/billing/remittance-types';
import { EmptyState, Ledger, MoneyText, StatusChip } from '@spark-den/ui';
import { Link } from 'react-router-dom';
import { adjustmentText, claimStatusText } from '../lib/texts.ts';
import '../payments.css';

const STATE = {
  posted: { tone: 'success', label: 'Posted' },
  unmatched: { tone: 'warning', label: 'Unmatched' },
  information: { tone: 'neutral', label: 'Not posted' },
} as const;

/** What a remittance says of each claim and each service, as the payer wrote it. */
export function ClaimPayments({
  claims,
  total,
}: {
  readonly claims: readonly RemittanceClaim[];
  readonly total: number;
}) {
  if (claims.length === 0) return <EmptyState kind="first" title="No claims" />;
  return (
    <>
      {claims.length < total && (
        <p className="sd-text2">
          The first {claims.length} of {total} claims.
        </p>
      )}
      {claims.map(claim => (
        <section
          key={claim.claimPaymentId}
          className="sd-claim-payment"
          aria-label={`Claim ${claim.patientControlNumber}`}
        >
          <h3 className="sd-row sd-row--wrap">
            {claim.claimId ? (
              <Link to={`/claims/${claim.claimId}`}>{claim.patientControlNumber}</Link>
            ) : (
              claim.patientControlNumber
            )}
            <span className="sd-text2">{claim.patientName}</span>
            <StatusChip tone={STATE[claim.state].tone}>{STATE[claim.state].label}</StatusChip>
            <span className="sd-text2">{claimStatusText(claim.statusCode)}</span>
            {claim.patientId && <Link to={`/accounts/${claim.patientId}`}>Account</Link>}
          </h3>
          <Ledger
            label={`Services of ${claim.patientControlNumber}`}
            columns={[
              { header: 'Service', cell: line => [line.code, ...line.modifiers].join(' ') },
              {
                header: 'Adjustments',
                cell: line => (
                  <span className="sd-text2">
                    {line.adjustments.length === 0
                      ? '—'
                      : line.adjustments.map((item, index) => (
                          <span key={index} className="sd-adjustment">
                            {adjustmentText(item)}
                          </span>
                        ))}
                    {line.remarks.length > 0 && ` · ${line.remarks.join(', ')}`}
                  </span>
                ),
              },
              { header: 'Charged', money: true, cell: line => <MoneyText value={line.chargeCents} /> },
              {
                header: 'Allowed',
                money: true,
                cell: line => (line.allowedCents === null ? '—' : <MoneyText value={line.allowedCents} />),
              },
              { header: 'Paid', money: true, cell: line => <MoneyText value={line.paidCents} /> },
            ]}
            rows={claim.lines}
            rowKey={line => String(line.ordinal)}
            totals={[
              'Claim',
              '',
              <MoneyText value={claim.chargeCents} />,
              '',
              <MoneyText value={claim.paidCents} strong />,
            ]}
          />
        </section>
      ))}
    </>
  );
}
