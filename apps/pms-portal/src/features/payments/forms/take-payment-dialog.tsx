import { formatCents } from '@spark-den/kernel';
import { FormDialog, SelectInput, TextInput } from '@spark-den/ui';
import { useCommand } from '@spark-den/ui/portal';
import { useState } from 'react';
import { billing } from '../api/billing.ts';
import { AmountInput, amountOf } from '../components/amount-input.tsx';

interface TakePaymentDialogProps {
  readonly patientId: string;
  readonly patientName: string;
  readonly returnPath: string;
  readonly onClose: () => void;
}

const TENDERS = [
  { value: 'cash', label: 'Cash' },
  { value: 'check', label: 'Check' },
  { value: 'card', label: 'Card, on the processor’s page' },
];

/** Takes money from a patient: cash and checks here, a card on the processor's own page. */
export function TakePaymentDialog({ patientId, patientName, returnPath, onClose }: TakePaymentDialogProps) {
  const [tender, setTender] = useState('cash');
  const [text, setText] = useState('');
  const [reference, setReference] = useState('');
  const amount = amountOf(text);
  const collect = useCommand({
    touches: 'billing',
    run: () =>
      billing.collectPayment({
        patientId,
        tender: tender === 'check' ? 'check' : 'cash',
        amountCents: amount ?? 0,
        ...(reference ? { reference } : {}),
      }),
    done: receipt => `Receipt ${receipt.number} for ${formatCents(receipt.amountCents)}`,
    onDone: onClose,
  });
  const byCard = useCommand({
    touches: 'billing',
    run: () =>
      billing.createCardCheckout({ patientId, purpose: 'balance', amountCents: amount ?? 0, returnPath }),
    done: () => 'The card page opens',
    onDone: checkout => {
      if (checkout.redirectUrl) window.location.assign(checkout.redirectUrl);
    },
  });
  const busy = collect.isPending || byCard.isPending;
  return (
    <FormDialog
      title={`Payment of ${patientName}`}
      confirmLabel={`Post payment${amount ? ` · ${formatCents(amount)}` : ''}`}
      busy={busy}
      disabled={amount === undefined}
      onConfirm={() => (tender === 'card' ? byCard : collect).mutate(undefined)}
      onClose={onClose}
    >
      <AmountInput label="Amount" text={text} onText={setText} />
      <SelectInput
        label="Paid by"
        span={6}
        options={TENDERS}
        value={tender}
        onChange={event => setTender(event.target.value)}
      />
      {tender === 'check' && (
        <TextInput
          label="Check number"
          span={6}
          value={reference}
          onChange={event => setReference(event.target.value)}
        />
      )}
    </FormDialog>
  );
}
