import Button from '@mui/material/Button';
import type { Receipt } from '@spark-den/contracts/billing/payment-types';
import { formatCents } from '@spark-den/kernel';
import {
  EmptyState,
  FactList,
  FormDialog,
  MoneyText,
  PageHeader,
  PeekPanel,
  ReasonDialog,
  SplitPane,
  StatusChip,
  TextArea,
  TimeText,
  useToday,
  Worklist,
  type WorklistColumn,
} from '@spark-den/ui';
import { pagedRows, useCommand, useSession, useTitle } from '@spark-den/ui/portal';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { billing, openFile } from '../api/billing.ts';
import { receiptsQuery } from '../api/payment-queries.ts';
import { AmountInput, amountOf, amountText } from '../components/amount-input.tsx';
import { PaymentTabs } from '../components/payment-tabs.tsx';
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
      width: '120px',
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

interface ReceiptPeekProps {
  readonly receipt: Receipt;
  readonly patientName: string;
  readonly onClose: () => void;
}

function ReceiptPeek({ receipt, patientName, onClose }: ReceiptPeekProps) {
  const session = useSession();
  const today = useToday();
  const [open, setOpen] = useState<'void' | 'refund'>();
  const close = () => setOpen(undefined);
  const { receiptId } = receipt;
  const apply = useCommand({
    touches: 'billing',
    run: () => billing.applyReceipt({ receiptId }),
    done: after => `${formatCents(after.appliedCents)} of ${after.number} is applied`,
  });
  const voidIt = useCommand({
    touches: 'billing',
    run: (note: string) => billing.voidReceipt({ receiptId, note }),
    done: after => `Receipt ${after.number} is void`,
    onDone: close,
  });
  const hasCredit = receipt.unappliedCents > 0;
  const mayVoid =
    session.can('billing.payment.allocate') &&
    receipt.state === 'posted' &&
    receipt.tender !== 'card' &&
    receipt.receivedOn === today;
  return (
    <PeekPanel
      title={receipt.number}
      subtitle={patientName}
      onClose={onClose}
      footer={
        <div className="sd-actions">
          <Button onClick={() => void openFile(`/billing/receipts/${receiptId}/pdf`)}>Print</Button>
          {mayVoid && <Button onClick={() => setOpen('void')}>Void…</Button>}
          {hasCredit && session.can('billing.refund.request') && (
            <Button onClick={() => setOpen('refund')}>Refund…</Button>
          )}
          {hasCredit && session.can('billing.payment.allocate') && (
            <Button
              variant="contained"
              color="primary"
              disabled={apply.isPending}
              onClick={() => apply.mutate(undefined)}
            >
              Apply credit
            </Button>
          )}
        </div>
      }
    >
      <FactList
        facts={[
          [
            'State',
            <StatusChip tone={receipt.state === 'posted' ? 'success' : 'neutral'}>
              {receipt.state === 'posted' ? 'Posted' : 'Void'}
            </StatusChip>,
          ],
          ['Amount', <MoneyText value={receipt.amountCents} strong />],
          ['Applied', <MoneyText value={receipt.appliedCents} />],
          ['Credit left', <MoneyText value={receipt.unappliedCents} />],
          ['Refunded', <MoneyText value={receipt.refundedCents} />],
          ['For', PURPOSE[receipt.purpose]],
          ['Paid by', [TENDER[receipt.tender], receipt.reference].filter(Boolean).join(' ')],
          ['Taken', <TimeText value={receipt.receivedAt} form="full" />],
          ['By', receipt.receivedBy],
          ['Account', <Link to={`/accounts/${receipt.patientId}`}>{patientName}</Link>],
        ]}
      />
      {open === 'void' && (
        <ReasonDialog
          title={`Void receipt ${receipt.number}?`}
          confirmLabel={`Void · ${formatCents(receipt.amountCents)}`}
          tone="danger"
          noteLabel="Why"
          busy={voidIt.isPending}
          onConfirm={({ note }) => voidIt.mutate(note)}
          onClose={close}
        >
          What it paid is open again. The books keep both.
        </ReasonDialog>
      )}
      {open === 'refund' && <RefundDialog receipt={receipt} onClose={close} />}
    </PeekPanel>
  );
}

function RefundDialog({ receipt, onClose }: { readonly receipt: Receipt; readonly onClose: () => void }) {
  const [text, setText] = useState(amountText(receipt.unappliedCents));
  const [note, setNote] = useState('');
  const amount = amountOf(text, receipt.unappliedCents);
  const ask = useCommand({
    touches: 'billing',
    run: () => billing.requestRefund({ receiptId: receipt.receiptId, amountCents: amount ?? 0, note }),
    done: refund => `Refund of ${formatCents(refund.amountCents)} waits for a second person`,
    onDone: onClose,
  });
  return (
    <FormDialog
      title={`Refund of ${receipt.number}`}
      confirmLabel={`Ask for refund${amount ? ` · ${formatCents(amount)}` : ''}`}
      busy={ask.isPending}
      disabled={amount === undefined || note.trim() === ''}
      onConfirm={() => ask.mutate(undefined)}
      onClose={onClose}
    >
      <AmountInput label="Amount" text={text} onText={setText} most={receipt.unappliedCents} />
      <TextArea label="Why" required rows={2} value={note} onChange={event => setNote(event.target.value)} />
    </FormDialog>
  );
}
