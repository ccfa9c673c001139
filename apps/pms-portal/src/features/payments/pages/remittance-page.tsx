import Button from '@mui/material/Button';
import type { Remittance } from '@spark-den/contracts/billing/remittance-types';
import { subtractCents, sumCents } from '@spark-den/kernel';
import {
  DateText,
  ErrorState,
  ExplainNumber,
  FactList,
  InlineAlert,
  Ledger,
  MoneyText,
  PageBody,
  PageHeader,
  Panel,
  ReasonDialog,
  SkeletonRows,
  StatusChip,
} from '@spark-den/ui';
import { useCommand, useSession, useTitle } from '@spark-den/ui/portal';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { billing, openFile } from '../api/billing.ts';
import { remittanceQuery } from '../api/payment-queries.ts';
import { ClaimPayments } from '../components/claim-payments.tsx';
import { HOLD_REASON, REMITTANCE_STATUS } from '../lib/texts.ts';

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
        {data.status === 'held' && <Decision remittance={data} />}
        <Panel title="How the payment is made up">
          <Sum remittance={data} />
        </Panel>
        <Panel title="Claims">
          <ClaimPayments claims={data.claims} total={data.claimCount} />
        </Panel>
        {data.findings.length > 0 && (
          <Panel title="What the file has against it">
            <Ledger
              label="Findings"
              columns={[
                { header: 'Where', cell: finding => finding.level },
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
    subtractCents(0 as typeof remittance.amountCents, remittance.providerAdjustmentCents),
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
                label: `${item.reason} ${item.reference ?? ''}`,
                value: subtractCents(0 as typeof item.amountCents, item.amountCents),
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
        ['Provider-level adjustments', <MoneyText value={remittance.providerAdjustmentCents} />],
        ['Waits in unapplied cash', <MoneyText value={remittance.unappliedCents} />],
      ]}
    />
  );
}

/** A held remittance beside the one that it competes with; a person decides. */
function Decision({ remittance }: { readonly remittance: Remittance }) {
  const session = useSession();
  const [asking, setAsking] = useState<'post' | 'discard'>();
  const decide = useCommand({
    touches: 'billing',
    run: ({ decision, note }: { decision: 'post' | 'discard'; note: string }) =>
      billing.decideRemittance({ remittanceId: remittance.remittanceId, decision, note }),
    done: ({ status }) => (status === 'posted' ? 'Posted as a payment of its own' : 'Discarded'),
    onDone: () => setAsking(undefined),
  });
  const { rival } = remittance;
  const may = session.can('billing.remittance.post');
  return (
    <InlineAlert
      tone="warning"
      title={HOLD_REASON[remittance.reason ?? ''] ?? 'Held'}
      action={
        may && (
          <span className="sd-actions">
            <Button onClick={() => setAsking('discard')}>Discard…</Button>
            {remittance.reason !== 'unbalanced' && (
              <Button onClick={() => setAsking('post')}>Post as its own…</Button>
            )}
          </span>
        )
      }
    >
      <p>Nothing of this remittance is in the books.</p>
      {rival && (
        <Ledger
          label="Both remittances"
          columns={[
            { header: '', cell: row => (row.remittanceId === rival.remittanceId ? 'Posted' : 'This one') },
            { header: 'Trace', cell: row => row.trace },
            { header: 'Paid on', cell: row => <DateText value={row.paymentDate} /> },
            { header: 'Claims', cell: row => row.claimCount },
            { header: 'Payment', money: true, cell: row => <MoneyText value={row.amountCents} /> },
          ]}
          rows={[rival, remittance]}
          rowKey={row => row.remittanceId}
        />
      )}
      {asking && (
        <ReasonDialog
          title={asking === 'post' ? 'Post as a payment of its own?' : 'Discard this remittance?'}
          confirmLabel={asking === 'post' ? 'Post remittance' : 'Discard remittance'}
          tone={asking === 'post' ? 'primary' : 'danger'}
          busy={decide.isPending}
          noteLabel="Why"
          onConfirm={({ note }) => decide.mutate({ decision: asking, note })}
          onClose={() => setAsking(undefined)}
        />
      )}
    </InlineAlert>
  );
}
