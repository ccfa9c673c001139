import type { Receipt } from '@spark-den/contracts/billing/payment-types';
import { formatCents } from '@spark-den/kernel';
import { FormDialog, TextArea } from '@spark-den/ui';
import { useCommand } from '@spark-den/ui/portal';
import { useState } from 'react';
import { billing } from '../api/billing.ts';
import { AmountInput, amountOf, amountText } from '../components/amount-input.tsx';

/** Asks for the credit of a receipt to be paid back; another person decides. */
export function RefundDialog({
  receipt,
  onClose,
}: {
  readonly receipt: Receipt;
  readonly onClose: () => void;
}) {
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
