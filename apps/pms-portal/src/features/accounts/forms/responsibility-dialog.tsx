import type { AccountCharge } from '@spark-den/contracts/billing/ledger-types';
import { formatCents } from '@spark-den/kernel';
import { FormDialog, TextArea } from '@spark-den/ui';
import { useCommand } from '@spark-den/ui/portal';
import { useState } from 'react';
import { AmountInput, amountOf, amountText, billing } from '../../payments/public.ts';

/** Moves what insurers still owe for a charge to the patient, with the reason. */
export function ResponsibilityDialog({
  charge,
  onClose,
}: {
  readonly charge: AccountCharge;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState(amountText(charge.insuranceOpenCents));
  const [note, setNote] = useState('');
  const amount = amountOf(text, charge.insuranceOpenCents);
  const move = useCommand({
    touches: 'billing',
    run: () =>
      billing.transferResponsibility({ chargeLineId: charge.chargeLineId, amountCents: amount ?? 0, note }),
    done: 'The patient owes it now',
    onDone: onClose,
  });
  return (
    <FormDialog
      title={`Move ${charge.code ?? 'charge'} to the patient`}
      confirmLabel={`Move to patient${amount ? ` · ${formatCents(amount)}` : ''}`}
      busy={move.isPending}
      disabled={amount === undefined || note.trim() === ''}
      onConfirm={() => move.mutate(undefined)}
      onClose={onClose}
    >
      <AmountInput label="Amount" text={text} onText={setText} most={charge.insuranceOpenCents} />
      <TextArea
        label="Why"
        required
        rows={2}
        hint="Such as: the payer says not covered, and the patient agreed to pay"
        value={note}
        onChange={event => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
