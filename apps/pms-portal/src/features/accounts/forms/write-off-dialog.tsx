import type { AccountCharge, WriteOff } from '@spark-den/contracts/billing/ledger-types';
import { formatCents } from '@spark-den/kernel';
import { FormDialog, SelectInput, TextArea } from '@spark-den/ui';
import { useCommand } from '@spark-den/ui/portal';
import { useState } from 'react';
import { AmountInput, amountOf, amountText, billing } from '../../payments/public.ts';
import { WRITE_OFF_REASONS } from '../lib/texts.ts';

/** Gives up an open balance of one charge; above the limit of the role it waits for a second person. */
export function WriteOffDialog({
  charge,
  onClose,
}: {
  readonly charge: AccountCharge;
  readonly onClose: () => void;
}) {
  const holder = charge.patientOpenCents > 0 ? 'patient' : 'insurance';
  const most = holder === 'patient' ? charge.patientOpenCents : charge.insuranceOpenCents;
  const [text, setText] = useState(amountText(most));
  const [reason, setReason] = useState<WriteOff['reason']>('courtesy');
  const [note, setNote] = useState('');
  const amount = amountOf(text, most);
  const command = useCommand({
    touches: 'billing',
    run: () =>
      billing.writeOffBalance({
        chargeLineId: charge.chargeLineId,
        holder,
        reason,
        amountCents: amount ?? 0,
        note,
      }),
    done: writeOff =>
      writeOff.state === 'posted'
        ? `${formatCents(writeOff.amountCents)} written off`
        : `${formatCents(writeOff.amountCents)} waits for a second person`,
    onDone: onClose,
  });
  return (
    <FormDialog
      title={`Write off ${charge.code ?? 'charge'}, ${holder === 'patient' ? 'the patient’s share' : 'what the insurer owes'}`}
      confirmLabel={`Write off${amount ? ` · ${formatCents(amount)}` : ''}`}
      tone="danger"
      busy={command.isPending}
      disabled={amount === undefined || note.trim() === ''}
      onConfirm={() => command.mutate(undefined)}
      onClose={onClose}
    >
      <AmountInput label="Amount" text={text} onText={setText} most={most} />
      <SelectInput
        label="Reason"
        span={6}
        options={WRITE_OFF_REASONS}
        value={reason}
        onChange={event => {
          const chosen = WRITE_OFF_REASONS.find(({ value }) => value === event.target.value);
          if (chosen) setReason(chosen.value);
        }}
      />
      <TextArea label="Note" required rows={2} value={note} onChange={event => setNote(event.target.value)} />
    </FormDialog>
  );
}
