import type {
  Remittance,
  RemittanceClaim,
  RemittanceSummary,
} from '@spark-den/contracts/billing/remittance-types';
import { sumCents } from '@spark-den/kernel';
import { DateText, FactList, Ledger, MoneyText, StatusChip } from '@spark-den/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { remittanceQuery } from '../api/payment-queries.ts';
import { REMITTANCE_STATUS } from '../lib/texts.ts';

/** A remittance and the one that it repeats or competes with, claim by claim, side by side. */
export function RemittanceRivals({
  remittance,
  rival,
}: {
  readonly remittance: Remittance;
  readonly rival: RemittanceSummary;
}) {
  const posted = useQuery(remittanceQuery(rival.remittanceId));
  return (
    <div className="sd-columns">
      <Side title="In the books" remittance={rival} claims={posted.data?.claims} linked />
      <Side title="This one" remittance={remittance} claims={remittance.claims} />
    </div>
  );
}

function Side({
  title,
  remittance,
  claims,
  linked = false,
}: {
  readonly title: string;
  readonly remittance: RemittanceSummary;
  readonly claims: readonly RemittanceClaim[] | undefined;
  readonly linked?: boolean;
}) {
  const status = REMITTANCE_STATUS[remittance.status];
  return (
    <section aria-label={title}>
      <h3 className="sd-row">
        {title}
        <StatusChip tone={status.tone}>{status.label}</StatusChip>
      </h3>
      <FactList
        facts={[
          [
            'Trace',
            linked ? (
              <Link to={`/payments/remittances/${remittance.remittanceId}`}>{remittance.trace}</Link>
            ) : (
              remittance.trace
            ),
          ],
          ['Paid on', <DateText value={remittance.paymentDate} />],
          ['Payment', <MoneyText value={remittance.amountCents} strong />],
        ]}
      />
      {claims && claims.length > 0 && (
        <Ledger
          label={`Claims: ${title}`}
          columns={[
            { header: 'Claim', cell: claim => claim.patientControlNumber },
            { header: 'Patient', cell: claim => claim.patientName ?? '—' },
            { header: 'Charged', money: true, cell: claim => <MoneyText value={claim.chargeCents} /> },
            { header: 'Paid', money: true, cell: claim => <MoneyText value={claim.paidCents} /> },
          ]}
          rows={claims}
          rowKey={claim => claim.claimPaymentId}
          totals={[
            `${remittance.claimCount} claims`,
            '',
            <MoneyText value={sumCents(claims, claim => claim.chargeCents)} />,
            <MoneyText value={sumCents(claims, claim => claim.paidCents)} strong />,
          ]}
        />
      )}
    </section>
  );
}
