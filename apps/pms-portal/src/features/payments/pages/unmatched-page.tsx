import Button from '@mui/material/Button';
import type { UnmatchedItem } from '@spark-den/contracts/billing/remittance-types';
import { formatCents } from '@spark-den/kernel';
import {
  DateText,
  EmptyState,
  FactList,
  MoneyText,
  PageHeader,
  PeekPanel,
  SplitPane,
  StatusChip,
  Worklist,
  type WorklistColumn,
} from '@spark-den/ui';
import { pagedRows, useCommand, useSession, useTitle } from '@spark-den/ui/portal';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { billing } from '../api/billing.ts';
import { candidatesQuery, unmatchedQuery } from '../api/payment-queries.ts';
import { PaymentTabs } from '../components/payment-tabs.tsx';
import { claimStatusText, UNMATCHED_REASON } from '../lib/texts.ts';
import { useListParams } from '../lib/use-list-params.ts';

const COLUMNS: readonly WorklistColumn<UnmatchedItem>[] = [
  {
    id: 'number',
    header: 'Their claim number',
    primary: true,
    width: 'minmax(110px, 1fr)',
    cell: row => <span className="sd-num">{row.patientControlNumber}</span>,
  },
  { id: 'patient', header: 'Patient', width: 'minmax(100px, 1fr)', cell: row => row.patientName ?? '—' },
  {
    id: 'reason',
    header: 'Why it waits',
    width: 'minmax(140px, 2fr)',
    cell: row => <span className="sd-text2">{UNMATCHED_REASON[row.reason]}</span>,
  },
  { id: 'payer', header: 'Payer', width: 'minmax(100px, 1fr)', cell: row => row.payerName },
  {
    id: 'service',
    header: 'Service',
    width: '96px',
    cell: row => (row.serviceDate ? <DateText value={row.serviceDate} /> : '—'),
  },
  {
    id: 'charge',
    header: 'Charged',
    width: '84px',
    align: 'end',
    cell: row => <MoneyText value={row.chargeCents} />,
  },
  {
    id: 'paid',
    header: 'Paid',
    width: '84px',
    align: 'end',
    cell: row => <MoneyText value={row.paidCents} />,
  },
];

/** Money of insurers that no claim has taken: each with its reason, until a person settles it. */
export function UnmatchedPage() {
  useTitle('Unmatched payments');
  const { get, set } = useListParams();
  const list = pagedRows(useInfiniteQuery(unmatchedQuery()));
  const { rows } = list;
  const selected = rows.find(row => row.itemId === get('item'));
  return (
    <>
      <PageHeader title="Payment Processing">
        <PaymentTabs />
      </PageHeader>
      <SplitPane peek={selected && <ItemPeek item={selected} onClose={() => set({ item: undefined })} />}>
        <Worklist
          label="Unmatched payments"
          columns={COLUMNS}
          rowId={row => row.itemId}
          rowLabel={row => row.patientControlNumber}
          selectedId={selected?.itemId}
          onSelect={row => set({ item: row.itemId })}
          {...list}
          empty={<EmptyState kind="done" title="Every payment has found its claim" />}
        />
      </SplitPane>
    </>
  );
}

function ItemPeek({ item, onClose }: { readonly item: UnmatchedItem; readonly onClose: () => void }) {
  const session = useSession();
  const { data } = useQuery(candidatesQuery(item.itemId));
  const match = useCommand({
    touches: 'billing',
    run: (claimId: string) => billing.matchUnmatchedItem({ itemId: item.itemId, claimId }),
    done: () => `${formatCents(item.paidCents)} posted to the claim`,
    onDone: onClose,
  });
  return (
    <PeekPanel title={item.patientControlNumber} subtitle={item.payerName} onClose={onClose}>
      <FactList
        facts={[
          ['Patient in the file', item.patientName ?? '—'],
          ['Decision', claimStatusText(item.claimStatusCode)],
          ['Charged', <MoneyText value={item.chargeCents} />],
          ['Paid', <MoneyText value={item.paidCents} strong />],
          ['Their number', item.payerClaimNumber ?? '—'],
          ['Remittance', <Link to={`/payments/remittances/${item.remittanceId}`}>{item.trace}</Link>],
        ]}
      />
      <h3>Claims that it may belong to</h3>
      {data?.items.length === 0 && <p className="sd-text2">No claim comes near.</p>}
      <ul className="sd-plain-list">
        {data?.items.map(candidate => (
          <li key={candidate.claimId}>
            <p className="sd-row">
              <Link to={`/claims/${candidate.claimId}`}>{candidate.patientControlNumber}</Link>
              <StatusChip tone={candidate.score >= 70 ? 'success' : 'neutral'}>
                {candidate.score} of 100
              </StatusChip>
            </p>
            <p className="sd-text2">{candidate.reasons.join(', ') || 'nothing in common'}</p>
            {candidate.obstacle ? (
              <p className="sd-text2">
                Cannot be posted: {UNMATCHED_REASON[candidate.obstacle].toLowerCase()}
              </p>
            ) : (
              session.can('billing.remittance.post') && (
                <Button disabled={match.isPending} onClick={() => match.mutate(candidate.claimId)}>
                  Post {formatCents(item.paidCents)} to this claim
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </PeekPanel>
  );
}
