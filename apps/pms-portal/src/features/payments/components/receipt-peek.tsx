import Button from '@mui/material/Button';
import type { Receipt } from '@spark-den/contracts/billing/payment-types';
import { formatCents } from '@spark-den/kernel';
import { FactList, MoneyText, PeekPanel, ReasonDialog, StatusChip, TimeText, useToday } from '@spark-den/ui';
import { useCommand, useSession } from '@spark-den/ui/portal';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { billing, openFile } from '../api/billing.ts';
import { MoveCreditDialog } from '../forms/move-credit-dialog.tsx';
import { RefundDialog } from '../forms/refund-dialog.tsx';
import { PURPOSE, TENDER } from '../lib/texts.ts';

interface ReceiptPeekProps {
  readonly receipt: Receipt;
  readonly patientName: string;
  readonly onClose: () => void;
}

/** One receipt: what became of its money, and what may be done with the rest. */
export function ReceiptPeek({ receipt, patientName, onClose }: ReceiptPeekProps) {
  const session = useSession();
  const today = useToday();
  const [open, setOpen] = useState<'void' | 'refund' | 'move'>();
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
            <Button onClick={() => setOpen('move')}>Move…</Button>
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
          ...(receipt.movedCents > 0
            ? [['Moved to another patient', <MoneyText value={receipt.movedCents} />] as const]
            : []),
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
      {open === 'move' && <MoveCreditDialog receipt={receipt} onClose={close} />}
      {open === 'refund' && <RefundDialog receipt={receipt} onClose={close} />}
    </PeekPanel>
  );
}
