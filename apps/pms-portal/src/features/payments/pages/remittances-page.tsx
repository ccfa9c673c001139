import { REMITTANCE_STATUSES, type RemittanceSummary } from '@spark-den/contracts/billing/remittance-types';
import {
  DateText,
  EmptyState,
  MoneyText,
  PageHeader,
  SplitPane,
  StatusChip,
  ViewSwitch,
  Worklist,
  type WorklistColumn,
} from '@spark-den/ui';
import { pagedRows, useSession, useTitle } from '@spark-den/ui/portal';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import { remittancesQuery } from '../api/payment-queries.ts';
import { CheckMailboxButton } from '../components/check-mailbox-button.tsx';
import { ImportButton } from '../components/import-button.tsx';
import { PaymentTabs } from '../components/payment-tabs.tsx';
import { RemittancePeek } from '../components/remittance-peek.tsx';
import { HOLD_REASON, REMITTANCE_STATUS } from '../lib/texts.ts';
import { useListParams } from '../lib/use-list-params.ts';

const VIEWS = [
  { value: 'all', label: 'All' },
  { value: 'held', label: 'Held' },
  { value: 'posted', label: 'Posted' },
  { value: 'duplicate', label: 'Duplicates' },
];

const COLUMNS: readonly WorklistColumn<RemittanceSummary>[] = [
  { id: 'payer', header: 'Payer', primary: true, width: 'minmax(130px, 1.4fr)', cell: row => row.payerName },
  {
    id: 'status',
    header: 'Status',
    width: '104px',
    cell: row => (
      <StatusChip tone={REMITTANCE_STATUS[row.status].tone}>{REMITTANCE_STATUS[row.status].label}</StatusChip>
    ),
  },
  {
    id: 'why',
    header: 'To do',
    width: 'minmax(120px, 1.6fr)',
    cell: row => <span className="sd-text2">{toDo(row)}</span>,
  },
  { id: 'date', header: 'Paid on', width: '96px', cell: row => <DateText value={row.paymentDate} /> },
  {
    id: 'trace',
    header: 'Trace',
    width: 'minmax(100px, 1fr)',
    wideOnly: true,
    cell: row => <span className="sd-num sd-text2">{row.trace}</span>,
  },
  {
    id: 'unapplied',
    header: 'Unapplied',
    width: '80px',
    align: 'end',
    cell: row => <MoneyText value={row.unappliedCents} sparse />,
  },
  {
    id: 'amount',
    header: 'Payment',
    width: '88px',
    align: 'end',
    cell: row => <MoneyText value={row.amountCents} />,
  },
];

function toDo(row: RemittanceSummary): string {
  if (row.status !== 'posted') return row.reason ? (HOLD_REASON[row.reason] ?? row.reason) : '—';
  if (row.unmatchedCount === 0) return '—';
  return `${row.unmatchedCount} ${row.unmatchedCount === 1 ? 'claim' : 'claims'} to match`;
}

/** Payments of insurers as they came: what is in the books, what waits, and why. */
export function RemittancesPage() {
  useTitle('Payment Processing');
  const session = useSession();
  const navigate = useNavigate();
  const { get, set } = useListParams();
  const status = REMITTANCE_STATUSES.find(value => value === get('status'));
  const list = pagedRows(useInfiniteQuery(remittancesQuery(status)));
  const { rows } = list;
  const selected = rows.find(row => row.remittanceId === get('remittance'));
  return (
    <>
      <PageHeader
        title="Payment Processing"
        actions={
          <>
            {session.can('integration.mailbox.poll') && <CheckMailboxButton />}
            {session.can('billing.remittance.post') && <ImportButton />}
          </>
        }
      >
        <PaymentTabs />
      </PageHeader>
      <ViewSwitch
        label="Status"
        views={VIEWS}
        value={status ?? 'all'}
        onChange={value => set({ status: value === 'all' ? undefined : value, remittance: undefined })}
      />
      <SplitPane
        peek={
          selected && <RemittancePeek remittance={selected} onClose={() => set({ remittance: undefined })} />
        }
      >
        <Worklist
          label="Remittances"
          columns={COLUMNS}
          rowId={row => row.remittanceId}
          rowLabel={row => `${row.payerName} ${row.trace}`}
          selectedId={selected?.remittanceId}
          onSelect={row => set({ remittance: row.remittanceId })}
          onOpen={row => void navigate(`/payments/remittances/${row.remittanceId}`)}
          {...list}
          empty={
            <EmptyState
              kind={status ? 'no-match' : 'first'}
              title={status ? 'None here' : 'No remittance yet'}
            >
              Remittances come by themselves from the clearinghouse; a file can also be imported.
            </EmptyState>
          }
        />
      </SplitPane>
    </>
  );
}
