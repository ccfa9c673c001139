import type { Receipt } from '@spark-den/contracts/billing/payment-types';
import { formatCents } from '@spark-den/kernel';
import { FormDialog, TextArea } from '@spark-den/ui';
import { useCommand } from '@spark-den/ui/portal';
import { useState } from 'react';
import { PatientPicker, type PickedPatient } from '../../patients/public.ts';
import { billing } from '../api/billing.ts';
import { AmountInput, amountOf, amountText } from '../components/amount-input.tsx';

/** Moves what is left of a receipt to another patient whom the same person answers for. */
export function MoveCreditDialog({
  receipt,
  onClose,
}: {
  readonly receipt: Receipt;
  readonly onClose: () => void;
}) {
  const [to, setTo] = useState<PickedPatient>();
  const [text, setText] = useState(amountText(receipt.unappliedCents));
  const [note, setNote] = useState('');
  const amount = amountOf(text, receipt.unappliedCents);
  const move = useCommand({
    touches: 'billing',
    run: () =>
      billing.transferCredit({
        receiptId: receipt.receiptId,
        toPatientId: to?.patientId ?? '',
        amountCents: amount ?? 0,
        note,
      }),
    done: `The credit moved to ${to?.label ?? 'the patient'}`,
    onDone: onClose,
  });
  return (
    <FormDialog
      title={`Move the credit of ${receipt.number}`}
      confirmLabel={`Move credit${amount ? ` · ${formatCents(amount)}` : ''}`}
      width={560}
      busy={move.isPending}
      disabled={to === undefined || amount === undefined || note.trim() === ''}
      onConfirm={() => move.mutate(undefined)}
      onClose={onClose}
    >
      <PatientPicker value={to} onChange={setTo} />
      <AmountInput label="Amount" text={text} onText={setText} most={receipt.unappliedCents} />
      <TextArea label="Why" required rows={2} value={note} onChange={event => setNote(event.target.value)} />
    </FormDialog>
  );
}
