import Button from '@mui/material/Button';
import type { Refund } from '@spark-den/contracts/billing/payment-types';
import { formatCents } from '@spark-den/kernel';
import {
  ConfirmDialog,
  EmptyState,
  FactList,
  MoneyText,
  PageHeader,
  PeekPanel,
  SplitPane,
  StatusChip,
  TimeText,
  Worklist,
  type WorklistColumn,
} from '@spark-den/ui';
import { pagedRows, useCommand, useSession, useTitle } from '@spark-den/ui/portal';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { billing } from '../api/billing.ts';
import { refundsQuery } from '../api/payment-queries.ts';
import { PaymentTabs } from '../components/payment-tabs.tsx';
import { REFUND_STATUS, TENDER } from '../lib/texts.ts';
import { useListParams } from '../lib/use-list-params.ts';
import { usePatientNames } from '../lib/use-names.ts';

function columnsOf(nameOf: (patientId: string) => string): readonly WorklistColumn<Refund>[] {
  return [
    {
      id: 'patient',
      header: 'Patient',
      primary: true,
      width: 'minmax(110px, 1.4fr)',
      cell: row => nameOf(row.patientId),
    },
    {
      id: 'state',
      header: 'Status',
      width: '158px',
      cell: row => (
        <StatusChip tone={REFUND_STATUS[row.state].tone}>{REFUND_STATUS[row.state].label}</StatusChip>
      ),
    },
    {
      id: 'note',
      header: 'Why',
      width: 'minmax(96px, 2fr)',
      cell: row => <span className="sd-text2">{row.note}</span>,
    },
    { id: 'by', header: 'Asked by', width: 'minmax(92px, 1fr)', cell: row => row.requestedBy },
    {
      id: 'at',
      header: 'Asked',
      width: '148px',
      cell: row => <TimeText value={row.requestedAt} form="short" />,
    },
    {
      id: 'amount',
      header: 'Amount',
      width: '84px',
      align: 'end',
      cell: row => <MoneyText value={row.amountCents} />,
    },
  ];
}

/** Refunds: one person asks, another decides. */
export function RefundsPage() {
  useTitle('Refunds');
  const { get, set } = useListParams();
  const list = pagedRows(useInfiniteQuery(refundsQuery()));
  const { rows } = list;
  const nameOf = usePatientNames(rows.map(row => row.patientId));
  const selected = rows.find(row => row.refundId === get('refund'));
  return (
    <>
      <PageHeader title="Payment Processing">
        <PaymentTabs />
      </PageHeader>
      <SplitPane
        peek={
          selected && (
            <RefundPeek
              refund={selected}
              name={nameOf(selected.patientId)}
              onClose={() => set({ refund: undefined })}
            />
          )
        }
      >
        <Worklist
          label="Refunds"
          columns={columnsOf(nameOf)}
          rowId={row => row.refundId}
          rowLabel={row => nameOf(row.patientId)}
          selectedId={selected?.refundId}
          onSelect={row => set({ refund: row.refundId })}
          {...list}
          empty={<EmptyState kind="done" title="No refund was asked for" />}
        />
      </SplitPane>
    </>
  );
}

interface RefundPeekProps {
  readonly refund: Refund;
  readonly name: string;
  readonly onClose: () => void;
}

function RefundPeek({ refund, name, onClose }: RefundPeekProps) {
  const session = useSession();
  const [asking, setAsking] = useState<boolean>();
  const decide = useCommand({
    touches: 'billing',
    run: (approve: boolean) => billing.decideRefund({ refundId: refund.refundId, approve }),
    done: after => `Refund: ${REFUND_STATUS[after.state].label.toLowerCase()}`,
    onDone: () => setAsking(undefined),
  });
  const may = refund.state === 'requested' && session.can('billing.refund.approve');
  return (
    <PeekPanel
      title={`Refund of ${formatCents(refund.amountCents)}`}
      subtitle={name}
      onClose={onClose}
      footer={
        may && (
          <div className="sd-actions">
            <Button onClick={() => setAsking(false)}>Decline…</Button>
            <Button variant="contained" color="primary" onClick={() => setAsking(true)}>
              Approve…
            </Button>
          </div>
        )
      }
    >
      <FactList
        facts={[
          ['Why', refund.note],
          ['Paid back by', TENDER[refund.tender]],
          ['Asked by', refund.requestedBy],
          ['Decided by', refund.decidedBy ?? '—'],
          ['Account', <Link to={`/accounts/${refund.patientId}`}>{name}</Link>],
        ]}
      />
      {asking !== undefined && (
        <ConfirmDialog
          title={asking ? 'Approve this refund?' : 'Decline this refund?'}
          confirmLabel={asking ? `Pay back · ${formatCents(refund.amountCents)}` : 'Decline refund'}
          tone={asking ? 'primary' : 'danger'}
          busy={decide.isPending}
          onConfirm={() => decide.mutate(asking)}
          onClose={() => setAsking(undefined)}
        >
          {asking
            ? `${formatCents(refund.amountCents)} go back to ${name} by ${TENDER[refund.tender].toLowerCase()}.`
            : 'The credit stays with the account.'}
        </ConfirmDialog>
      )}
    </PeekPanel>
  );
}
