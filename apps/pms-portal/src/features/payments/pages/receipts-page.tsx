import type { Receipt } from '@spark-den/contracts/billing/payment-types';
import { formatCents } from '@spark-den/kernel';
import {
  EmptyState,
  MoneyText,
  PageHeader,
  SplitPane,
  TimeText,
  Worklist,
  type WorklistColumn,
} from '@spark-den/ui';
import { pagedRows, useTitle } from '@spark-den/ui/portal';
import { useInfiniteQuery } from '@tanstack/react-query';
import { receiptsQuery } from '../api/payment-queries.ts';
import { PaymentTabs } from '../components/payment-tabs.tsx';
import { ReceiptPeek } from '../components/receipt-peek.tsx';
import { PURPOSE, TENDER } from '../lib/texts.ts';
import { useListParams } from '../lib/use-list-params.ts';
import { usePatientNames } from '../lib/use-names.ts';

function columnsOf(nameOf: (patientId: string) => string): readonly WorklistColumn<Receipt>[] {
  return [
    {
      id: 'number',
      header: 'Receipt',
      width: '88px',
      cell: row => <span className="sd-num">{row.number}</span>,
    },
    {
      id: 'patient',
      header: 'Patient',
      primary: true,
      width: 'minmax(120px, 1.5fr)',
      cell: row => nameOf(row.patientId),
    },
    { id: 'purpose', header: 'For', width: '72px', cell: row => PURPOSE[row.purpose] },
    { id: 'tender', header: 'Paid by', width: '64px', cell: row => TENDER[row.tender] },
    {
      id: 'at',
      header: 'Taken',
      width: '148px',
      cell: row => <TimeText value={row.receivedAt} form="short" />,
    },
    {
      id: 'unapplied',
      header: 'Credit left',
      width: '84px',
      align: 'end',
      cell: row => <MoneyText value={row.unappliedCents} sparse />,
    },
    {
      id: 'amount',
      header: 'Amount',
      width: '84px',
      align: 'end',
      cell: row =>
        row.state === 'voided' ? (
          <s>{formatCents(row.amountCents)}</s>
        ) : (
          <MoneyText value={row.amountCents} />
        ),
    },
  ];
}

/** What patients paid, with what is left of it as credit. */
export function ReceiptsPage() {
  useTitle('Receipts');
  const { get, set } = useListParams();
  const list = pagedRows(useInfiniteQuery(receiptsQuery()));
  const { rows } = list;
  const nameOf = usePatientNames(rows.map(row => row.patientId));
  const selected = rows.find(row => row.receiptId === get('receipt'));
  return (
    <>
      <PageHeader title="Payment Processing">
        <PaymentTabs />
      </PageHeader>
      <SplitPane
        peek={
          selected && (
            <ReceiptPeek
              receipt={selected}
              patientName={nameOf(selected.patientId)}
              onClose={() => set({ receipt: undefined })}
            />
          )
        }
      >
        <Worklist
          label="Receipts"
          columns={columnsOf(nameOf)}
          rowId={row => row.receiptId}
          rowLabel={row => row.number}
          selectedId={selected?.receiptId}
          onSelect={row => set({ receipt: row.receiptId })}
          {...list}
          empty={<EmptyState kind="first" title="No payment yet" />}
        />
      </SplitPane>
    </>
  );
}
