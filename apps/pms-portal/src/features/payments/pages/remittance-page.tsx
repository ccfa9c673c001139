import Button from '@mui/material/Button';
import type { Remittance } from '@spark-den/contracts/billing/remittance-types';
import { subtractCents, sumCents, ZERO } from '@spark-den/kernel';
import {
  DateText,
  ErrorState,
  ExplainNumber,
  FactList,
  Ledger,
  MoneyText,
  PageBody,
  PageHeader,
  Panel,
  SkeletonRows,
  StatusChip,
} from '@spark-den/ui';
import { useTitle } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { openFile } from '../api/billing.ts';
import { remittanceQuery } from '../api/payment-queries.ts';
import { ClaimPayments } from '../components/claim-payments.tsx';
import { RemittanceDecision } from '../components/remittance-decision.tsx';
import { FINDING_LEVEL, providerAdjustmentText, REMITTANCE_STATUS } from '../lib/texts.ts';

/** One remittance: how it adds up, what each claim got, and the decision where one is due. */
export function RemittancePage() {
  const { remittanceId = '' } = useParams();
  const { data, error, refetch } = useQuery(remittanceQuery(remittanceId));
  useTitle(data ? `Remittance ${data.trace}` : 'Remittance');
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={12} />;
  const status = REMITTANCE_STATUS[data.status];
  return (
    <>
      <PageHeader
        title={`${data.payerName} · ${data.trace}`}
        aside={<StatusChip tone={status.tone}>{status.label}</StatusChip>}
        actions={
          <Button onClick={() => void openFile(`/billing/remittances/${remittanceId}/file`)}>835 file</Button>
        }
      />
      <PageBody>
        <RemittanceDecision remittance={data} />
        <Panel title="How the payment is made up">
          <Sum remittance={data} />
        </Panel>
        {data.status !== 'duplicate' && (
          <Panel title="Claims">
            <ClaimPayments claims={data.claims} total={data.claimCount} />
          </Panel>
        )}
        {data.findings.length > 0 && (
          <Panel title="What the file has against it">
            <Ledger
              label="Findings"
              columns={[
                { header: 'Where', cell: finding => FINDING_LEVEL[finding.level] },
                { header: 'Claim', cell: finding => finding.claim ?? finding.segment ?? '—' },
                { header: 'What', cell: finding => finding.message },
              ]}
              rows={data.findings}
              rowKey={finding => `${finding.code} ${finding.claim} ${finding.line} ${finding.position}`}
            />
          </Panel>
        )}
      </PageBody>
    </>
  );
}

function Sum({ remittance }: { readonly remittance: Remittance }) {
  const claims = subtractCents(
    remittance.amountCents,
    subtractCents(ZERO, remittance.providerAdjustmentCents),
  );
  const listed = sumCents(remittance.claims, claim => claim.paidCents);
  return (
    <FactList
      facts={[
        [
          'Payment',
          <ExplainNumber
            label="Payment"
            definition="What the payer paid for the claims, less what it took for earlier overpayments and the like."
            addends={[
              { label: 'Claims', value: claims },
              ...remittance.providerAdjustments.map(item => ({
                label: [providerAdjustmentText(item.reason), item.reference].filter(Boolean).join(' · '),
                value: subtractCents(ZERO, item.amountCents),
              })),
            ]}
            total={remittance.amountCents}
          >
            <MoneyText value={remittance.amountCents} strong />
          </ExplainNumber>,
        ],
        ['Paid on', <DateText value={remittance.paymentDate} />],
        [
          'Claims',
          <MoneyText value={remittance.claims.length === remittance.claimCount ? listed : claims} />,
        ],
        ...remittance.providerAdjustments.map(
          item =>
            [
              providerAdjustmentText(item.reason),
              <>
                <MoneyText value={subtractCents(ZERO, item.amountCents)} />
                {item.reference && <span className="sd-text2"> for {item.reference}</span>}
              </>,
            ] as const,
        ),
        ['Waits in unapplied cash', <MoneyText value={remittance.unappliedCents} />],
      ]}
    />
  );
}
